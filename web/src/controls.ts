// The reading controls: in a shadow root, so that the host's styles miss them.
import controlsCss from '../styles/controls.css';
import type { TextScale } from './api.js';
import { TEXT_SCALES } from './text-scale.js';

export interface Controls {
  /** To be placed in the article. */
  readonly element: HTMLElement;
  /** Shows `scale` as chosen. */
  show(scale: TextScale): void;
}

export interface ControlsOptions {
  readonly strings: Readonly<Record<string, string>>;
  readonly scale: TextScale;
  readonly onTextScale: (scale: TextScale) => void;
}

let sheet: CSSStyleSheet | undefined;
let groups = 0;

function controlsSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(controlsCss);
  }
  return sheet;
}

/** The text-size control: five letters A, a group of radio buttons. */
export function createControls({ strings, scale, onTextScale }: ControlsOptions): Controls {
  const element = document.createElement('div');
  element.className = 'broadsheet-controls';
  const root = element.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [controlsSheet()];

  const group = document.createElement('fieldset');
  group.setAttribute('role', 'radiogroup');
  const legend = document.createElement('legend');
  legend.textContent = strings.textSize ?? '';
  const steps = document.createElement('div');
  steps.className = 'steps';
  group.append(legend, steps);
  const name = `broadsheet-text-size-${++groups}`;
  const inputs = TEXT_SCALES.map((step) => {
    const { label, input } = createStep(name, step, strings[`textSize${step}`] ?? String(step));
    steps.append(label);
    return input;
  });
  group.addEventListener('change', () => {
    const chosen = inputs.findIndex((input) => input.checked);
    onTextScale(TEXT_SCALES[chosen]!);
  });
  root.append(group);

  const show = (shown: TextScale) => {
    inputs.forEach((input, i) => {
      input.checked = TEXT_SCALES[i] === shown;
    });
  };
  show(scale);
  return { element, show };
}

function createStep(name: string, step: TextScale, title: string) {
  const label = document.createElement('label');
  label.className = `step-${step}`;
  label.title = title;
  const input = document.createElement('input');
  input.type = 'radio';
  input.name = name;
  input.value = String(step);
  input.setAttribute('aria-label', title);
  const letter = document.createElement('span');
  letter.setAttribute('aria-hidden', 'true');
  letter.textContent = 'A';
  label.append(input, letter);
  return { label, input };
}
