// The reading controls: in a shadow root, so that the host's styles miss them.
// The text size is here; what opens from a button comes with it, when it is
// first pressed.
import controlsCss from '../../styles/controls.css';
import type { ReaderSettings } from '../reading/reader-settings.js';
import { SETTINGS, type SettingName } from '../reading/settings.js';
import { createIconButton } from './icons.js';
import { createRadioGroup, type RadioGroup } from './radio-group.js';
import type * as Tools from './tools.js';

export type LoadTools = () => Promise<typeof Tools>;

export interface BarOptions {
  readonly article: Element;
  readonly strings: Readonly<Record<string, string>>;
  readonly settings: ReaderSettings;
  readonly loadTools: LoadTools;
}

/** Settings in the panel, in the order in which they are shown. */
const PANEL: readonly SettingName[] = ['theme', 'font', 'spacing', 'width', 'align', 'hyphenate'];

let sheet: CSSStyleSheet | undefined;

function controlsSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(controlsCss);
  }
  return sheet;
}

export class ControlBar {
  /** To be placed in the article. */
  readonly element: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #options: BarOptions;
  #sizes: RadioGroup | undefined;
  #panel: Tools.Panel | undefined;
  #listener: Tools.Listener | undefined;

  /** Undefined where no control is wanted that would show. */
  static create(options: BarOptions): ControlBar | undefined {
    const bar = new ControlBar(options);
    return bar.#root.querySelector('.bar')?.childElementCount ? bar : undefined;
  }

  private constructor(options: BarOptions) {
    this.#options = options;
    this.element = document.createElement('div');
    this.element.className = 'broadsheet-controls';
    this.#root = this.element.attachShadow({ mode: 'open' });
    this.#root.adoptedStyleSheets = [controlsSheet()];
    const bar = document.createElement('div');
    bar.className = 'bar';
    this.#root.append(bar);

    const { controls } = options.settings;
    if (controls.has('text-scale')) bar.append(this.#createSizes());
    const tools = document.createElement('div');
    tools.className = 'tools';
    const inPanel = PANEL.filter((name) => controls.has(SETTINGS[name].attribute));
    if (inPanel.length > 0) tools.append(this.#createPanelButton(inPanel));
    if (controls.has('listen') && 'speechSynthesis' in globalThis) {
      tools.append(this.#createListenButton());
    }
    if (tools.childElementCount > 0) bar.append(tools);
  }

  /** Shows a setting as it is now. */
  show(name: SettingName): void {
    const value = this.#options.settings.get(name);
    if (name === 'textScale') this.#sizes?.show(value);
    else this.#panel?.show(name, value);
  }

  destroy(): void {
    this.#listener?.stop();
  }

  #createSizes(): HTMLElement {
    const { strings, settings } = this.#options;
    this.#sizes = createRadioGroup({
      kind: 'text-size',
      legend: strings.textSize ?? '',
      choices: SETTINGS.textScale.values.map((value) => ({
        value,
        name: strings[`textSize${value}`] ?? value,
        sign: 'A',
      })),
      onChoose: (value) => settings.set('textScale', value),
    });
    this.#sizes.show(settings.get('textScale'));
    return this.#sizes.element;
  }

  #createPanelButton(names: readonly SettingName[]): HTMLButtonElement {
    const { strings, settings } = this.#options;
    const button = createIconButton('settings', strings.readingSettings ?? '');
    button.setAttribute('aria-expanded', 'false');
    const toggle = (open: boolean) => {
      if (!this.#panel) return;
      this.#panel.element.hidden = !open;
      button.setAttribute('aria-expanded', String(open));
    };
    button.addEventListener('click', () =>
      this.#withTools(({ Panel }) => {
        if (!this.#panel) {
          this.#panel = new Panel({ strings, settings, names });
          this.#root.append(this.#panel.element);
          this.#root.addEventListener('keydown', (event) => {
            if ((event as KeyboardEvent).key !== 'Escape' || this.#panel?.element.hidden) return;
            toggle(false);
            button.focus();
          });
        }
        toggle(this.#panel.element.hidden);
      }),
    );
    return button;
  }

  #createListenButton(): HTMLButtonElement {
    const { strings, article } = this.#options;
    const button = createIconButton('listen', strings.listen ?? '');
    button.addEventListener('click', () =>
      this.#withTools(({ Listener }) => {
        this.#listener ??= new Listener({ article, strings, button, sheet: controlsSheet() });
        this.#listener.toggle();
      }),
    );
    return button;
  }

  /** A tool that does not come leaves its button as it is: the next press tries again. */
  async #withTools(use: (tools: typeof Tools) => void): Promise<void> {
    try {
      use(await this.#options.loadTools());
    } catch (error) {
      console.warn('[broadsheet] the reading controls could not be loaded:', error);
    }
  }
}
