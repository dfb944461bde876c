// An article, wrong in one place: every value replaced by each of VALUES, every
// member removed, renamed and repeated. Always the same mutants in the same order.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface Mutant {
  /** What was done, and where: "/body/0/level = 9". */
  readonly name: string;
  readonly article: Json;
}

const NAMES: Json[] = ['', ' ', '\u00a0', 'x', 'text', 'paragraph', 'break', 'link', 'strong'];

/** On and beyond every limit there is. */
const NUMBERS: Json[] = [
  ...[0, -1, 1, 1.5, 2, 6, 7, 10_000, 10_001, 100_000, 100_001, 1e9],
  ...[-1_000_000, -1_000_001, 1_000_000, 1_000_001],
];

const STRINGS: Json[] = [
  // URLs
  'javascript:alert(1)',
  '\u0001 java\nscript:alert(1)',
  ' HT\tTPS://example.com/',
  'mailto:a@example.com',
  'data:text/html,x',
  '\u0000javascript:x',
  // Candidates of a srcset
  'a.jpg 640w, b.jpg 1280w',
  'a.jpg 1x,, data:x 2x',
  ', a.jpg 1.5x,b.jpg',
  // Dates
  '2024-02-29',
  '2025-02-29',
  '2025-06-23t18:30:00.25z',
  '2025-06-23 18:30:00+24:00',
  '2016-12-31T23:59:60Z',
  // Languages and directions
  'fr-CA',
  'fr_FR',
  'x-',
  'rtl',
];

const COMPOUNDS: Json[] = [
  [],
  {},
  [1],
  [null],
  [''],
  ['x'],
  [[]],
  [['x']],
  [{}],
  [300, 250],
  [300.5, 250],
  [{ type: 'break' }],
  [{ type: 'break', text: 'x', marks: 3 }],
  [{ text: 'x', marks: ['link'] }],
  [{ text: 'x', marks: ['strong', 'unknown', { type: 'unknown', href: 3 }] }],
  [{ text: ' ', type: 'text' }],
  { text: null },
  { text: '' },
  { text: 'x' },
  { text: 'x', list: null },
  { text: 'x', header: true },
  { text: ['x', 3] },
  { list: { items: ['x'] } },
  { list: { items: [' '] } },
  { text: ' ', html: 'x' },
  { html: '<b>x</b>', text: null },
  { html: 'x', type: 'unknown' },
  { html: ' ' },
  { html: 3 },
  { html: null },
  [{ html: 'x' }],
  { type: 'unknown', lang: 3 },
  { type: 'paragraph', text: 'x' },
  { type: 'paragraph', text: ' ' },
  { type: 'divider', lang: '' },
  { type: 'lang' },
  { type: 'strong' },
  { src: '/x.jpg' },
  { title: 'x', url: '/x' },
  { title: ' ', url: '/x' },
  { x: 0.5, y: 1 },
  { x: 2 },
];

const VALUES: Json[] = [null, true, false, ...NUMBERS, ...NAMES, ...STRINGS, ...COMPOUNDS];

/** Every mutant of `article`. */
export function* mutants(article: Json): Generator<Mutant> {
  const holder = { article };
  yield* mutantsAt(holder, 'article', '', () => holder.article);
}

function* mutantsAt<Key extends string | number>(
  owner: { [key in Key]: Json },
  key: Key,
  pointer: string,
  root: () => Json,
): Generator<Mutant> {
  const value = owner[key];
  for (const replacement of VALUES) {
    owner[key] = replacement;
    yield { name: `${pointer} = ${JSON.stringify(replacement)}`, article: root() };
  }
  owner[key] = value;
  if (value === null || typeof value !== 'object') return;
  yield* Array.isArray(value)
    ? elementMutants(value, pointer, root)
    : memberMutants(value, pointer, root);
}

function* elementMutants(array: Json[], pointer: string, root: () => Json): Generator<Mutant> {
  for (let i = 0; i < array.length; i++) {
    const element = array[i]!;
    array.splice(i, 1);
    yield { name: `${pointer}/${i} removed`, article: root() };
    array.splice(i, 0, element, element);
    yield { name: `${pointer}/${i} twice`, article: root() };
    array.splice(i, 1);
    yield* mutantsAt(array, i, `${pointer}/${i}`, root);
  }
}

function* memberMutants(
  object: { [key: string]: Json },
  pointer: string,
  root: () => Json,
): Generator<Mutant> {
  for (const [key, value] of Object.entries(object)) {
    object[`x-${key}`] = value;
    yield { name: `${pointer}/${key} copied to x-${key}`, article: root() };
    delete object[key];
    yield { name: `${pointer}/${key} renamed x-${key}`, article: root() };
    delete object[`x-${key}`];
    yield { name: `${pointer}/${key} removed`, article: root() };
    object[key] = value;
    yield* mutantsAt(object, key, `${pointer}/${key}`, root);
  }
}

/** Every `step`-th of `all`, from the first. */
export function* sample<T>(all: Iterable<T>, step: number): Generator<T> {
  let i = 0;
  for (const each of all) if (i++ % step === 0) yield each;
}
