// Paragraphs of one column: the browser finds the width of one, the others keep
// theirs until they are set anew. So a change of width does not lay out lines that
// are about to be replaced.
import type { Column } from './geometry.js';
import type { SetParagraph } from './paragraph.js';

const TOLERANCE_PX = 0.5;

interface Members {
  readonly kind: string;
  readonly left: number;
  readonly width: number;
  readonly paragraphs: SetParagraph[];
}

export class Columns {
  readonly #leaders = new Map<SetParagraph, SetParagraph>();
  readonly #read = new Map<SetParagraph, Column | undefined>();

  #isGathered = false;

  get isGathered(): boolean {
    return this.#isGathered;
  }

  /** `paragraphs`: each as wide as the page's rules make it. */
  gather(paragraphs: Iterable<SetParagraph>): void {
    this.#isGathered = true;
    const parents = new Map<Element, Members[]>();
    for (const paragraph of paragraphs) {
      const { parentElement } = paragraph.element;
      if (!parentElement || !paragraph.canBeHeld) continue;
      const known = parents.get(parentElement) ?? [];
      parents.set(parentElement, known);
      join(known, paragraph);
    }
    for (const members of [...parents.values()].flat()) this.#lead(members.paragraphs);
  }

  /** Who tells the width of `paragraph`; undefined where it tells its own. */
  leaderOf(paragraph: SetParagraph): SetParagraph | undefined {
    return this.#leaders.get(paragraph);
  }

  /** Where `paragraph` stands now; undefined while it has no box. */
  of(paragraph: SetParagraph): Column | undefined {
    const leader = this.#leaders.get(paragraph);
    if (!leader) return paragraph.column();
    if (!this.#read.has(leader)) this.#read.set(leader, leader.column());
    const column = this.#read.get(leader);
    if (column) return column;
    // What leads is hidden.
    this.release();
    return paragraph.column();
  }

  /** Widths are to be read anew. */
  forget(): void {
    this.#read.clear();
  }

  /** All are as wide as the page's rules make them. */
  release(): void {
    this.#isGathered = false;
    for (const paragraph of this.#leaders.keys()) paragraph.letGo();
    this.#leaders.clear();
  }

  /** The shortest leads: its lines are laid out once too often. */
  #lead(paragraphs: readonly SetParagraph[]): void {
    const length = ({ text }: SetParagraph) => text.text.length;
    const leader = paragraphs.reduce((a, b) => (length(b) < length(a) ? b : a));
    for (const each of paragraphs) if (each !== leader) this.#leaders.set(each, leader);
  }
}

/** The same rules give the same box, as far as can be seen. */
function join(known: Members[], paragraph: SetParagraph): void {
  const { left, width } = paragraph.element.getBoundingClientRect();
  const isAlike = (each: Members) =>
    each.kind === paragraph.kind &&
    Math.abs(each.left - left) <= TOLERANCE_PX &&
    Math.abs(each.width - width) <= TOLERANCE_PX;
  const column = known.find(isAlike);
  if (column) column.paragraphs.push(paragraph);
  else known.push({ kind: paragraph.kind, left, width, paragraphs: [paragraph] });
}
