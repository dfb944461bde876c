import type { RenderOptions } from './api.js';

/** The names of the rules that are off, as the engine takes them. */
export function rulesOff(polish: RenderOptions['polish'] = 'auto'): string {
  if (polish === 'auto') return '';
  return polish === 'none' ? 'none' : polish.off.join(' ');
}
