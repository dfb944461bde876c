// The settings of one article: the reader's choice where its control is offered
// (text size everywhere), else what the host asks for.
import type { MountOptions, ReadingSettings } from '../api.js';
import { pageState } from '../page.js';
import type { Choices, Persist } from './choices.js';
import { loadHyperlegible } from './fonts.js';
import {
  asProperty,
  DEFAULT_CONTROLS,
  optionOf,
  parseSetting,
  SETTING_NAMES,
  SETTINGS,
  type SettingName,
} from './settings.js';
import { ROOT_PREFIX } from './storage.js';

type Listener = (name: SettingName) => void;

export class ReaderSettings {
  /** The controls to show. */
  readonly controls: ReadonlySet<string>;
  readonly #choices: Choices;
  readonly #persist: Persist;
  readonly #options: MountOptions;
  readonly #values = new Map<SettingName, string>();
  readonly #unsubscribe: () => void;

  constructor(options: MountOptions, onChange: Listener) {
    this.#options = options;
    this.#choices = pageState().choices;
    this.#persist = options.persist ?? 'local';
    this.controls = new Set((options.controls ?? DEFAULT_CONTROLS).split(/\s+/).filter(Boolean));
    for (const name of SETTING_NAMES) {
      const chosen = this.#isOffered(name) ? this.#choices.get(name, this.#persist) : undefined;
      this.#values.set(name, chosen ?? optionOf(name, options));
    }
    if (this.get('font') === 'hyperlegible') void loadHyperlegible();
    this.#unsubscribe = this.#choices.subscribe((name, value) => {
      if (value === this.get(name)) return;
      this.#values.set(name, value);
      onChange(name);
    });
  }

  get(name: SettingName): string {
    return this.#values.get(name)!;
  }

  /** What the host asks for. */
  option(name: SettingName): string {
    return optionOf(name, this.#options);
  }

  /** Counts as the reader's choice, whoever makes it. */
  set(name: SettingName, value: unknown): void {
    const parsed = parseSetting(name, value);
    if (parsed === undefined) {
      throw new RangeError(`${name} is one of ${SETTINGS[name].values.join(', ')}`);
    }
    if (parsed === this.get(name)) return;
    // Text that changes its face twice is read twice: the font comes first.
    if (parsed === 'hyperlegible') void this.#chooseLoaded(name, parsed);
    else this.#choices.choose(name, parsed, this.#persist);
  }

  async #chooseLoaded(name: SettingName, value: string): Promise<void> {
    await loadHyperlegible();
    this.#choices.choose(name, value, this.#persist);
  }

  property(name: SettingName): string | number {
    return asProperty(name, this.get(name));
  }

  /** Puts what is set on the article. */
  mark(article: Element): void {
    for (const name of SETTING_NAMES) markSetting(article, name, this.get(name));
  }

  destroy(): void {
    this.#unsubscribe();
  }

  #isOffered(name: SettingName): boolean {
    return name === 'textScale' || this.controls.has(SETTINGS[name].attribute);
  }
}

/** What is initial needs no mark, unless broadsheet-early.js has set another on the root. */
export function markSetting(element: Element, name: SettingName, value: string): void {
  const { attribute, initial } = SETTINGS[name];
  const isEarly = document.documentElement.hasAttribute(ROOT_PREFIX + attribute);
  if (isEarly || value !== initial) element.setAttribute(`data-${attribute}`, value);
  else element.removeAttribute(`data-${attribute}`);
}

/** What View and its element have in common: a property for each setting. */
export abstract class Adjustable {
  protected abstract readonly settings: ReaderSettings;
  declare textScale: ReadingSettings['textScale'];
  declare theme: ReadingSettings['theme'];
  declare spacing: ReadingSettings['spacing'];
  declare width: ReadingSettings['width'];
  declare font: ReadingSettings['font'];
  declare align: ReadingSettings['align'];
  declare hyphenate: ReadingSettings['hyphenate'];
}
for (const name of SETTING_NAMES) {
  Object.defineProperty(Adjustable.prototype, name, {
    get(this: { settings: ReaderSettings }) {
      return this.settings.property(name);
    },
    set(this: { settings: ReaderSettings }, value: unknown) {
      this.settings.set(name, value);
    },
  });
}
