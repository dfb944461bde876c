// A group of radio buttons that keys move as the role promises, in any
// direction of writing: https://www.w3.org/WAI/ARIA/apg/patterns/radio/

export interface RadioChoice {
  readonly value: string;
  /** Its name, in full words. */
  readonly name: string;
  /** What is seen in place of the name. */
  readonly sign?: string;
}

export interface RadioGroup {
  readonly element: HTMLElement;
  /** Shows `value` as chosen. */
  show(value: string): void;
}

export interface RadioGroupOptions {
  /** The group's name, which is seen. */
  readonly legend: string;
  readonly kind: string;
  readonly choices: readonly RadioChoice[];
  readonly onChoose: (value: string) => void;
}

let groups = 0;

export function createRadioGroup(options: RadioGroupOptions): RadioGroup {
  const { legend, kind, choices, onChoose } = options;
  const element = document.createElement('fieldset');
  element.setAttribute('role', 'radiogroup');
  element.className = kind;
  const group = `broadsheet-${kind}-${++groups}`;
  const title = document.createElement('legend');
  title.textContent = legend;
  // Its name even where the legend has no box: see controls.css.
  title.id = `${group}-name`;
  element.setAttribute('aria-labelledby', title.id);
  const steps = document.createElement('div');
  steps.className = 'steps';
  element.append(title, steps);

  const inputs = choices.map((choice) => {
    const { label, input } = createChoice(group, choice);
    steps.append(label);
    return input;
  });
  element.addEventListener('change', () => {
    const chosen = inputs.find((input) => input.checked);
    if (chosen) onChoose(chosen.value);
  });
  element.addEventListener('keydown', (event) => moveByKey(event, inputs));
  const show = (value: string) => {
    for (const input of inputs) input.checked = input.value === value;
  };
  return { element, show };
}

function createChoice(group: string, { value, name, sign }: RadioChoice) {
  const label = document.createElement('label');
  label.className = `step-${value}`;
  const input = document.createElement('input');
  input.type = 'radio';
  input.name = group;
  input.value = value;
  const seen = document.createElement('span');
  seen.textContent = sign ?? name;
  if (sign !== undefined) {
    label.title = name;
    input.setAttribute('aria-label', name);
    seen.setAttribute('aria-hidden', 'true');
  } else {
    // The room that it takes in bold, when it is chosen: see controls.css.
    seen.dataset.name = name;
  }
  label.append(input, seen);
  return { label, input };
}

function moveByKey(event: KeyboardEvent, inputs: readonly HTMLInputElement[]): void {
  const at = inputs.indexOf(event.target as HTMLInputElement);
  if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const isRtl = getComputedStyle(inputs[at]!).direction === 'rtl';
  const next = (at + 1) % inputs.length;
  const previous = (at + inputs.length - 1) % inputs.length;
  const target = {
    ArrowDown: next,
    ArrowUp: previous,
    ArrowRight: isRtl ? previous : next,
    ArrowLeft: isRtl ? next : previous,
    Home: 0,
    End: inputs.length - 1,
  }[event.key];
  if (target === undefined) return;
  event.preventDefault();
  const input = inputs[target]!;
  input.focus({ preventScroll: true });
  if (input.checked) return;
  input.checked = true;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
