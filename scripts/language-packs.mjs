// dist/lang/<tag>.bin: one language's words, out of src/typography/languages,
// and its hyphenation, out of TeX's patterns.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import {
  languages as hyphenated,
  hyphenationSection,
  noticeSection,
} from './hyphenation-packs.mjs';
import { licencesText } from './licences.mjs';
import { writePack } from './pack.mjs';

const words = new URL('../src/typography/languages/', import.meta.url);

// Tags that look-up would not lead to the language that serves them.
const ALIASES = {
  'en-AU': 'en-GB',
  'en-IE': 'en-GB',
  'en-IN': 'en-GB',
  'en-NZ': 'en-GB',
  'en-ZA': 'en-GB',
  in: 'id', // until 1989
  iw: 'he', // until 1989
  nn: 'nb',
  no: 'nb',
  'zh-HK': 'zh-Hant',
  'zh-MO': 'zh-Hant',
  'zh-TW': 'zh-Hant',
};

const LICENCES = 'LICENSES.txt';

/** Writes all packs to `folder`, their licences beside them; gives the packs' tags. */
export async function writeLanguagePacks(folder) {
  const worded = (await readdir(words))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace('.json', ''));
  const patterned = hyphenated.map(({ tag }) => tag);
  const tags = [...new Set([...worded, ...patterned, ...Object.keys(ALIASES)])].sort();
  const sources = {};
  await Promise.all(
    tags.map(async (tag) => {
      const sections = {};
      // A page loads one pack, so what its language inherits is in it.
      const language = source(tag, worded);
      if (language) sections.strs = await stringsSection(language);
      const patterns = source(tag, patterned);
      if (patterns) {
        sources[tag] = patterns;
        sections.hyph = hyphenationSection(patterns);
        sections.note = noticeSection(patterns);
      }
      await writeFile(`${folder}${tag}.bin`, writePack({ tag, sections }));
    }),
  );
  await writeFile(`${folder}${LICENCES}`, await licencesText(sources));
  await removeStale(folder, tags);
  return tags;
}

/** Removes packs of languages that are no longer built. */
async function removeStale(folder, tags) {
  for (const name of await readdir(folder)) {
    if (name !== LICENCES && !tags.includes(name.replace('.bin', ''))) await rm(`${folder}${name}`);
  }
}

/** Which of `available` serves `tag`: itself, its alias, else what look-up finds. */
function source(tag, available) {
  const parents = tag.split('-').map((_, i, all) => all.slice(0, all.length - i).join('-'));
  return [tag, ALIASES[tag], ...parents].find((each) => available.includes(each));
}

/** `name NUL value NUL …`, as Strings::read_section reads it. */
async function stringsSection(tag) {
  const strings = JSON.parse(await readFile(new URL(`${tag}.json`, words), 'utf8'));
  return Buffer.from(
    Object.entries(strings)
      .map(([name, value]) => `${name}\0${value}\0`)
      .join(''),
  );
}
