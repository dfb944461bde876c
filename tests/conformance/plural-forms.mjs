// Plural forms as CLDR has them, by Node's own Intl.PluralRules, for 0 to 200.
//   node tests/conformance/plural-forms.mjs PLURAL_FORMS_PROGRAM
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];
const folder = new URL('../../src/typography/languages/', import.meta.url);
const worded = readdirSync(folder).map((name) => name.replace('.json', ''));
// Languages without words of ours: a host may bring them.
const others = 'en be bs ca et km lo lt lv ms my nn no sk sl sq sr yue'.split(' ');
const tags = [...worded, ...others];

function expected(tag) {
  const rules = new Intl.PluralRules(tag);
  const found = Array.from({ length: 201 }, (_, count) => rules.select(count));
  const forms = CATEGORIES.filter((category) => found.includes(category));
  return found.map((category) => forms.indexOf(category)).join('');
}

const lines = execFileSync(process.argv[2], tags, { encoding: 'utf8' }).trim().split('\n');
const wrong = tags.filter((tag, i) => lines[i] !== expected(tag));
for (const tag of wrong) {
  console.error(`${tag}\n  ours ${lines[tags.indexOf(tag)]}\n  CLDR ${expected(tag)}`);
}
console.log(`${tags.length - wrong.length} of ${tags.length} languages agree`);
process.exit(wrong.length === 0 ? 0 : 1);
