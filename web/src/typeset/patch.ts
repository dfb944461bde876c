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
  readonly start: SegmentStart;
  /** Undefined where the line goes on in another node. */
  readonly lineEnd: LineEnd | undefined;
}

/** What wraps the text: an element where any of it is there. */
interface SegmentStart {
  readonly fit: number;
  readonly hang: number;
  readonly mark: Mark;
}

interface LineEnd {
  readonly hyphen: boolean;
  readonly hang: number;
  readonly mark: Mark;
}

/** What stands in the page for a segment. */
interface Part {
  readonly text: Text;
  fit: Element | undefined;
  lineEnd: Element | undefined;
}

const WHOLE: SegmentStart = { fit: 0, hang: 0, mark: undefined };

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
      setStart(part, segment.start);
      setLineEnd(part, segment.lineEnd);
    });
    for (const part of this.#parts.splice(Math.max(1, segments.length))) removePart(part);
  }

  restore(): void {
    this.apply([{ begin: 0, end: this.#original.length, start: WHOLE, lineEnd: undefined }]);
    for (const part of this.#parts) unwrap(part);
  }

  /** Takes the setting off and leaves the text as somebody else has changed it. */
  abandon(): void {
    for (const part of this.#parts) {
      unwrap(part);
      setLineEnd(part, undefined);
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
  return lineEnd ?? fit ?? text;
}

function setStart(part: Part, { fit, hang, mark }: SegmentStart): void {
  if (!part.fit) {
    if (fit === 0 && hang === 0 && !mark) return;
    part.fit = part.text.ownerDocument.createElement('broadsheet-fit');
    part.text.replaceWith(part.fit);
    part.fit.append(part.text);
  }
  setAttribute(part.fit, 'steps', fit && String(fit));
  setAttribute(part.fit, 'hang', hang && String(hang));
  setAttribute(part.fit, 'mark', mark);
}

/** An element that says nothing any more stays until then: at the next width it may again. */
function unwrap(part: Part): void {
  part.fit?.replaceWith(part.text);
  part.fit = undefined;
}

function setLineEnd(part: Part, lineEnd: LineEnd | undefined): void {
  if (!lineEnd) {
    part.lineEnd?.remove();
    part.lineEnd = undefined;
    return;
  }
  if (!part.lineEnd) {
    part.lineEnd = part.text.ownerDocument.createElement('broadsheet-break');
    (part.fit ?? part.text).after(part.lineEnd);
  }
  setAttribute(part.lineEnd, 'hyphen', lineEnd.hyphen && '');
  setAttribute(part.lineEnd, 'hang', lineEnd.hang && String(lineEnd.hang));
  setAttribute(part.lineEnd, 'mark', lineEnd.mark);
}

function setAttribute(element: Element, name: string, value: string | 0 | false | undefined): void {
  if (typeof value !== 'string') element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function removePart({ text, fit, lineEnd }: Part): void {
  text.remove();
  fit?.remove();
  lineEnd?.remove();
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
    segments.push({
      begin: at - run.begin,
      end: end - run.begin,
      start: {
        fit: line.fit,
        hang: startsLine ? line.hangStart : 0,
        mark: startsLine ? lines[i - 1]?.mark : undefined,
      },
      lineEnd:
        isLast || line.end > run.end
          ? undefined
          : { hyphen: line.hyphen, hang: line.hangEnd, mark: line.mark },
    });
    at = end;
  });
  return segments;
}
