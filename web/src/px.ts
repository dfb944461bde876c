/** A computed length, CSS px; 0 for a keyword. */
export function px(length: string): number {
  return Number.parseFloat(length) || 0;
}
