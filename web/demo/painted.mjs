// Lines as the browser painted them, whoever chose their ends, and how good they
// are: docs/typesetting.md defines the figures.

const TOKEN = /[ \u00A0]|[^ \u00A0]+/g;
const INVISIBLE = /[\u00AD\u200B\u2060]/g;
const RIVER = 3;

/**
 * The lines of one paragraph: `text`, `left`, `right`, `top`, `bottom`, `hyphenated`, and the `gaps`
 * between its words, each `{left, right, plain}`; CSS px of the viewport.
 */
export function paintedLines(paragraph) {
  const lines = [];
  for (const { text, rect } of paintedTokens(paragraph)) addToken(lines, text, rect);
  for (const line of lines) {
    const begin = line.text.search(/[^ \u00A0]/);
    const end = line.text.replace(/[ \u00A0]+$/, '').length;
    line.gaps = line.gaps.filter(({ at }) => at > begin && at < end);
  }
  lines.forEach((line, i) => {
    line.hyphenated = endsInsideWord(line, lines[i + 1]);
  });
  return lines;
}

/** Words and spaces in order; what is painted on two lines comes character by character. */
function* paintedTokens(paragraph) {
  const range = document.createRange();
  const rectsOf = (node, begin, end) => {
    range.setStart(node, begin);
    range.setEnd(node, end);
    return [...range.getClientRects()];
  };
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { 0: text, index } of node.data.matchAll(TOKEN)) {
      const rects = rectsOf(node, index, index + text.length);
      if (rects.length < 2) {
        yield { text, rect: rects[0] };
        continue;
      }
      for (let i = index; i < index + text.length; i++) {
        yield { text: node.data[i], rect: rectsOf(node, i, i + 1).at(-1) };
      }
    }
  }
}

function addToken(lines, text, rect) {
  let line = lines.at(-1);
  const isSpace = /^[ \u00A0]$/.test(text);
  if (!rect) {
    // A space that the browser collapsed at a line end: the line ended between words.
    if (line) line.text += text;
    return;
  }
  const { left, right, top, bottom } = rect;
  if (!line || (top + bottom) / 2 > line.bottom) {
    line = { text: '', gaps: [], left, right, top, bottom };
    lines.push(line);
  }
  if (isSpace && rect.width > 0.01) {
    line.gaps.push({ at: line.text.length, plain: text === ' ', left, right });
  } else if (rect.width > 0.01) {
    line.left = Math.min(line.left, left);
    line.right = Math.max(line.right, right);
    line.bottom = Math.max(line.bottom, bottom);
  }
  line.text += text;
}

function endsInsideWord(line, next) {
  if (!next) return false;
  const [end, start] = [line, next].map(({ text }) => text.replace(INVISIBLE, ''));
  return /\p{L}$/u.test(end) && /^\p{L}/u.test(start);
}

/**
 * Chains of gaps that overlap by half from line to line: each gap of three lines or more that ends
 * such a chain, as the list of its gaps from the top. `count` is as the report counts them.
 */
export function riversOf(lines) {
  const inside = new Set();
  const ends = [];
  let count = 0;
  let above = [];
  for (const { gaps, top, bottom } of lines) {
    above = gaps.map(({ left, right }) => {
      const before = above
        .filter((each) => overlapsByHalf(each, { left, right }))
        .reduce((best, each) => (best && best.length >= each.length ? best : each), undefined);
      if (before) inside.add(before);
      const link = { left, right, top, bottom, before, length: (before?.length ?? 0) + 1 };
      if (link.length === RIVER) count++;
      if (link.length >= RIVER) ends.push(link);
      return link;
    });
  }
  return { count, chains: ends.filter((end) => !inside.has(end)).map(chainOf) };
}

function overlapsByHalf(a, b) {
  const overlap = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return overlap >= Math.min(a.right - a.left, b.right - b.left) / 2;
}

function chainOf(end) {
  const chain = [];
  for (let link = end; link; link = link.before) chain.unshift(link);
  return chain;
}

/**
 * The figures of `paragraphs`, each a list of lines. Of each, `natural` is the width of a space and
 * `edges`, where the lines meet one, the right edge.
 */
export function qualityOf(paragraphs, natural, edges) {
  const lines = paragraphs.flat().length;
  const ratios = paragraphs.flatMap((each, i) => ratiosOf(each, natural[i]));
  const sum = (values) => values.reduce((a, b) => a + b, 0);
  const hyphenated = paragraphs.flat().filter((line) => line.hyphenated).length;
  const share = (part) => (lines === 0 ? 0 : (100 * part) / lines);
  return {
    lines,
    msd: ratios.length === 0 ? 0 : sum(ratios.map((ratio) => (ratio - 1) ** 2)) / ratios.length,
    worst: Math.max(0, ...ratios),
    tightest: Math.min(9, ...ratios),
    hyphenatedPct: share(hyphenated),
    longestLadder: Math.max(0, ...paragraphs.map(longestLadder)),
    runts: paragraphs.filter(isRunt).length,
    badEdges: sum(paragraphs.map(badEdges)),
    edgeError: edges ? Math.max(0, ...paragraphs.map((each, i) => edgeError(each, edges[i]))) : 0,
    riversPer100: share(sum(paragraphs.map((each) => riversOf(each).count))),
  };
}

function ratiosOf(lines, natural) {
  return lines
    .slice(0, -1)
    .map(({ gaps }) => gaps.filter(({ plain }) => plain).map(({ left, right }) => right - left))
    .filter((widths) => widths.length > 0)
    .map((widths) => widths.reduce((a, b) => a + b) / widths.length / natural);
}

function longestLadder(lines) {
  let [longest, ladder] = [0, 0];
  for (const { hyphenated } of lines) {
    ladder = hyphenated ? ladder + 1 : 0;
    longest = Math.max(longest, ladder);
  }
  return longest;
}

function isRunt(lines) {
  return lines.length > 1 && !/[ \u00A0]/.test(lines.at(-1).text.trim());
}

function badEdges(lines) {
  const texts = lines.map(({ text }) => text.replace(INVISIBLE, '').trim());
  const starts = texts.slice(1).filter((text) => /^[»:;?!]/.test(text)).length;
  return starts + texts.slice(0, -1).filter((text) => text.endsWith('«')).length;
}

function edgeError(lines, edge) {
  const ends = lines.slice(0, -1).filter(({ hyphenated, gaps }) => !hyphenated && gaps.length > 0);
  return Math.max(0, ...ends.map(({ right }) => Math.abs(edge - right)));
}
