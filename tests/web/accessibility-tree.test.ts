// The order in which Chromium's accessibility tree gives an article is a golden
// text: UPDATE_GOLDEN=1 writes it anew.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Chromium, type ChromiumPage } from './engines/index.js';
import { longArticle, putArticle, ready } from './support/article-page.js';
import { projectFile, readText } from './support/paths.js';
import { useSite } from './support/site.js';

const site = useSite();
let chromium: Chromium;
before(async () => {
  chromium = await Chromium.start();
});
after(() => chromium?.stop());

interface Value {
  value?: unknown;
}
interface Node {
  nodeId: string;
  ignored: boolean;
  role?: Value;
  name?: Value;
  properties?: { name: string; value: Value }[];
  childIds?: string[];
}

const TOLD = ['level', 'checked', 'focusable', 'hasPopup', 'expanded', 'roledescription'];
/** Boxes, lines of text within a text, and parts whose names change from version to version. */
const SILENT = [
  ...['generic', 'none', 'InlineTextBox', 'LineBreak'],
  ...['sectionheader', 'sectionfooter', 'LabelText', 'Legend', 'Figcaption'],
];

/** The tree below `main`, a line for each node: role, name, what is told of it. */
async function tree({ page }: ChromiumPage): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: Node[] };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];
  const visit = (node: Node, depth: number): void => {
    const role = String(node.role?.value);
    if (role === 'StaticText' && !node.ignored) {
      addText(lines, depth, String(node.name?.value));
      return;
    }
    const isSilent = node.ignored || SILENT.includes(role);
    if (!isSilent) lines.push(`${'  '.repeat(depth)}${describeNode(node, role)}`);
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) visit(child, isSilent ? depth : depth + 1);
    }
  };
  visit(nodes.find(({ role }) => role?.value === 'main')!, 0);
  return `${lines.join('\n')}\n`;
}

function describeNode({ name, properties = [] }: Node, role: string): string {
  const told = properties
    .filter((each) => TOLD.includes(each.name))
    .map((each) => `${each.name}=${String(each.value.value)}`);
  const said = name?.value ? ` “${String(name.value)}”` : '';
  return `${role}${said}${told.length > 0 ? ` (${told.join(', ')})` : ''}`;
}

/** Texts that follow one another are one: where lines end is no matter here. */
function addText(lines: string[], depth: number, text: string): void {
  const start = `${'  '.repeat(depth)}: `;
  const last = lines.at(-1);
  if (last?.startsWith(start)) lines[lines.length - 1] = last + text;
  else lines.push(start + text);
}

for (const [name, lang, dir] of [
  ['mali-russie', 'fr', 'ltr'],
  ['huquq.ar', 'ar', 'rtl'],
] as const) {
  test(`the accessibility tree of ${name}`, async () => {
    const article = readText(`examples/articles/${name}.json`);
    const page = await chromium.open(putArticle(site, article, { lang, dir }));
    await ready(page);
    const path = `tests/golden/accessibility-tree/${name}.txt`;
    const actual = await tree(page);
    if (process.env.UPDATE_GOLDEN) writeFileSync(projectFile(path), actual);
    assert.equal(actual, readText(path));
  });
}

test('a long article is in the tree whole, out of sight and after a change of width', async () => {
  const page = await chromium.open(putArticle(site, longArticle(14)), { width: 700, height: 800 });
  await ready(page);
  const heard = async () => (await tree(page)).split('C’est un fait rare').length - 1;
  assert.equal(await heard(), 14);
  await page.resize(500, 800);
  const rested = () => !document.querySelector('.broadsheet-waiting');
  await page.waitFor(rested);
  assert.equal(await heard(), 14);
  await page.close();
});
