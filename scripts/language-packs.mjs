// dist/lang/<tag>.bin: one language's words, out of src/typography/languages.
import { readdir, readFile, writeFile } from 'node:fs/promises';

const languages = new URL('../src/typography/languages/', import.meta.url);

/** Writes all packs to `folder`; gives their tags. */
export async function writeLanguagePacks(folder) {
  const names = (await readdir(languages)).filter((name) => name.endsWith('.json')).sort();
  const tags = names.map((name) => name.replace('.json', ''));
  await Promise.all(
    tags.map(async (tag) => {
      const strings = JSON.parse(await readFile(new URL(`${tag}.json`, languages), 'utf8'));
      await writeFile(`${folder}${tag}.bin`, stringsSection(strings));
    }),
  );
  return tags;
}

/** `name NUL value NUL …`, as Strings::read_section reads it. */
function stringsSection(strings) {
  return Buffer.from(
    Object.entries(strings)
      .map(([name, value]) => `${name}\0${value}\0`)
      .join(''),
  );
}
