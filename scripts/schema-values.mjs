// The values that fields of the article's JSON Schema take: each mirrors one
// getter of src/document/fields.h. `tests/web/schema.test.ts` holds them equal.

/** Blank as the engine sees it: other spaces are text. */
const NOT_BLANK = '[^ \\t\\n\\r\\f]';

// A browser strips what is at or below a space in front of a URL, and drops
// tabs and newlines anywhere, before it looks at the scheme. NUL is left out:
// in JSON strings it reads as U+FFFD.
// https://url.spec.whatwg.org/#concept-basic-url-parser
const CONTROL = '[\\u0001-\\u0020]';
const DROPPED = '[\\t\\n\\r]*';
const ANY_SCHEME = '[A-Za-z][A-Za-z0-9+.\\-\\t\\n\\r]*:';

function scheme(name) {
  const letters = [...name].map((letter) => `[${letter}${letter.toUpperCase()}]${DROPPED}`);
  return `${letters.join('')}:`;
}

function urlPattern(schemes) {
  return `^${CONTROL}*(?:${schemes.map(scheme).join('|')}|(?!${ANY_SCHEME})[^\\u0001-\\u0020])`;
}

const MEDIA_SCHEMES = ['http', 'https'];
const LINK_SCHEMES = [...MEDIA_SCHEMES, 'mailto', 'tel'];

// Candidates as HTML takes them apart: each is a run without spaces, judged as
// a URL without the commas at its end; then a descriptor, unless a comma ended
// the run.
// https://html.spec.whatwg.org/multipage/images.html#parse-a-srcset-attribute
function srcsetPattern() {
  const space = '[ \\t\\n\\r\\f]';
  const other = '[^ \\t\\n\\r\\f]';
  const end = `(?=${space}|$)`;
  const relative = '(?![A-Za-z][A-Za-z0-9+.\\-]*:)(?:[^\\u0001-\\u0020,]|,+[^, \\t\\n\\r\\f])';
  const url = `[\\u0001-\\u0008\\u000b\\u000e-\\u001f]*(?:[hH][tT][tT][pP][sS]?:|${relative})`;
  const descriptor = '(?:[0-9]+[xw]|[0-9]+\\.[0-9]*x|\\.[0-9]+x)';
  const closed = `${other}*,${end}`;
  const open = `${other}*[^, \\t\\n\\r\\f]${end}${space}*(?:${descriptor}${space}*)?(?:,|$)`;
  const between = '[ \\t\\n\\r\\f,]*';
  return `^${between}(?:(?!,)(?=${url})(?:${closed}|${open})${between})*$`;
}

// RFC 3339: a day that the calendar has, alone or with a time and an offset.
function datePattern() {
  const leapYear = '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)';
  const day = [
    '(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])',
    '(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)',
    '02-(?:0[1-9]|1[0-9]|2[0-8])',
  ].join('|');
  const hours = '(?:[01][0-9]|2[0-3])';
  const time = `${hours}:[0-5][0-9]:[0-5][0-9](?:\\.[0-9]+)?`;
  const offset = `(?:[Zz]|[+\\-]${hours}:[0-5][0-9])`;
  return `^(?:${leapYear}-02-29|[0-9]{4}-(?:${day}))(?:[Tt ]${time}${offset})?$`;
}

const LANGUAGE = '^(?:[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*|[xXiI](?:-[A-Za-z0-9]{1,8})+)$';

/** Any string. */
export const string = { type: 'string' };
/** A string that shows something. */
export const shownString = { type: 'string', pattern: NOT_BLANK };
export const boolean = { type: 'boolean' };
export const link = { type: 'string', pattern: urlPattern(LINK_SCHEMES) };
export const media = { type: 'string', pattern: urlPattern(MEDIA_SCHEMES) };
export const srcset = { type: 'string', pattern: srcsetPattern() };
export const date = { type: 'string', pattern: datePattern() };
export const language = { type: 'string', pattern: LANGUAGE };
/** No type, or "text": a run of text. */
export const runType = { type: 'string', pattern: '^(?:text|[ \\t\\n\\r\\f]*)$' };

export const number = (minimum, maximum) => ({ type: 'number', minimum, maximum });
export const integer = (minimum, maximum) => ({ type: 'integer', minimum, maximum });
export const choice = (...values) => ({ type: 'string', enum: values });
export const arrayOf = (items, more = {}) => ({ type: 'array', items, ...more });
export const ref = (name) => ({ $ref: `#/$defs/${name}` });

/** The same, or null, which reads as absent. */
export function optional(schema) {
  if ('type' in schema) {
    const values = schema.enum ? { enum: [...schema.enum, null] } : {};
    return { ...schema, type: [schema.type, 'null'], ...values };
  }
  const { description, ...rest } = schema;
  return { ...(description ? { description } : {}), anyOf: [rest, { type: 'null' }] };
}

/** Of an object: that it gives `key`, and not null. */
export const gives = (key) => ({
  required: [key],
  properties: { [key]: { not: { type: 'null' } } },
});

/** A field's description, for editors. */
export const about = (description, schema) => ({ description, ...schema });

/**
 * An object. `fields` may be null or absent but for those in `required`, which
 * are taken as they are.
 */
export function object({ required = {}, fields = {}, ...more }) {
  const optionals = Object.entries(fields).map(([key, schema]) => [key, optional(schema)]);
  return {
    type: 'object',
    ...(Object.keys(required).length > 0 ? { required: Object.keys(required) } : {}),
    properties: { ...required, ...Object.fromEntries(optionals) },
    ...more,
  };
}
