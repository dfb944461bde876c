// A whole page rendered in Node: node examples/server/render.mjs [ARTICLE.json] > page.html
import { readFile } from 'node:fs/promises';
// In an app: import { createBroadsheet } from 'broadsheet/server';
import { createBroadsheet } from '../../dist/server.mjs';

const path = process.argv[2] ?? new URL('../articles/mali-russie.json', import.meta.url);
const broadsheet = await createBroadsheet();
const article = broadsheet.parse(await readFile(path));
for (const { severity, code, pointer, message } of article.diagnostics) {
  console.error(`${severity} ${code} ${pointer}: ${message}`);
}
if (!article.ok) process.exit(1);

const escaped = article.title.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
console.log(`<!doctype html>
<html lang="${article.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped}</title>
<script src="/dist/broadsheet-early.js"></script>
<link rel="stylesheet" href="/dist/broadsheet.css">
<link rel="stylesheet" href="/examples/host.css">
<script src="/dist/broadsheet.js" defer></script>
<script type="application/ld+json">${broadsheet.toJSONLD(article)}</script>
</head>
<body>
<main><broadsheet-article>${broadsheet.toHTML(article)}</broadsheet-article></main>
</body>
</html>`);
