// The panel of reading settings: a group for each, all in sight.
import type { ReaderSettings } from '../reading/reader-settings.js';
import { SETTINGS, type SettingName } from '../reading/settings.js';
import { createRadioGroup } from './radio-group.js';

type Strings = Readonly<Record<string, string>>;

interface PanelOptions {
  readonly strings: Strings;
  readonly settings: ReaderSettings;
  readonly names: readonly SettingName[];
}

/** Names of values, as keys of the strings. The fourth face is a proper name in every language. */
const VALUE_KEYS: Readonly<Record<string, string>> = {
  'theme system': 'themeSystem',
  'theme light': 'themeLight',
  'theme sepia': 'themeSepia',
  'theme dark': 'themeDark',
  'theme contrast': 'themeContrast',
  'spacing normal': 'spacingNormal',
  'spacing wide': 'spacingWide',
  'spacing widest': 'spacingWidest',
  'width narrow': 'widthNarrow',
  'width normal': 'widthNormal',
  'width wide': 'widthWide',
  'font publisher': 'fontPublisher',
  'font serif': 'fontSerif',
  'font sans': 'fontSans',
};
const HYPERLEGIBLE = 'Atkinson Hyperlegible';

export class Panel {
  readonly element: HTMLElement;
  readonly #show = new Map<SettingName, (value: string) => void>();

  constructor({ strings, settings, names }: PanelOptions) {
    this.element = document.createElement('div');
    this.element.className = 'panel';
    this.element.hidden = true;
    this.element.setAttribute('role', 'group');
    this.element.setAttribute('aria-label', strings.readingSettings ?? '');
    for (const name of names) {
      const isSwitch = name === 'align' || name === 'hyphenate';
      const { element, show } = isSwitch
        ? createSwitch(name, strings, settings)
        : createGroup(name, strings, settings);
      show(settings.get(name));
      this.#show.set(name, show);
      this.element.append(element);
    }
  }

  show(name: SettingName, value: string): void {
    this.#show.get(name)?.(value);
  }
}

function createGroup(name: SettingName, strings: Strings, settings: ReaderSettings) {
  return createRadioGroup({
    kind: name,
    legend: strings[name] ?? '',
    choices: SETTINGS[name].values.map((value) => ({
      value,
      name: strings[VALUE_KEYS[`${name} ${value}`] ?? ''] ?? HYPERLEGIBLE,
    })),
    onChoose: (value) => settings.set(name, value),
  });
}

/** On: as the publisher sets it, where that is on. Off: `start`, or `none`. */
function createSwitch(name: 'align' | 'hyphenate', strings: Strings, settings: ReaderSettings) {
  const { initial, values } = SETTINGS[name];
  const off = values.at(-1)!;
  const on = settings.option(name) === off ? initial : settings.option(name);
  const element = document.createElement('label');
  element.className = 'switch';
  const input = document.createElement('input');
  input.type = 'checkbox';
  input.name = name;
  input.setAttribute('role', 'switch');
  const seen = document.createElement('span');
  seen.textContent = strings[name === 'align' ? 'justification' : 'hyphenation'] ?? '';
  element.append(input, seen);
  input.addEventListener('change', () => settings.set(name, input.checked ? on : off));
  const show = (value: string) => {
    input.checked = value !== off;
  };
  return { element, show };
}
