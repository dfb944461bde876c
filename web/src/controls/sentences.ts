// An article as sentences to be read aloud, each with its place in the text.

export interface Sentence {
  /** What is said, cut where the language changes. */
  readonly parts: readonly Part[];
  readonly block: Element;
  /** From its first to after its last character, in the block's own text. */
  readonly begin: number;
  readonly end: number;
}

interface Part {
  readonly text: string;
  readonly lang: string;
}

/** What is read, in the order of the page. */
const BLOCKS = [
  '.broadsheet-kicker',
  '.broadsheet-title',
  '.broadsheet-standfirst',
  '.broadsheet-body :is(p, h2, h3, h4, h5, h6, li, th, td)',
].join();
/** What is not: controls, code, captions, what leads elsewhere, what others fill in. */
const SKIPPED = [
  '.broadsheet-slot',
  '.broadsheet-code',
  '.broadsheet-related',
  '.broadsheet-links',
  '.broadsheet-embed',
  '.broadsheet-footnote-mark',
  '.broadsheet-recommended',
  'figure:not(.broadsheet-quote) figcaption',
  'video',
  'audio',
  '[aria-hidden="true"]',
  '[hidden]',
].join();

export function sentencesOf(article: Element): Sentence[] {
  return [...article.querySelectorAll(BLOCKS)]
    .filter((block) => !block.closest(SKIPPED))
    .flatMap(sentencesIn);
}

/** The sentences of a block's own text: an item's list within it comes by itself. */
function sentencesIn(block: Element): Sentence[] {
  const texts = textsOf(block);
  const all = texts.map(({ data }) => data).join('');
  return cut(all, langOf(block)).flatMap(([from, to]) => {
    const text = all.slice(from, to);
    if (!hasWords(text)) return [];
    const begin = from + text.search(/\S/);
    const end = from + text.trimEnd().length;
    return [{ parts: partsOf(texts, begin, end), block, begin, end }];
  });
}

/** Where it is now: lines that are set anew take its text nodes apart. */
export function rangeOf({ block, begin, end }: Sentence): Range {
  const texts = textsOf(block);
  const range = document.createRange();
  const [first, from] = placeOf(texts, begin);
  const [last, to] = placeOf(texts, end - 1);
  range.setStart(first, from);
  range.setEnd(last, to + 1);
  return range;
}

function partsOf(texts: readonly Text[], begin: number, end: number): Part[] {
  const parts: { text: string; lang: string }[] = [];
  let at = 0;
  for (const node of texts) {
    const text = node.data.slice(Math.max(0, begin - at), Math.max(0, end - at));
    at += node.length;
    if (text === '') continue;
    const lang = langOf(node.parentElement!);
    const last = parts.at(-1);
    // Marks and spaces go with the words before them, or after where there are none.
    if (!last) parts.push({ text, lang });
    else if (last.lang === lang || !hasWords(text)) last.text += text;
    else if (!hasWords(last.text)) Object.assign(last, { text: last.text + text, lang });
    else parts.push({ text, lang });
  }
  return parts.map(({ text, lang }) => ({ text: spoken(text), lang }));
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function spoken(text: string): string {
  return text
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function textsOf(block: Element): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode(node) {
      if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
      return node.matches(`${SKIPPED}, ul, ol, p`)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_SKIP;
    },
  });
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}

/** Begin and end of each sentence in `text`. */
function cut(text: string, lang: string): [number, number][] {
  if (typeof Intl === 'object' && 'Segmenter' in Intl) {
    const segmenter = new Intl.Segmenter(lang || undefined, { granularity: 'sentence' });
    return [...segmenter.segment(text)].map(({ index, segment }) => [
      index,
      index + segment.length,
    ]);
  }
  return [...text.matchAll(/.+?(?:[.!?…。！？؟]+["'»”’)\]]*\s+|$)/gsu)].map(
    ({ index, 0: part }) => [index, index + part.length],
  );
}

function placeOf(texts: readonly Text[], offset: number): [Text, number] {
  let left = offset;
  for (const text of texts) {
    if (left < text.length) return [text, left];
    left -= text.length;
  }
  const last = texts.at(-1)!;
  return [last, last.length - 1];
}

function langOf(element: Element): string {
  return element.closest('[lang]')?.getAttribute('lang') ?? '';
}
