// The same content as an article and as Portable Text: paragraphs with marks and
// links, headings, lists and quotes, in the words of an example.
import { readFile } from 'node:fs/promises';

const example = new URL('../../examples/articles/mali-russie.json', import.meta.url);
const texts = JSON.parse(await readFile(example, 'utf8'))
  .body.filter(({ type, text }) => type === 'paragraph' && typeof text === 'string')
  .map(({ text }) => text);

/** Runs of one paragraph: plain, strong, plain, a link, plain. */
function runsOf(text, i) {
  const at = (part) => Math.floor((text.length * part) / 10);
  return [
    { text: text.slice(0, at(3)) },
    { text: text.slice(at(3), at(4)), mark: i % 2 === 0 ? 'strong' : 'em' },
    { text: text.slice(at(4), at(7)) },
    { text: text.slice(at(7), at(8)), href: `https://example.org/${i}?a=1&b=2` },
    { text: text.slice(at(8)) },
  ];
}

/** What stands where, neither ours nor theirs. */
function* contentOf(bytes) {
  let written = 0;
  for (let i = 0; written < bytes; i++) {
    const text = texts[i % texts.length];
    const plain = [{ text: text.slice(0, 60) }];
    if (i % 8 === 0) yield { kind: 'heading', runs: plain };
    if (i % 8 === 4) yield { kind: 'item', runs: plain };
    if (i % 8 === 6) yield { kind: 'quote', runs: plain };
    yield { kind: 'paragraph', runs: runsOf(text, i) };
    // About what it takes as JSON.
    written += Buffer.byteLength(text) + 240;
  }
}

function inlineOf({ text, mark, href }) {
  if (href) return { text, marks: [{ type: 'link', href }] };
  return mark ? { text, marks: [mark] } : text;
}

function blockOf({ kind, runs }) {
  const text = runs.map(inlineOf);
  if (kind === 'heading') return { type: 'heading', level: 2, text };
  if (kind === 'item') return { type: 'list', items: [text] };
  return { type: kind, text };
}

/** An article of about `bytes` bytes of JSON. */
export function makeArticle(bytes) {
  const body = [...contentOf(bytes)].map(blockOf);
  return { format: 'broadsheet-article/1', lang: 'fr', title: 'Banc d’essai', body };
}

const STYLES = { heading: 'h2', quote: 'blockquote' };

function portableBlockOf({ kind, runs }, i) {
  const markDefs = runs
    .filter(({ href }) => href)
    .map(({ href }, n) => ({ _key: `l${n}`, _type: 'link', href }));
  const children = runs.map(({ text, mark, href }) => ({
    _type: 'span',
    text,
    marks: href ? ['l0'] : mark ? [mark] : [],
  }));
  const list = kind === 'item' ? { listItem: 'bullet', level: 1 } : {};
  return {
    _type: 'block',
    _key: `${i}`,
    style: STYLES[kind] ?? 'normal',
    ...list,
    markDefs,
    children,
  };
}

/** The same content as Portable Text. */
export function makePortableText(bytes) {
  return [...contentOf(bytes)].map(portableBlockOf);
}
