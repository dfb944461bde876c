// Articles that between them use every field, block, mark and form of text.
import type { Json } from './mutations.js';

const RUNS: Json = [
  'A run, ',
  { text: 'a marked one', marks: ['strong', 'em'] },
  { type: 'break' },
  { type: 'text', text: 'with a type', marks: [] },
];

const MARKED: Json = [
  ...['strong', 'em', 'underline', 'strike', 'sub', 'sup', 'code', 'mark', 'small', 'q'].map(
    (name) => ({ text: name, marks: [name] }),
  ),
  { text: 'abbr', marks: ['abbr'] },
  { text: 'time', marks: ['time'] },
  { text: 'kbd', marks: ['kbd'] },
  { text: 'em', marks: [{ type: 'em' }] },
  { text: 'link', marks: [{ type: 'link', href: '/a', title: 'A' }] },
  { text: 'lang', marks: [{ type: 'lang', lang: 'en', dir: 'ltr' }] },
  { text: 'dir', marks: [{ type: 'lang', dir: 'rtl' }] },
  { text: 'footnote', marks: [{ type: 'footnote', ref: 'one' }] },
  { text: 'abbr', marks: [{ type: 'abbr', title: 'Abbreviation' }] },
  { text: 'time', marks: [{ type: 'time', datetime: '2025-06-23T18:30:00+03:00' }] },
  { text: 'unknown', marks: ['blink', { type: 'blink' }] },
];

const IMAGE: { [key: string]: Json } = {
  src: 'https://example.com/a.jpg',
  alt: 'A',
  width: 1280,
  height: 853,
  caption: RUNS,
  credit: 'C',
  srcset: 'a-640.jpg 640w, a-1280.jpg 1280w',
  sizes: '100vw',
  focal: { x: 0.25, y: 0.75 },
};

const PLAYER: { [key: string]: Json } = {
  src: '/a.mp4',
  poster: '/a.jpg',
  title: 'P',
  width: 640,
  height: 360,
  captions: [{ src: '/a.vtt', lang: 'fr', label: 'Français' }],
};

const BLOCKS: { [key: string]: Json }[] = [
  { type: 'paragraph', id: 'p', lang: 'en', dir: 'ltr', text: 'P' },
  { type: 'paragraph', text: MARKED },
  { type: 'paragraph', text: { html: '<p>A</p><p>B</p>' } },
  { type: 'heading', level: 2, text: 'H' },
  {
    type: 'list',
    ordered: true,
    start: 3,
    items: [
      'a',
      ['b', { text: 'b' }],
      { html: '<b>h</b>' },
      { text: 'c', list: { type: 'list', ordered: false, start: 1, items: [['d']] } },
      { list: { items: ['e'] } },
    ],
  },
  { type: 'quote', text: 'Q', cite: 'C', pull: true },
  { type: 'image', id: 'i', lang: 'fr', dir: 'auto', ...IMAGE },
  { type: 'gallery', images: [IMAGE, { src: 'b.jpg' }] },
  { type: 'video', ...PLAYER },
  { type: 'audio', src: 'a.mp3', title: 'A' },
  {
    type: 'embed',
    provider: 'YouTube',
    url: 'https://youtu.be/abc',
    title: 'E',
    poster: '/a.jpg',
    width: 640,
    height: 360,
  },
  { type: 'related', label: 'L', title: 'R', url: '/r' },
  { type: 'links', title: 'L', items: [{ title: 'a', url: 'tel:+331' }] },
  {
    type: 'table',
    caption: 'T',
    head: ['a', { text: 'b', header: true }],
    rows: [[{ text: 'c', header: true }, ['d']], []],
  },
  { type: 'code', text: 'x = 1', language: 'js' },
  { type: 'divider' },
  { type: 'note', kind: 'correction', text: 'N' },
  {
    type: 'slot',
    name: 's',
    label: 'S',
    sizes: [
      [300, 250],
      [728, 90],
    ],
  },
  { type: 'group', title: 'G', blocks: [{ type: 'paragraph', text: RUNS }] },
  { type: 'carousel', text: 'shown', lang: 3 },
];

const CARD: { [key: string]: Json } = {
  id: 'c',
  url: '/c',
  title: 'C',
  kicker: 'K',
  excerpt: 'E',
  image: IMAGE,
  published: '2025-06-23',
  readingTime: 3,
  sponsored: 'Ad',
};

const FRONT: { [key: string]: Json } = {
  $schema: 'article.schema.json',
  format: 'broadsheet-article/1',
  id: 'all',
  url: 'https://example.com/all',
  lang: 'fr-CA',
  dir: 'ltr',
  kicker: 'K',
  title: RUNS,
  standfirst: RUNS,
  authors: [{ name: 'A', url: 'mailto:a@example.com', role: 'R' }, { name: 'B' }],
  publisher: { name: 'P', url: 'https://example.com/', logo: '/logo.svg' },
  published: '2025-06-23T18:30:00+03:00',
  modified: '2025-06-24',
  section: 'S',
  tags: ['a', 'b'],
  readingTime: 4,
  access: { free: false },
};

/** Every member but `kept` as null, which reads as absent. */
function withNulls(object: { [key: string]: Json }, ...kept: string[]): { [key: string]: Json } {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, kept.includes(key) ? value : null]),
  );
}

const BACK: { [key: string]: Json } = {
  hero: IMAGE,
  footnotes: [{ id: 'one', text: 'F' }],
  recommended: { title: 'T', next: '/more', items: [CARD, { title: ['D'] }] },
};

const NULLS: { [key: string]: Json } = {
  ...withNulls(FRONT, 'title'),
  hero: null,
  footnotes: null,
  body: [
    { type: 'paragraph', id: null, lang: null, dir: null, text: [{ text: 'x', type: null }] },
    { type: 'list', ordered: null, start: null, items: [{ text: 'x', list: null }] },
    { type: 'image', ...withNulls(IMAGE, 'src') },
    { type: 'table', caption: null, head: null, rows: [['x']] },
    { type: 'table', head: ['x'], rows: null },
    { type: 'note', kind: null, text: 'x' },
    { type: 'slot', name: 's', sizes: null, label: null },
    { type: 'group', title: null, blocks: null },
    { type: 'video', ...withNulls(PLAYER, 'src') },
  ],
  recommended: { title: null, next: null, items: [withNulls(CARD, 'title')] },
};

/** By what they show. */
export const WHOLE_ARTICLES: Readonly<Record<string, Json>> = {
  everything: { ...FRONT, ...BACK, body: BLOCKS },
  nulls: NULLS,
};

/** The same parts, each in a short article. */
export const PARTS: Readonly<Record<string, Json>> = {
  front: FRONT,
  back: { title: 'x', ...BACK },
  nulls: NULLS,
  groups: {
    title: 'x',
    body: [{ type: 'group', blocks: [{ type: 'group', title: RUNS }, BLOCKS[4]!] }],
  },
  ...Object.fromEntries(
    BLOCKS.map((block, i) => [
      `block ${i}`,
      { title: 'x', body: [{ ...block, id: 'b', lang: 'fr', dir: 'ltr' }] },
    ]),
  ),
};
