// What stands in for cards on their way: rows as src/layout/ will choose them, of a height that texts
// of the usual length fill. All lengths in em of the list.
import type { CardArrangement } from './api.js';

const GAP = 1.25;
const ROW_GAP = 1.9;
const PICTURE_GAP = 0.65;
const PICTURE = 2 / 3;
const LEAD_WIDTH = 44;
const MOST_BESIDE_LEAD = 5;
const FEWEST_BESIDE_LEAD = 2;
const LONG_TITLE = 52;
const GAP_BESIDE_LEAD = ROW_GAP * 0.6;

/** Text of a card, as long as it mostly is: kicker, headline, excerpt, date and reading time. */
function textHeight(width: number, excerpt: number, size = 1, title = 40): number {
  const excerptLines = Math.round((excerpt * 0.9) / width);
  const lines = Math.min(8, Math.max(2, excerptLines)) * 1.31 * (size > 1 ? 1.15 : 1);
  const fill = (title * size) / width;
  // Some headlines are longer: as much more of a line is what many come to.
  const titleLines = Math.max(Math.ceil(fill), fill + 0.7);
  return 1.9 + titleLines * 1.34 * size + lines + Math.ceil(17 / width) * 1.07;
}

const stacked = (width: number, excerpt = 60, size = 1, title?: number) =>
  width * PICTURE + PICTURE_GAP + textHeight(width, excerpt, size, title);

/** Of several beside one another the tallest counts, which has the longest headline. */
function listed(width: number, columns: number): number {
  if (width < 15) return stacked(width, 45);
  const picture = Math.min(10, width * 0.34);
  const title = columns > 1 ? LONG_TITLE : undefined;
  return Math.max(picture * PICTURE, textHeight(width - picture - GAP, 45, 1, title));
}

/** As columns.cpp chooses them. */
function columnsFor(width: number, count: number, narrowest: number, ideal: number): number {
  let [best, least] = [1, Number.POSITIVE_INFINITY];
  for (let n = 1; n <= 8; n++) {
    const ratio = ((width + GAP) / n - GAP) / ideal;
    if (n > 1 && ratio * ideal < narrowest) break;
    const span = n - ((count - 1) % n);
    const uneven = span === 1 ? 0 : span === n ? 0.1 : span === 2 ? 0.08 : 0.15;
    const cost = (ratio - 1) ** 2 / ratio / 2 + uneven + (count < n ? 0.3 : 0);
    if (cost < least) [best, least] = [n, cost];
  }
  return best;
}

/** How many cards a lead is tall enough for; they have no excerpts. */
function besideLead(room: number, height: number, most: number): number {
  const columns = Math.max(1, Math.floor((room + GAP) / (20 + GAP)));
  const width = (room + GAP) / columns - GAP;
  const text = width - Math.min(10, width * 0.34) - GAP;
  const card = 1.5 + Math.ceil(40 / text) * 1.34 + Math.ceil(17 / text) * 1.07 + GAP_BESIDE_LEAD;
  const rows = Math.floor((height + 1 + GAP_BESIDE_LEAD) / card);
  return Math.min(most, MOST_BESIDE_LEAD, Math.max(FEWEST_BESIDE_LEAD, rows * columns));
}

/** Widths of the cells as shares of their row, and how tall it is. */
interface Row {
  readonly cells: readonly number[];
  readonly height: number;
  readonly side?: boolean;
}

function rowsOf(layout: CardArrangement, width: number, count: number): Row[] {
  if (layout === 'rail') return [railRow(width, count)];
  const rows: Row[] = [];
  let left = count;
  if (layout === 'lead') {
    const beside = width >= LEAD_WIDTH && count > 1;
    const lead = beside ? Math.min(LEAD_WIDTH, (width - GAP) * 0.58) : width;
    const height = stacked(lead, 120, 1.5);
    rows.push({ cells: beside ? [lead, width - lead - GAP] : [1], height });
    left -= 1 + (beside ? besideLead(width - lead - GAP, height, count - 1) : 0);
    if (left <= 0) return rows;
  }
  const isGrid = layout === 'grid';
  const n = isGrid ? columnsFor(width, left, 13, 17) : columnsFor(width, left, 24, 34);
  const column = (width + GAP) / n - GAP;
  const span = n - ((left - 1) % n);
  for (let wide = span; left > 0; wide = 1) {
    const cells = [wide, ...Array<number>(n - wide).fill(1)];
    const first = Math.ceil(wide / 2) * (column + GAP) - GAP;
    const stack = wide > 1 && wide === n ? first * PICTURE : stacked(column);
    rows.push({
      cells,
      height: isGrid ? Math.max(stack, wide > 1 ? first * PICTURE : 0) : listed(column, n),
      side: !isGrid,
    });
    left -= cells.length;
  }
  return rows;
}

function railRow(width: number, count: number): Row {
  const all = (width + GAP) / count - GAP;
  const shown = Math.max(1, Math.round((width + GAP) / (16 + GAP) - 0.3));
  const card = all >= 13 ? Math.min(all, 28) : (width - shown * GAP) / (shown + 0.3);
  const cells = all >= 13 ? Array<number>(count).fill(1) : [...Array<number>(shown).fill(1), 0.3];
  // The room of the focus ring and of the bar; of the buttons, where they have no place beside the
  // heading, else of the heading's second line, since they narrow it.
  const around = 1.4 - 0.4 + (all >= 13 ? 0 : width < 16 ? 3.1 : width < 24 ? 1.56 : 0);
  return { cells, height: stacked(card, 60, 1, LONG_TITLE) + around };
}

/** Draws `count` cards into `root`, which is as wide as they will be. */
export function drawSkeleton(root: HTMLElement, layout: CardArrangement, count: number): void {
  const create = (name: string, ...children: HTMLElement[]) => {
    const element = document.createElement('div');
    element.className = name;
    element.append(...children);
    return element;
  };
  const em = Number.parseFloat(getComputedStyle(root).fontSize);
  const rows = rowsOf(layout, Math.max(1, root.clientWidth / em), count).map((row) => {
    const cells = row.cells.map(() => create('card', create('picture'), create('text')));
    const element = create(row.side ? 'row side' : 'row', ...cells);
    element.style.blockSize = `${row.height}em`;
    element.style.gridTemplateColumns = row.cells.map((share) => `minmax(0, ${share}fr)`).join(' ');
    return element;
  });
  const list = create('cards', ...rows);
  list.style.rowGap = `${ROW_GAP}em`;
  root.replaceChildren(create('heading'), list);
}
