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
import { CardFeed } from './card-feed.js';
import type * as CardTools from './cards/tools.js';
import type { LoadTools } from './controls/bar.js';
import type { Commands, Engine, Handle } from './engine.js';
import { articleError, CodedError } from './errors.js';
import * as kit from './kit.js';
import { Packs } from './languages.js';
import { OnDemand } from './on-demand.js';
import { rulesOff } from './polish.js';
import { PendingSetting } from './typeset/pending.js';
import { ArticleView } from './view.js';

const DEFAULT_HEADING_LEVEL = 1;

/** What is loaded where a page wants it. */
export interface Extras {
  /** What the buttons of the controls open. */
  readonly tools: LoadTools;
  readonly cards: OnDemand<typeof CardTools>;
}

const nowhere = () => Promise.reject(new Error('there is no page here'));

export class BroadsheetCore implements Broadsheet {
  readonly engine: Engine;
  readonly packs: Packs;
  readonly extras: Extras;
  readonly kit = kit;
  readonly #handles = new WeakMap<Article, Handle>();
  readonly #feeds = new WeakMap<Cards, CardFeed>();
  readonly #finalizers: FinalizationRegistry<Handle>;

  constructor(
    engine: Engine,
    options: BroadsheetOptions,
    packs: BroadsheetOptions['languages'],
    extras: Extras = { tools: nowhere, cards: new OnDemand('cards', nowhere) },
  ) {
    this.engine = engine;
    this.extras = extras;
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
    const feed = this.newFeed(options);
    const cards = feed.add(jsonText(json));
    this.#feeds.set(cards, feed);
    return cards;
  }

  cardsToHTML(cards: Cards, options: RenderOptions = {}): string {
    return this.feedOf(cards).html(options);
  }

  mountCards(element: Element, cards: Cards, options: CardsOptions = {}): CardsView {
    const { module } = this.extras.cards;
    if (!module) throw new CodedError('fetch-failed', 'cards.mjs could not be loaded');
    return new module.CardList(this, element, this.feedOf(cards), options);
  }

  newFeed(options: CardsParseOptions): CardFeed {
    return new CardFeed(this.engine, options);
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

/** The engine reads text. What cannot be written as JSON reads as JSON that is not there. */
export function jsonText(json: string | Uint8Array | object): string | Uint8Array {
  if (typeof json === 'string' || json instanceof Uint8Array) return json;
  return JSON.stringify(json) ?? '';
}
