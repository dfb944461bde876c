// <broadsheet-article> when something is wrong: the fallback stays, and says why.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SEED } from './support/article-page.js';
import { FALLBACK, useElementPage } from './support/element-page.js';

const { site, fresh, open, events } = useElementPage();

describe('when something is wrong', () => {
  /** One error with `code` came, and the fallback is there to read. */
  async function failsWith(code: string, pointer?: string): Promise<void> {
    const errors = await events('broadsheet-error');
    assert.equal(errors.length, 1);
    const detail = errors[0]![1] as { code: string; diagnostics: { pointer: string }[] };
    assert.equal(detail.code, code);
    if (pointer !== undefined) assert.equal(detail.diagnostics[0]?.pointer, pointer);
    assert.equal(await fresh.page.locator('#fallback').isVisible(), true);
    assert.equal(await fresh.page.locator('article').count(), 0);
  }

  const BROKEN: [name: string, json: string, code: string, pointer: string][] = [
    ['JSON that is cut off', '{"title": "x"', 'json-syntax', ''],
    ['nothing', '', 'json-syntax', ''],
    ['HTML in place of JSON', '<!doctype html>', 'json-syntax', ''],
    ['a comma too many', '{"title": "x",}', 'json-syntax', ''],
    ['an array', '[]', 'not-an-object', ''],
    ['no title', '{"body": []}', 'missing-title', '/title'],
    ['an empty title', '{"title": " "}', 'missing-title', '/title'],
    ['a title of the wrong type', '{"title": 12}', 'missing-title', '/title'],
    ['a title that is null', '{"title": null}', 'missing-title', '/title'],
    ['too many levels', `{"title":"x","body":${'['.repeat(500)}`, 'limit-depth', ''],
  ];
  for (const [name, json, code, pointer] of BROKEN) {
    test(`${name}: ${code}, and the fallback stays`, async () => {
      site.put('/broken.json', { body: json, type: 'application/json' });
      await open(`<broadsheet-article src="/broken.json">${FALLBACK}</broadsheet-article>`);
      await failsWith(code, pointer);
    });
  }

  test('a wrong type that costs no article is reported with its place', async () => {
    site.putJson('/odd.json', { title: 'x', body: [{ type: 'paragraph', text: 5 }] });
    await open(`<broadsheet-article src="/odd.json">${FALLBACK}</broadsheet-article>`);
    const [ready] = await events('broadsheet-ready');
    const { diagnostics } = ready![1] as { diagnostics: { code: string; pointer: string }[] };
    assert.deepEqual(
      diagnostics.map(({ code, pointer }) => [code, pointer]),
      [['wrong-type', '/body/0/text']],
    );
  });

  test('a dead src', async () => {
    await open(`<broadsheet-article src="/nowhere.json">${FALLBACK}</broadsheet-article>`);
    await failsWith('fetch-failed');
  });

  test('a server that is not there', async () => {
    await open(
      `<broadsheet-article src="http://127.0.0.1:9/x.json">${FALLBACK}</broadsheet-article>`,
    );
    await failsWith('fetch-failed');
  });

  test('no source at all', async () => {
    await open(`<broadsheet-article>${FALLBACK}</broadsheet-article>`);
    await failsWith('no-article');
  });

  test('WebAssembly blocked by the page’s policy', async () => {
    site.put('/article.json', { body: SEED, type: 'application/json' });
    await open(
      `<broadsheet-article src="/article.json">${FALLBACK}</broadsheet-article>`,
      "default-src 'self'",
    );
    await failsWith('wasm-blocked');
  });

  test('a module that does not come', async () => {
    await fresh.page.route('**/broadsheet.wasm', (route) => route.fulfill({ status: 404 }));
    await openBroken();
    await failsWith('wasm-failed');
  });

  test('a module that is not one', async () => {
    await fresh.page.route('**/broadsheet.wasm', (route) => route.fulfill({ body: 'hello' }));
    await openBroken();
    await failsWith('wasm-failed');
  });

  async function openBroken(): Promise<void> {
    site.put('/article.json', { body: SEED, type: 'application/json' });
    await open(`<broadsheet-article src="/article.json">${FALLBACK}</broadsheet-article>`);
  }

  test('a server that is too slow: the fallback stays, and nothing swaps late', async () => {
    site.put('/slow.json', { body: SEED, type: 'application/json', delay: 5600 });
    await open(`<broadsheet-article src="/slow.json">${FALLBACK}</broadsheet-article>`);
    await failsWith('timeout');
    await fresh.page.waitForTimeout(1200);
    assert.equal(await fresh.page.locator('article').count(), 0);
  });

  test('a language pack that does not come costs its words alone', async () => {
    await fresh.page.route('**/lang/*.bin', (route) => route.fulfill({ status: 404 }));
    site.put('/article.json', { body: SEED, type: 'application/json' });
    await open('<broadsheet-article src="/article.json"></broadsheet-article>');
    await events('broadsheet-ready');
    assert.match(
      (await fresh.page.locator('.broadsheet-reading-time').textContent()) ?? '',
      /^Reading time: 2/,
    );
  });

  test('the next good article renders as if nothing had happened', async () => {
    site.put('/broken.json', { body: '{', type: 'application/json' });
    site.putJson('/good.json', { title: 'Bon' });
    await open(`<broadsheet-article src="/broken.json">${FALLBACK}</broadsheet-article>`);
    await events('broadsheet-error');
    await fresh.page.evaluate(() => {
      document.querySelector('broadsheet-article')!.setAttribute('src', '/good.json');
    });
    await fresh.page.locator('h1', { hasText: 'Bon' }).waitFor();
    assert.equal(await fresh.page.locator('#fallback').isVisible(), false);
  });
});
