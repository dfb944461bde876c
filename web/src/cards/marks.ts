// Words of cards that are emphasised, or marked otherwise: they are measured in fonts of their own.

/** Code units [begin, end) of all texts, within these elements, the outermost first: `em code`. */
export interface MarkedRun {
  readonly begin: number;
  readonly end: number;
  readonly marks: string;
}

/** These are set as the text around them (card-guards.css). */
const PLAIN = 'a,span,time';

/** The runs of a part whose text begins at `offset`. */
export function markedRuns(part: Element, offset: number): MarkedRun[] {
  if (!part.querySelector(`:not(${PLAIN})`)) return [];
  const runs: MarkedRun[] = [];
  const walker = part.ownerDocument.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  let begin = offset;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const end = begin + node.length;
    const marks = marksOf(node, part);
    if (marks) runs.push({ begin, end, marks });
    begin = end;
  }
  return runs;
}

function marksOf(node: Node, part: Element): string {
  const names: string[] = [];
  for (let each = node.parentElement; each && each !== part; each = each.parentElement) {
    if (!each.matches(PLAIN)) names.unshift(each.localName);
  }
  return names.join(' ');
}

/** A stretch of text in one font; `edges`: whether its run begins and ends with it. */
export interface Stretch {
  readonly begin: number;
  readonly end: number;
  readonly marks: string;
  readonly edges: number;
}

/** [begin, end) in stretches of one font each. `runs` are in order. */
export function stretches(runs: readonly MarkedRun[], begin: number, end: number): Stretch[] {
  const found: Stretch[] = [];
  let at = begin;
  const plain = (until: number) => {
    if (until > at) found.push({ begin: at, end: until, marks: '', edges: 0 });
    at = Math.max(at, until);
  };
  for (const run of runs) {
    if (run.end <= begin || run.begin >= end) continue;
    plain(run.begin);
    const until = Math.min(run.end, end);
    const edges = Number(run.begin >= begin) + Number(run.end <= end);
    found.push({ begin: at, end: until, marks: run.marks, edges });
    at = until;
  }
  plain(end);
  return found;
}
