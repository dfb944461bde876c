// Line breaks in the page: empty elements between the text's own nodes. Only
// what differs from before is touched, and the text itself never changes.
import type { Mark } from './bidi.js';
import type { Run } from './collect.js';
import type { EngineLine } from './wire.js';

/** A line as the page shows it. */
export interface PageLine extends EngineLine {
  /** Direction that stands at its end, and at the start of the next line. */
  readonly mark?: Mark;
}

/** One line's share of one text node. Offsets are in the node's text. */
interface Segment {
  readonly begin: number;
  readonly end: number;
  /** Steps of letter-fit. */
  readonly fit: number;
  /** Levels of marks that hang where the line begins and where it ends. */
  readonly hangStart: number;
  readonly hangEnd: number;
  readonly markStart: Mark;
  readonly markEnd: Mark;
  /** The line ends here, not in another node. */
  readonly endsLine: boolean;
  readonly hyphen: boolean;
}

/** What stands in the page for a segment. */
interface Part {
  readonly text: Text;
  fit: OwnElement | undefined;
  lineEnd: OwnElement | undefined;
}

/** An element of the setting, which remembers its attributes: asking the page takes longer. */
class OwnElement {
  readonly element: Element;
  readonly #values: Record<string, string | undefined> = {};

  constructor(name: string, document: Document) {
    this.element = document.createElement(name);
  }

  set(name: string, value: string | 0 | undefined): void {
    const wanted = value === 0 ? undefined : value;
    if (this.#values[name] === wanted) return;
    this.#values[name] = wanted;
    if (wanted === undefined) this.element.removeAttribute(name);
    else this.element.setAttribute(name, wanted);
  }
}

/** One text node of the page, in parts. The first part is the node itself. */
export class BrokenText {
  readonly #original: string;
  readonly #parts: Part[];

  constructor(node: Text) {
    this.#original = node.data;
    this.#parts = [{ text: node, fit: undefined, lineEnd: undefined }];
  }

  /** True while nobody else has changed the text. */
  isIntact(): boolean {
    let at = 0;
    for (const { text } of this.#parts) {
      if (!text.isConnected || !this.#original.startsWith(text.data, at)) return false;
      at += text.length;
    }
    return at === this.#original.length;
  }

  /** Where `offset` of one of its nodes is in the whole text; undefined for another's node. */
  offsetOf(node: Node, offset: number): number | undefined {
    let at = 0;
    for (const { text } of this.#parts) {
      if (text === node) return at + offset;
      at += text.length;
    }
    return undefined;
  }

  /** The node and the place in it of an offset; of two that touch, the one that goes on. */
  placeOf(offset: number): { node: Text; offset: number } {
    let at = 0;
    for (const { text } of this.#parts) {
      if (offset < at + text.length) return { node: text, offset: offset - at };
      at += text.length;
    }
    const { text } = this.#parts.at(-1)!;
    return { node: text, offset: text.length };
  }

  apply(segments: readonly Segment[]): void {
    segments.forEach((segment, i) => {
      const part = this.#part(i);
      const data = this.#original.slice(segment.begin, segment.end);
      if (part.text.data !== data) part.text.data = data;
      setStart(part, segment);
      setLineEnd(part, segment);
    });
    for (const part of this.#parts.splice(Math.max(1, segments.length))) removePart(part);
  }

  restore(): void {
    const [first, ...others] = this.#parts;
    for (const part of others) removePart(part);
    if (first!.text.data !== this.#original) first!.text.data = this.#original;
    this.#parts.length = 1;
    unwrap(first!);
    removeLineEnd(first!);
  }

  /** Takes the setting off and leaves the text as somebody else has changed it. */
  abandon(): void {
    for (const part of this.#parts) {
      unwrap(part);
      removeLineEnd(part);
    }
  }

  #part(index: number): Part {
    const known = this.#parts[index];
    if (known) return known;
    const last = this.#parts[index - 1]!;
    const text = last.text.ownerDocument.createTextNode('');
    lastNodeOf(last).after(text);
    const part: Part = { text, fit: undefined, lineEnd: undefined };
    this.#parts.push(part);
    return part;
  }
}

function lastNodeOf({ text, fit, lineEnd }: Part): ChildNode {
  return lineEnd?.element ?? fit?.element ?? text;
}

/** An element that says nothing any more stays until the text is whole: at the next width it may again. */
function setStart(part: Part, { fit, hangStart, markStart }: Segment): void {
  if (!part.fit) {
    if (fit === 0 && hangStart === 0 && !markStart) return;
    part.fit = new OwnElement('broadsheet-fit', part.text.ownerDocument);
    part.text.replaceWith(part.fit.element);
    part.fit.element.append(part.text);
  }
  part.fit.set('steps', fit && String(fit));
  part.fit.set('hang', hangStart && String(hangStart));
  part.fit.set('mark', markStart);
}

function unwrap(part: Part): void {
  part.fit?.element.replaceWith(part.text);
  part.fit = undefined;
}

function setLineEnd(part: Part, { endsLine, hyphen, hangEnd, markEnd }: Segment): void {
  if (!endsLine) {
    removeLineEnd(part);
    return;
  }
  if (!part.lineEnd) {
    part.lineEnd = new OwnElement('broadsheet-break', part.text.ownerDocument);
    (part.fit?.element ?? part.text).after(part.lineEnd.element);
  }
  part.lineEnd.set('hyphen', hyphen ? '' : undefined);
  part.lineEnd.set('hang', hangEnd && String(hangEnd));
  part.lineEnd.set('mark', markEnd);
}

function removeLineEnd(part: Part): void {
  part.lineEnd?.element.remove();
  part.lineEnd = undefined;
}

function removePart(part: Part): void {
  part.text.remove();
  part.fit?.element.remove();
  removeLineEnd(part);
}

/** Cuts `lines` of a paragraph into the segments of one of its text nodes. */
export function segmentsOf(run: Run, lines: readonly PageLine[]): Segment[] {
  const segments: Segment[] = [];
  let at = run.begin;
  let lineBegin = 0;
  lines.forEach((line, i) => {
    const isLast = i === lines.length - 1;
    const begin = lineBegin;
    lineBegin = line.end;
    if ((!isLast && line.end <= run.begin) || at >= run.end) return;
    const end = isLast ? run.end : Math.min(line.end, run.end);
    const startsLine = at === begin;
    const endsLine = !isLast && line.end <= run.end;
    segments.push({
      begin: at - run.begin,
      end: end - run.begin,
      fit: line.fit,
      hangStart: startsLine ? line.hangStart : 0,
      hangEnd: line.hangEnd,
      markStart: startsLine ? lines[i - 1]?.mark : undefined,
      markEnd: line.mark,
      endsLine,
      hyphen: line.hyphen,
    });
    at = end;
  });
  return segments;
}
