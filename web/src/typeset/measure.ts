// Widths as the browser would paint them, asked of a canvas and remembered.

/** The part of a 2D canvas context that is used, so that tests can pass a fake. */
export type TextContext = Pick<CanvasRenderingContext2D, 'font' | 'measureText'>;

export class Ruler {
  readonly #context: TextContext;
  readonly #widths = new Map<string, Map<string, number>>();

  constructor(context: TextContext) {
    this.#context = context;
  }

  /** CSS px. */
  width(font: string, text: string): number {
    let known = this.#widths.get(font);
    if (!known) {
      known = new Map();
      this.#widths.set(font, known);
    }
    let width = known.get(text);
    if (width === undefined) {
      // Assigning parses CSS: only where the font changes.
      if (this.#context.font !== font) this.#context.font = font;
      width = this.#context.measureText(text).width;
      known.set(text, width);
    }
    return width;
  }

  /**
   * The width of a space between two characters: kerning reaches across it in the page, so a space
   * alone says too little.
   */
  spaceWidth(font: string, space: string, before: string, after: string): number {
    return (
      this.width(font, before + space + after) - this.width(font, before) - this.width(font, after)
    );
  }

  /** Forgets everything: a font has arrived, or changed. */
  clear(): void {
    this.#widths.clear();
  }
}

export function createRuler(): Ruler {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new TypeError('no 2D canvas to measure with');
  return new Ruler(context);
}
