// What a reader may set: names, values, and what holds until they choose.
import type { ReadingSettings, TextScale } from '../api.js';

export type SettingName =
  | 'textScale'
  | 'theme'
  | 'spacing'
  | 'width'
  | 'font'
  | 'align'
  | 'hyphenate';

interface Setting {
  /** Its attribute, its control's name, and the end of its event's name. */
  readonly attribute: string;
  readonly values: readonly string[];
  readonly initial: string;
}

export const SETTINGS: Readonly<Record<SettingName, Setting>> = {
  textScale: { attribute: 'text-scale', values: ['1', '2', '3', '4', '5'], initial: '2' },
  theme: {
    attribute: 'theme',
    values: ['system', 'light', 'sepia', 'dark', 'contrast'],
    initial: 'system',
  },
  spacing: { attribute: 'spacing', values: ['normal', 'wide', 'widest'], initial: 'normal' },
  width: { attribute: 'width', values: ['narrow', 'normal', 'wide'], initial: 'normal' },
  font: {
    attribute: 'font',
    values: ['publisher', 'serif', 'sans', 'hyperlegible'],
    initial: 'publisher',
  },
  align: { attribute: 'align', values: ['auto', 'justify', 'start'], initial: 'auto' },
  hyphenate: { attribute: 'hyphenate', values: ['auto', 'none'], initial: 'auto' },
};

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];
export const DEFAULT_CONTROLS = 'text-scale';

/** The value that `text` names, or undefined. */
export function parseSetting(name: SettingName, text: unknown): string | undefined {
  const value = String(text ?? '');
  return SETTINGS[name].values.includes(value) ? value : undefined;
}

/** What the host asks for, where the reader has not chosen. */
export function optionOf(name: SettingName, options: Partial<ReadingSettings>): string {
  return parseSetting(name, options[name]) ?? SETTINGS[name].initial;
}

/** A setting as its property has it: the step of text size is a number. */
export function asProperty(name: SettingName, value: string): string | number {
  return name === 'textScale' ? Number(value) : value;
}

export function asStep(value: string): TextScale {
  return Number(value) as TextScale;
}

export function settingOfAttribute(attribute: string): SettingName | undefined {
  return SETTING_NAMES.find((name) => SETTINGS[name].attribute === attribute);
}
