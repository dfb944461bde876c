// Pages of one list of cards inside the engine.
import type { Cards, CardsParseOptions, RenderOptions } from './api.js';
import type { Commands, Engine, Handle } from './engine.js';
import { rulesOff } from './polish.js';

/** An archive of 200,000 cards may take as much. */
const MOST_BYTES = 128 << 20;
const DEFAULT_LEVEL = 2;

interface Held {
  readonly engine: Engine;
  readonly handle: Handle;
}
const finalizers = new FinalizationRegistry<Held>(({ engine, handle }) =>
  engine.disposeCards(handle),
);

export class CardFeed {
  readonly pages: Cards[] = [];
  readonly #engine: Engine;
  readonly #handle: Handle;
  readonly #options: CardsParseOptions;

  constructor(engine: Engine, options: CardsParseOptions) {
    this.#engine = engine;
    this.#options = options;
    this.#handle = engine.newCards(options.exclude ?? []);
    finalizers.register(this, { engine, handle: this.#handle });
  }

  add(json: string | Uint8Array): Cards {
    const { lang = '', dir = '', limits } = this.#options;
    const held = { bytes: MOST_BYTES, ...limits };
    const summary = this.#engine.addCards(this.#handle, json, lang, dir, held);
    const page = Object.freeze(JSON.parse(summary) as Cards);
    this.pages.push(page);
    return page;
  }

  /** Cards [begin, end) of a page, with heading and list. */
  commands(
    page: number,
    [begin, end]: readonly [number, number],
    { headingLevel = DEFAULT_LEVEL, polish }: RenderOptions,
  ): Commands {
    const off = rulesOff(polish);
    return this.#engine.cardCommands(this.#handle, page, begin, end, headingLevel - 1, off);
  }

  html({ headingLevel = DEFAULT_LEVEL, polish }: RenderOptions): string {
    return this.#engine.cardHtml(this.#handle, headingLevel - 1, rulesOff(polish));
  }
}
