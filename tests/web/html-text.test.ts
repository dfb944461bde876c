// The HTML reader against a parser that follows the standard in all (parse5).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import type * as Api from '../../web/src/api.js';
import { dompurifyPayloads, livePayloads, naughtyStrings } from './support/payloads.js';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const skip = livePayloads().length === 0 && 'the corpora are absent: set BROADSHEET_CORPORA';
/** What the reader drops by promise, content and all. */
const DROPPED = new Set(['script', 'style', 'template', 'iframe']);

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  if (DROPPED.has(node.nodeName) || !('childNodes' in node)) return '';
  return node.childNodes.map(textOf).join('');
}

function findBody(node: Node): Element | undefined {
  if ('attrs' in node && node.attrs.some(({ value }) => value === 'broadsheet-body')) return node;
  if (!('childNodes' in node)) return undefined;
  for (const child of node.childNodes) {
    const found = findBody(child);
    if (found) return found;
  }
  return undefined;
}

/** White space is the setting's affair, and NUL is dropped by parsers. */
function bare(text: string): string {
  return text.replace(/[\s\0\uFFFD]+/g, '');
}

/**
 * Where the two differ knowingly: the pictures and players whose text is shown in their place,
 * content of SVG and MathML (which is no HTML), and <plaintext>, which ends in no browser.
 */
function isKnownDifference(html: string): boolean {
  return (
    /<(svg|math|plaintext)\b/i.test(html) || /<img[^>]*\balt=/i.test(html) || /youtube/.test(html)
  );
}

test('text is what the standard’s parser reads, script, style, template and iframe apart', {
  skip,
}, async () => {
  const entry: typeof Api = await import(`${process.cwd()}/dist/server.mjs`);
  const broadsheet = await entry.createBroadsheet();
  const payloads = new Set([...livePayloads(), ...dompurifyPayloads(), ...naughtyStrings()]);
  const differences: { html: string; ours: string; standard: string }[] = [];
  let known = 0;
  for (const html of payloads) {
    const article = broadsheet.parse({ title: 'T', body: [{ type: 'paragraph', text: { html } }] });
    const ours = bare(textOf(findBody(parseFragment(broadsheet.toHTML(article)))!));
    const standard = bare(textOf(parseFragment(html, { scriptingEnabled: false })));
    if (ours === standard) continue;
    if (isKnownDifference(html)) known++;
    else differences.push({ html, ours, standard });
  }
  assert.deepEqual(differences, []);
  assert.equal(known, 22);
});
