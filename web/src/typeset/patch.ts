// Line breaks in the page: empty elements between the text's own nodes. Only
// what differs from before is touched, and the text itself never changes.
import type { EngineLine } from '../engine.js';
import type { Run } from './collect.js';

/** One line's share of one text node. Offsets are in the node's text. */
interface Segment {
  readonly begin: number;
  readonly end: number;
  /** Steps of letter-fit. */
  readonly fit: number;
  readonly lineEnd: 'none' | 'plain' | 'hyphen';
}

/** What stands in the page for a segment. */
interface Part {
  readonly text: Text;
  fit: Element | undefined;
  lineEnd: Element | undefined;
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
    return (
      this.#parts.every(({ text }) => text.isConnected) &&
      this.#parts.map(({ text }) => text.data).join('') === this.#original
    );
  }

  apply(segments: readonly Segment[]): void {
    segments.forEach((segment, i) => {
      const part = this.#part(i);
      const data = this.#original.slice(segment.begin, segment.end);
      if (part.text.data !== data) part.text.data = data;
      setFit(part, segment.fit);
      setLineEnd(part, segment.lineEnd);
    });
    for (const part of this.#parts.splice(Math.max(1, segments.length))) removePart(part);
  }

  restore(): void {
    this.apply([{ begin: 0, end: this.#original.length, fit: 0, lineEnd: 'none' }]);
  }

  /** Takes the setting off and leaves the text as somebody else has changed it. */
  abandon(): void {
    for (const part of this.#parts) {
      setFit(part, 0);
      setLineEnd(part, 'none');
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

function setFit(part: Part, fit: number): void {
  if (fit === 0) {
    part.fit?.replaceWith(...part.fit.childNodes);
    part.fit = undefined;
    return;
  }
  if (!part.fit) {
    part.fit = part.text.ownerDocument.createElement('broadsheet-fit');
    part.text.replaceWith(part.fit);
    part.fit.append(part.text);
  }
  if (part.fit.getAttribute('steps') !== String(fit)) part.fit.setAttribute('steps', String(fit));
}

function setLineEnd(part: Part, lineEnd: Segment['lineEnd']): void {
  if (lineEnd === 'none') {
    part.lineEnd?.remove();
    part.lineEnd = undefined;
    return;
  }
  if (!part.lineEnd) {
    part.lineEnd = part.text.ownerDocument.createElement('broadsheet-break');
    (part.fit ?? part.text).after(part.lineEnd);
  }
  part.lineEnd.toggleAttribute('hyphen', lineEnd === 'hyphen');
}

function removePart({ text, fit, lineEnd }: Part): void {
  text.remove();
  fit?.remove();
  lineEnd?.remove();
}

/** Cuts `lines` of a paragraph into the segments of each of its text nodes. */
export function segmentsOf(run: Run, lines: readonly EngineLine[]): Segment[] {
  const segments: Segment[] = [];
  let at = run.begin;
  for (const line of lines) {
    if (line.end <= run.begin) continue;
    const isLast = line === lines.at(-1);
    const end = isLast ? run.end : Math.min(line.end, run.end);
    const endsHere = !isLast && line.end <= run.end;
    segments.push({
      begin: at - run.begin,
      end: end - run.begin,
      fit: line.fit,
      lineEnd: endsHere ? (line.hyphen ? 'hyphen' : 'plain') : 'none',
    });
    at = end;
    if (at >= run.end) break;
  }
  return segments;
}
