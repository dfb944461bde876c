// Where in a JSON file a finding is: line and column, as editors count them.
import { type Node, parseTree } from 'jsonc-parser';
import type { Diagnostic } from '../api.js';

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in characters: one outside the basic plane counts once. */
  readonly column: number;
}

const START: Position = { line: 1, column: 1 };

/** Findings about the text as a whole, which may be too deep or too long to be looked through. */
const OF_THE_WHOLE = ['json-encoding', 'limit-bytes', 'limit-depth'];

/** Finds places in one JSON text. */
export class Locator {
  readonly #text: string;
  #tree: Node | undefined;
  #lines: LineTable | undefined;

  constructor(bytes: Uint8Array) {
    // Drops a byte order mark, and reads broken UTF-8 as the engine does.
    this.#text = new TextDecoder().decode(bytes);
  }

  /** The place that the pointer names; for what is missing, the object that lacks it. */
  locate({ code, pointer, message }: Diagnostic): Position {
    if (code === 'json-syntax') return positionIn(message);
    if (OF_THE_WHOLE.includes(code)) return START;
    this.#tree ??= parseTree(this.#text);
    if (!this.#tree) return START;
    const node = find(this.#tree, pointer);
    this.#lines ??= new LineTable(this.#text);
    return this.#lines.position(namesItsKey(code) ? keyOf(node).offset : node.offset);
  }
}

/** Turns offsets into lines and columns, however long a line is. */
class LineTable {
  readonly #starts: readonly number[];
  /** Characters that take two UTF-16 code units. */
  readonly #pairs: readonly number[];

  constructor(text: string) {
    this.#starts = [0].concat(offsetsOf(/\n/g, text).map((offset) => offset + 1));
    this.#pairs = offsetsOf(/[\u{10000}-\u{10ffff}]/gu, text);
  }

  position(offset: number): Position {
    const line = countBelow(this.#starts, offset + 1);
    const start = this.#starts[line - 1]!;
    const pairs = countBelow(this.#pairs, offset) - countBelow(this.#pairs, start);
    return { line, column: offset - start - pairs + 1 };
  }
}

function offsetsOf(pattern: RegExp, text: string): number[] {
  const offsets: number[] = [];
  for (const { index } of text.matchAll(pattern)) offsets.push(index);
  return offsets;
}

/** How many of `sorted` are less than `limit`. */
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The engine says where JSON ends to be JSON in the message. */
function positionIn(message: string): Position {
  const [, line, column] = /line (\d+), column (\d+)/.exec(message) ?? [];
  return line ? { line: Number(line), column: Number(column) } : START;
}

function namesItsKey(code: string): boolean {
  return code === 'unknown-key' || code === 'duplicate-key';
}

/** The node at `pointer` (RFC 6901), or the last one on the way that there is. */
function find(root: Node, pointer: string): Node {
  let node = root;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const next = node.type === 'array' ? node.children?.[Number(key)] : memberOf(node, key);
    if (!next) break;
    node = next;
  }
  return node;
}

/** Of a key that is said twice, the last one counts. */
function memberOf(object: Node, key: string): Node | undefined {
  const members = object.children ?? [];
  for (let i = members.length - 1; i >= 0; i--) {
    const [name, value] = members[i]!.children ?? [];
    if (asRead(name?.value) === key) return value;
  }
  return undefined;
}

/** NUL and halves of surrogate pairs read as U+FFFD in the engine. */
function asRead(key: unknown): string {
  return Buffer.from(`${key}`.replaceAll('\0', '\ufffd')).toString();
}

/** Of a member its key, of anything else itself. */
function keyOf(node: Node): Node {
  return node.parent?.type === 'property' ? (node.parent.children?.[0] ?? node) : node;
}
