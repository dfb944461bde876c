// A line of text that is never seen: what changes its width changes the setting.

export function createProbe(root: HTMLElement): HTMLElement {
  const probe = root.ownerDocument.createElement('broadsheet-probe');
  probe.setAttribute('aria-hidden', 'true');
  root.append(probe);
  return probe;
}

/** In em, so that a change of text size alone is none. */
export function probeWidth(probe: HTMLElement): number {
  return probe.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(probe).fontSize);
}
