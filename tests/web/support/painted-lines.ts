// Lines as a browser painted them, read off the geometry of every character.

export interface PaintedLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Widths of its plain spaces, CSS px. */
  readonly spaces: readonly number[];
}

/** Runs in the page; needs nothing but its argument. */
export function paintedLines(selector: string): PaintedLine[][] {
  const linesOf = (element: Element): PaintedLine[] => {
    const lines: (PaintedLine & { bottom: number; characters: [string, DOMRect][] })[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text) {
      for (let i = 0; i < node.length; i++) {
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const rect = [...range.getClientRects()].at(-1);
        const character = node.data[i]!;
        let line = lines.at(-1);
        if (!rect) {
          line?.characters.push([character, new DOMRect()]);
          continue;
        }
        if (!line || (rect.top + rect.bottom) / 2 > line.bottom) {
          line = { text: '', left: 0, right: 0, spaces: [], bottom: rect.bottom, characters: [] };
          lines.push(line);
        }
        if (/\S/.test(character)) line.bottom = Math.max(line.bottom, rect.bottom);
        line.characters.push([character, rect]);
      }
    }
    return lines.map(({ characters }) => {
      const inked = characters.filter(([c, rect]) => /\S/.test(c) && rect.width > 0.01);
      const text = characters.map(([c]) => c).join('');
      const begin = text.search(/\S/);
      const end = text.trimEnd().length;
      return {
        text,
        left: Math.min(...inked.map(([, rect]) => rect.left)),
        right: Math.max(...inked.map(([, rect]) => rect.right)),
        spaces: characters
          .slice(begin, end)
          .filter(([c, rect]) => c === ' ' && rect.width > 0.01)
          .map(([, rect]) => rect.width),
      };
    });
  };
  return [...document.querySelectorAll(selector)].map(linesOf);
}
