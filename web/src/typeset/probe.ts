// A line of text that is never seen: what changes its width changes the setting.
import { contentWidth } from './geometry.js';

export function createProbe(root: HTMLElement): HTMLElement {
  const probe = root.ownerDocument.createElement('broadsheet-probe');
  probe.setAttribute('aria-hidden', 'true');
  root.append(probe);
  return probe;
}

/** In em, so that a change of text size alone is none. */
export function probeWidth(probe: HTMLElement): number {
  const style = getComputedStyle(probe);
  return contentWidth(style) / Number.parseFloat(style.fontSize);
}
