// What toHTML writes is valid HTML: html-validate judges.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { HtmlValidate, type Report } from 'html-validate';
import type * as Api from '../../web/src/api.js';
import { projectFile, readText } from './support/paths.js';
import { WHOLE_ARTICLES } from './support/whole-articles.js';

const { createBroadsheet } = (await import(
  pathToFileURL(projectFile('dist/server.mjs')).href
)) as Pick<typeof Api, 'createBroadsheet'>;
const broadsheet = await createBroadsheet();

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Safari takes a list without markers for no list, unless its role says so.
    'no-redundant-role': 'off',
    // An aside inside an article is no landmark, whatever its name: HTML-AAM.
    'unique-landmark': 'off',
  },
});

function page(json: string): string {
  const article = broadsheet.parse(json);
  return [
    '<!DOCTYPE html>',
    `<html lang="${article.lang || 'en'}">`,
    '<head><meta charset="utf-8"><title>Article</title></head>',
    `<body><main>${broadsheet.toHTML(article)}</main></body>`,
    '</html>\n',
  ].join('\n');
}

function complaints(report: Report): string[] {
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  );
}

for (const name of readdirSync(projectFile('examples/articles'))) {
  test(`the HTML of ${name} is valid`, async () => {
    const html = page(readText(`examples/articles/${name}`));
    assert.deepEqual(complaints(await validator.validateString(html)), []);
  });
}

for (const [name, article] of Object.entries(WHOLE_ARTICLES)) {
  test(`the HTML of an article of ${name} is valid`, async () => {
    const html = page(JSON.stringify(article));
    assert.deepEqual(complaints(await validator.validateString(html)), []);
  });
}
