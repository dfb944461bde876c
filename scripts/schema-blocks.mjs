// The parts of the article's JSON Schema that hold text: runs and marks, items
// and cells, and the blocks. Each follows a reader in src/document/read_*.cpp.
import {
  about,
  arrayOf,
  boolean,
  choice,
  date,
  gives,
  integer,
  language,
  link,
  media,
  number,
  object,
  ref,
  runType,
  shownString,
  srcset,
  string,
} from './schema-values.mjs';

const MAXIMUM_PIXELS = 100_000;
const MAXIMUM_BLOCKS = 100_000;
const MAXIMUM_START = 1_000_000;

const pixels = integer(1, MAXIMUM_PIXELS);
const direction = choice('ltr', 'rtl', 'auto');

/** An object whose further fields depend on its `type`. */
function byType(cases) {
  return Object.entries(cases).map(([type, schema]) => ({
    if: { required: ['type'], properties: { type: { const: type } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    then: schema,
  }));
}

// ---- Text ---------------------------------------------------------------

const MARKS = {
  strong: 'Important.',
  em: 'Stressed.',
  underline: 'Underlined.',
  strike: 'No longer true.',
  sub: 'Subscript.',
  sup: 'Superscript.',
  code: 'Code.',
  mark: 'Highlighted.',
  small: 'Small print.',
  q: 'A quotation; the quotation marks are added.',
  abbr: 'An abbreviation.',
  time: 'A date or a time.',
  kbd: 'A key to press.',
};

const markObjects = {
  link: object({
    required: { href: about('Where it leads: http, https, mailto, tel or relative.', link) },
    fields: { title: string },
  }),
  lang: object({
    fields: { lang: about('Language (BCP 47).', language), dir: direction },
    anyOf: [gives('lang'), gives('dir')],
  }),
  footnote: object({ required: { ref: about('The id of a footnote.', string) } }),
  abbr: object({ fields: { title: about('What the abbreviation stands for.', string) } }),
  time: object({ fields: { datetime: about('RFC 3339.', date) } }),
};

const mark = {
  title: 'Mark',
  anyOf: [
    {
      description: 'A mark without fields of its own.',
      type: 'string',
      anyOf: [
        ...Object.entries(MARKS).map(([name, description]) => ({ const: name, description })),
        {
          description: 'Any other name: the text is shown without it, with a warning.',
          not: { enum: ['link', 'lang', 'footnote'] },
        },
      ],
    },
    {
      description: 'A mark with fields of its own.',
      type: 'object',
      required: ['type'],
      properties: { type: { ...string, examples: Object.keys(markObjects) } },
      allOf: byType(markObjects),
    },
  ],
};

const run = {
  title: 'Run',
  description: 'Text with marks, the first one outermost; or a line break.',
  type: 'object',
  properties: { type: { type: ['string', 'null'], examples: ['break'] } },
  if: { required: ['type'], properties: { type: { const: 'break' } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
  then: {},
  else: object({
    required: { text: string },
    fields: { type: runType, marks: arrayOf(ref('mark')) },
  }),
};

const html = object({
  title: 'HTML',
  description: 'Read with an allow-list: the tags that are marks; of others the text is kept.',
  required: { html: string },
});

/** The same, not blank; whether its tags hold anything, no schema can say. */
const shownHtml = object({ required: { html: shownString } });

const runs = arrayOf({ anyOf: [string, ref('run')] });
const text = { title: 'Text', anyOf: [string, runs, ref('html')] };

/** A run that shows something: not a break, not blank. */
const shownRun = {
  anyOf: [
    shownString,
    object({
      required: { text: shownString },
      fields: {},
      not: { required: ['type'], properties: { type: { const: 'break' } } },
    }),
  ],
};

const shownText = {
  title: 'Text that is not blank',
  anyOf: [shownString, { ...runs, contains: shownRun }, shownHtml],
};

// ---- Lists and tables ---------------------------------------------------

/** What an array may hold in place of plain text: `fields`, when `when` holds. */
function textOr(title, when, fields) {
  const either = {
    title,
    type: 'object',
    if: when,
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    then: object({ fields }),
    else: ref('html'),
  };
  return { anyOf: [string, runs, either] };
}

const listFields = {
  ordered: about('Numbered.', boolean),
  start: about('The first number.', integer(-MAXIMUM_START, MAXIMUM_START)),
};

/** An item that shows something: a list must have one. */
const shownItem = {
  anyOf: [
    shownString,
    { type: 'array', contains: shownRun },
    { type: 'object', ...gives('list') },
    object({ required: { text: ref('shownText') } }),
    {
      type: 'object',
      required: ['html'],
      properties: { html: shownString, text: { type: 'null' } },
    },
  ],
};

const items = about('The items.', arrayOf(ref('listItem'), { contains: shownItem }));
const list = object({ title: 'List', required: { items }, fields: listFields });

const listItem = textOr(
  'Item with a list',
  { anyOf: [gives('text'), gives('list')] },
  {
    text: ref('text'),
    list: about('A list inside this item.', ref('list')),
  },
);

const cell = textOr('Cell', gives('text'), {
  text: ref('text'),
  header: about('Heads its row.', boolean),
});

const row = arrayOf(ref('cell'));
const filledRow = { type: 'array', minItems: 1 };

// ---- Pictures and players ------------------------------------------------

const imageParts = {
  required: { src: about('Address of the picture: http, https or relative.', media) },
  fields: {
    alt: about('What the picture shows; "" if it is decorative.', string),
    width: about('In CSS px; with height it keeps the room while it loads.', pixels),
    height: about('In CSS px.', pixels),
    caption: ref('text'),
    credit: about('Whom the picture is owed to.', ref('text')),
    srcset: about('As in HTML: "small.jpg 640w, large.jpg 1280w".', srcset),
    sizes: about('As in HTML.', string),
    focal: about(
      'Where the important part is: 0 to 1 from the left and the top.',
      object({ fields: { x: number(0, 1), y: number(0, 1) } }),
    ),
  },
};

const track = object({
  title: 'Caption track',
  required: { src: about('Address of a WebVTT file.', media) },
  fields: { lang: language, label: about('Its name in the menu.', string) },
});

const player = {
  required: { src: about('Address of the file.', media) },
  fields: {
    poster: about('The picture before it plays.', media),
    title: ref('text'),
    width: pixels,
    height: pixels,
    captions: arrayOf(ref('track')),
  },
};

// ---- Blocks --------------------------------------------------------------

const linkItem = object({
  title: 'Link',
  required: { title: ref('text'), url: link },
});
const shownLink = object({ required: { title: ref('shownText') } });

const blockParts = {
  paragraph: { about: 'A paragraph.', required: { text: ref('text') } },
  heading: {
    about: 'A heading inside the article.',
    required: { text: ref('text') },
    fields: { level: about('2 to 6; default 2.', integer(2, 6)) },
  },
  list: { about: 'A list.', required: { items }, fields: listFields },
  quote: {
    about: 'A quotation.',
    required: { text: ref('text') },
    fields: {
      cite: about('Whose words they are.', ref('text')),
      pull: about('Set large, taken from the article.', boolean),
    },
  },
  image: { about: 'A picture.', ...imageParts },
  gallery: {
    about: 'Several pictures.',
    required: { images: arrayOf(ref('image'), { minItems: 1 }) },
  },
  video: { about: 'A film.', ...player },
  audio: { about: 'Sound.', ...player },
  embed: {
    about: "Something of another site's, loaded on a click.",
    required: { url: about('The page at the provider.', link) },
    fields: {
      provider: about('Its name; known providers need none.', string),
      title: ref('text'),
      poster: about('A picture of your own.', media),
      width: pixels,
      height: pixels,
    },
  },
  related: {
    about: 'A link to one more article.',
    required: { title: ref('text'), url: link },
    fields: { label: about('Default: "Read also" in the language.', ref('text')) },
  },
  links: {
    about: 'A list of links.',
    required: { items: arrayOf(linkItem, { contains: shownLink }) },
    fields: { title: ref('text') },
  },
  table: {
    about: 'A table.',
    fields: {
      caption: ref('text'),
      head: about('The heads of the columns.', row),
      rows: arrayOf(row),
    },
    anyOf: [
      { required: ['head'], properties: { head: filledRow } },
      {
        required: ['rows'],
        properties: { rows: { type: 'array', contains: filledRow } },
      },
    ],
  },
  code: {
    about: 'Lines of code.',
    required: { text: string },
    fields: { language: about('A name such as "js", for highlighters.', string) },
  },
  divider: { about: 'A line between two parts.' },
  note: {
    about: 'A note of the editors.',
    required: { text: ref('text') },
    fields: { kind: choice('correction', 'update', 'warning', 'info') },
  },
  slot: {
    about: 'Room that the page fills, an advertisement usually.',
    required: { name: about('What the page knows it by.', shownString) },
    fields: {
      sizes: about(
        '[width, height] in CSS px.',
        arrayOf(arrayOf(pixels, { minItems: 2, maxItems: 2 })),
      ),
      label: about('Default: "Advertisement" in the language.', ref('text')),
    },
  },
  group: {
    about: 'Blocks that belong together.',
    fields: { title: ref('text'), blocks: ref('blocks') },
  },
};

const anyBlock = {
  id: about('Links such as "#id" lead here.', string),
  lang: about('Language (BCP 47), where it differs.', language),
  dir: direction,
};

function blockSchema({ about: description, fields = {}, ...parts }) {
  return object({ description, ...parts, fields: { ...fields, ...anyBlock } });
}

const block = {
  title: 'Block',
  type: 'object',
  required: ['type'],
  properties: {
    type: {
      description: 'What kind of block it is.',
      type: 'string',
      anyOf: [
        ...Object.entries(blockParts).map(([name, parts]) => ({
          const: name,
          description: parts.about,
        })),
        { description: 'Any other name: its text is shown, with a warning.' },
      ],
    },
  },
  allOf: byType(
    Object.fromEntries(
      Object.entries(blockParts).map(([name, parts]) => [name, blockSchema(parts)]),
    ),
  ),
};

/** A slot outside the body. */
export const slot = object({
  description: blockParts.slot.about,
  required: blockParts.slot.required,
  fields: blockParts.slot.fields,
});

/** `$defs` of the schema. */
export const blocks = {
  blocks: { title: 'Blocks', ...arrayOf(ref('block'), { maxItems: MAXIMUM_BLOCKS }) },
  block,
  image: object({ title: 'Image', ...imageParts }),
  track,
  list,
  listItem,
  cell,
  text,
  shownText,
  run,
  mark,
  html,
};
