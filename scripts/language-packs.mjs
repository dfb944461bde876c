// dist/lang/<tag>.bin: one language's words, out of src/typography/languages,
// and its hyphenation, out of TeX's patterns.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import {
  languages as hyphenated,
  hyphenationSection,
  noticeSection,
} from './hyphenation-packs.mjs';
import { writePack } from './pack.mjs';

const words = new URL('../src/typography/languages/', import.meta.url);

/** Writes all packs to `folder`; gives their tags. */
export async function writeLanguagePacks(folder) {
  const worded = (await readdir(words))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace('.json', ''));
  const patterned = hyphenated.map(({ tag }) => tag);
  const tags = [...new Set([...worded, ...patterned])].sort();
  await Promise.all(
    tags.map(async (tag) => {
      const sections = {
        ...(worded.includes(tag) && { strs: await stringsSection(tag) }),
        ...(patterned.includes(tag) && { hyph: hyphenationSection(tag), note: noticeSection(tag) }),
      };
      await writeFile(`${folder}${tag}.bin`, writePack({ tag, sections }));
    }),
  );
  return tags;
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
