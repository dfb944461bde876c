// The JSON Schema of articles (2020-12): published as dist/article.schema.json.
//
// It refuses exactly what the engine gives an error for, so every part follows
// the reader of the same name in src/document. Unknown keys, blocks and marks
// are warnings there and allowed here. docs/json.md lists what it cannot say.
import { blocks, slot } from './schema-blocks.mjs';
import {
  about,
  arrayOf,
  boolean,
  choice,
  date,
  integer,
  language,
  link,
  media,
  object,
  ref,
  shownString,
  string,
} from './schema-values.mjs';

const MAXIMUM_CARDS = 200_000;

const author = object({
  title: 'Author',
  required: { name: about('The name, as it is shown.', shownString) },
  fields: {
    url: about("The author's page.", link),
    role: about('What stands after the name, e.g. "correspondent in Dakar".', string),
  },
});

const publisher = object({
  title: 'Publisher',
  fields: {
    name: string,
    url: about("The publisher's page.", link),
    logo: about('Address of a picture.', media),
  },
});

const footnote = object({
  title: 'Footnote',
  required: { text: ref('text') },
  fields: { id: about('What a footnote mark gives as its "ref".', string) },
});

const card = object({
  title: 'Card',
  description: 'One recommended article.',
  required: { title: ref('text') },
  fields: {
    id: string,
    url: about('Where the card leads.', link),
    kicker: about('A word above the title, e.g. the section.', ref('text')),
    excerpt: about('A sentence or two under the title.', ref('text')),
    image: about('The picture; its alt is usually "".', ref('image')),
    published: about('Day or moment of publication.', date),
    readingTime: about('Minutes.', integer(1, 10_000)),
    sponsored: about('The label that says that the card is paid for.', string),
  },
});

/** Slots may stand between cards: `"type": "slot"`. */
const cardOrSlot = {
  title: 'Card or slot',
  type: 'object',
  if: { required: ['type'], properties: { type: { const: 'slot' } } },
  // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own word.
  then: slot,
  else: ref('card'),
};

const cards = object({
  title: 'Cards',
  fields: {
    title: about('Above the cards; default: the words of the language.', ref('text')),
    items: about('The cards.', arrayOf(ref('cardOrSlot'), { maxItems: MAXIMUM_CARDS })),
    next: about('Address of a further page of cards.', link),
  },
});

const identity = {
  format: about('The name of this format.', choice('broadsheet-article/1')),
  id: about("Part of the ids in the page, so that two articles' ids differ.", string),
  url: about('The address at which the article is published.', link),
  lang: about('Language (BCP 47), e.g. "fr" or "pt-BR".', language),
  dir: about('Direction; default: that of the language.', choice('ltr', 'rtl', 'auto')),
};

const heading = {
  kicker: about('A word above the headline, e.g. the section.', ref('text')),
  standfirst: about('The paragraph under the headline.', ref('text')),
  authors: about('Who wrote it.', arrayOf(ref('author'))),
  publisher: about('Who publishes it; for search engines.', publisher),
  published: about('Day or moment of publication (RFC 3339).', date),
  modified: about('Day or moment of the last change (RFC 3339).', date),
  section: about('The section of the newspaper; for search engines.', string),
  tags: about('Topics.', arrayOf(string)),
  readingTime: about('Minutes, in place of the computed figure.', integer(1, 10_000)),
  access: about('Whether all may read it.', object({ fields: { free: boolean } })),
  hero: about('The first picture.', ref('image')),
};

const content = {
  body: about('The article itself.', ref('blocks')),
  footnotes: about('Notes that footnote marks refer to.', arrayOf(ref('footnote'))),
  recommended: about('Cards after the article.', cards),
};

const root = object({
  required: { title: about('The headline.', ref('shownText')) },
  fields: { ...identity, ...heading, ...content },
});
root.properties.$schema = { description: 'Address of this schema, for editors.' };

export const articleSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://broadsheet.example/article.schema.json',
  title: 'Broadsheet article',
  description: 'An article of the format broadsheet-article/1. Only the title is required.',
  ...root,
  $defs: { ...blocks, author, footnote, card, cardOrSlot },
};
