// What every entry gives: the engine behind the public names.
import type {
  Article,
  Broadsheet,
  BroadsheetOptions,
  Cards,
  CardsOptions,
  CardsParseOptions,
  CardsView,
  MountOptions,
  ParseOptions,
  RenderOptions,
  Setting,
  TypesetOptions,
} from './api.js';
import { CardFeed } from './cards/feed.js';
import { CardList } from './cards/list.js';
import type { LoadTools } from './controls/bar.js';
import type { Commands, Engine, Handle } from './engine.js';
import { articleError } from './errors.js';
import { Packs } from './languages.js';
import { PendingSetting } from './typeset/pending.js';
import { ArticleView } from './view.js';

const DEFAULT_HEADING_LEVEL = 1;

export class BroadsheetCore implements Broadsheet {
  readonly engine: Engine;
  readonly packs: Packs;
  /** What the buttons of the controls open. */
  readonly loadTools: LoadTools;
  readonly #handles = new WeakMap<Article, Handle>();
  readonly #feeds = new WeakMap<Cards, CardFeed>();
  readonly #finalizers: FinalizationRegistry<Handle>;

  constructor(
    engine: Engine,
    options: BroadsheetOptions,
    packs: BroadsheetOptions['languages'],
    loadTools: LoadTools = () => Promise.reject(new Error('there is no page here')),
  ) {
    this.engine = engine;
    this.loadTools = loadTools;
    this.packs = new Packs(engine, packs ?? {});
    this.#finalizers = new FinalizationRegistry((handle) => engine.dispose(handle));
    for (const [tag, strings] of Object.entries(options.strings ?? {})) {
      for (const [key, value] of Object.entries(strings)) engine.setString(tag, key, value);
    }
  }

  parse(
    json: string | Uint8Array | object,
    { lang = '', dir, limits }: ParseOptions = {},
  ): Article {
    const handle = this.engine.parse(jsonText(json), lang, dir ?? '', limits ?? {});
    const article = Object.freeze(JSON.parse(this.engine.summary(handle)) as Article);
    this.#handles.set(article, handle);
    this.#finalizers.register(article, handle);
    return article;
  }

  toHTML(
    article: Article,
    { headingLevel = DEFAULT_HEADING_LEVEL, polish }: RenderOptions = {},
  ): string {
    return this.engine.html(this.#handle(article), headingLevel, rulesOff(polish));
  }

  toJSONLD(article: Article): string {
    return this.engine.jsonLd(this.#handle(article));
  }

  commands(
    article: Article,
    { headingLevel = DEFAULT_HEADING_LEVEL, polish }: RenderOptions,
  ): Commands {
    return this.engine.commands(this.#handle(article), headingLevel, rulesOff(polish));
  }

  mount(element: Element, article: Article, options: MountOptions = {}): ArticleView {
    return new ArticleView(this, element, article, options);
  }

  typeset(element: HTMLElement, options: TypesetOptions = {}): Setting {
    return new PendingSetting(this, element, options);
  }

  /** Takes over an article that a server wrote: its DOM stays, controls are added. */
  adopt(element: Element, served: Element, options: MountOptions = {}): ArticleView {
    return new ArticleView(this, element, served, options);
  }

  parseCards(json: string | Uint8Array | object, options: CardsParseOptions = {}): Cards {
    const feed = new CardFeed(this.engine, options);
    const cards = feed.add(jsonText(json));
    this.#feeds.set(cards, feed);
    return cards;
  }

  cardsToHTML(cards: Cards, { headingLevel = 2, polish }: RenderOptions = {}): string {
    return this.feedOf(cards).html(headingLevel, rulesOff(polish));
  }

  mountCards(element: Element, cards: Cards, options: CardsOptions = {}): CardsView {
    return new CardList(this, element, this.feedOf(cards), options);
  }

  feedOf(cards: Cards): CardFeed {
    const feed = this.#feeds.get(cards);
    if (!feed) throw new TypeError('the cards are not ones that parseCards() gave');
    if (!cards.ok) throw articleError(cards.diagnostics);
    return feed;
  }

  #handle(article: Article): Handle {
    if (!article.ok) throw articleError(article.diagnostics);
    const handle = this.#handles.get(article);
    if (handle === undefined) throw new TypeError('the article is not one that parse() gave');
    return handle;
  }
}

/** The names of the rules that are off, as the engine takes them. */
export function rulesOff(polish: RenderOptions['polish'] = 'auto'): string {
  if (polish === 'auto') return '';
  return polish === 'none' ? 'none' : polish.off.join(' ');
}

/** The engine reads text. What cannot be written as JSON reads as JSON that is not there. */
export function jsonText(json: string | Uint8Array | object): string | Uint8Array {
  if (typeof json === 'string' || json instanceof Uint8Array) return json;
  return JSON.stringify(json) ?? '';
}
