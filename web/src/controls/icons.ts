// Icons of 24 by 24, drawn in the colour of the text. None of them points in a
// direction of reading, so none is mirrored.

const SVG = 'http://www.w3.org/2000/svg';

const PATHS = {
  settings: 'M3 6h9m6 0h3M3 12h3m6 0h9M3 18h11m6 0h1M12 4h6v4h-6zM6 10h6v4H6zM14 16h6v4h-6z',
  listen: 'M4 18v-5a8 8 0 0 1 16 0v5M4 14h4v6H4zM16 14h4v6h-4z',
  pause: 'M8 5v14M16 5v14',
  resume: 'M8 5l11 7-11 7z',
  stop: 'M6 6h12v12H6z',
} as const;

export type IconName = keyof typeof PATHS;

export function createIcon(name: IconName): SVGElement {
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  icon.append(path);
  return icon;
}

/** A button that shows an icon; its name is also what a pointer gets to read. */
export function createIconButton(icon: IconName, name: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  setIconButton(button, icon, name);
  return button;
}

export function setIconButton(button: HTMLButtonElement, icon: IconName, name: string): void {
  button.className = icon;
  button.title = name;
  button.setAttribute('aria-label', name);
  button.replaceChildren(createIcon(icon));
}
