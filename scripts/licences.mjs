// dist/lang/LICENSES.txt: whose hyphenation patterns the packs hold, and the
// whole text of each licence.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { languages } from './hyphenation-languages.mjs';

const require = createRequire(import.meta.url);
const RULE = '-'.repeat(78);

// Licences by the names that hyphenation-languages.mjs gives them, in SPDX's
// list. Those that are not here are their own whole text.
const SPDX = {
  'BSD-3-Clause': 'BSD-3-Clause',
  // The patterns name no version: then any may be taken (its section 13).
  LGPL: 'LGPL-2.1',
  'LPPL-1.2 or later': 'LPPL-1.2',
  MIT: 'MIT',
  'MPL-1.1': 'MPL-1.1',
  'Unicode, Inc. License Agreement for Data Files': 'Unicode-DFS-2015',
};

const HEAD = `Broadsheet's language packs

The words of every pack are Broadsheet's own, under its MIT licence. Hyphenation
patterns are those of the TeX world, in hyph-utf8
(https://github.com/hyphenation/tex-hyphen), where their sources are to be had.
Those that hold a hyphen or a space were left out, the others packed as they
are. Each pack repeats its notice. The licences follow the list in full.
`;

/** The whole file. `sources` gives the language whose patterns each pack holds. */
export async function licencesText(sources) {
  const holders = languages.map(({ tag, notice }) => {
    const packs = Object.keys(sources).filter((each) => sources[each] === tag);
    return `${packs.map((each) => `${each}.bin`).join(', ')}\n${notice}\n`;
  });
  const used = new Set(languages.map(({ licence }) => licence));
  const ids = Object.entries(SPDX).filter(([name]) => used.has(name));
  const texts = ids.map(([name, id]) => `${RULE}\n${name}\n${RULE}\n\n${textOf(id)}\n`);
  return [HEAD, ...holders, ownLicence(await readOwn()), ...texts].join('\n');
}

function textOf(id) {
  const { licenseText } = require(`spdx-license-list/licenses/${id}.json`);
  // The copyright holders stand in the list above.
  return licenseText.replace(/^Copyright \(c\) <year>.*\n+/m, '').trim();
}

function readOwn() {
  return readFile(new URL('../LICENSE', import.meta.url), 'utf8');
}

function ownLicence(text) {
  return `${RULE}\nBroadsheet\n${RULE}\n\n${text.trim()}\n`;
}
