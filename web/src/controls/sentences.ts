// An article as sentences to be read aloud, each with its place in the text.

export interface Sentence {
  readonly text: string;
  /** The language of its first word. */
  readonly lang: string;
  readonly range: Range;
  readonly block: Element;
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
  const lang = langOf(block);
  return cut(all, lang).flatMap(([begin, end]) => {
    const text = all.slice(begin, end);
    if (!/[\p{L}\p{N}]/u.test(text)) return [];
    const range = document.createRange();
    const [first, from] = placeOf(texts, begin + text.search(/\S/));
    const [last, to] = placeOf(texts, begin + text.trimEnd().length - 1);
    range.setStart(first, from);
    range.setEnd(last, to + 1);
    const spoken = text
      .replace(/\u00ad/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    return [{ text: spoken, lang: langOf(first.parentElement ?? block), range, block }];
  });
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
