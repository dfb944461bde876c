import { readFile } from 'node:fs/promises';
import type { Article, Broadsheet } from '../api.js';

/** A complete HTML page that needs nothing beside it: the stylesheet is inside. */
export async function standalonePage(broadsheet: Broadsheet, article: Article): Promise<string> {
  const css = await readFile(new URL('./broadsheet.css', import.meta.url), 'utf8');
  return `<!doctype html>
<html lang="${escapeHtml(article.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(article.title)}</title>
<style>
:root{color-scheme:light dark;background:light-dark(#fffdf9,#191817);color:light-dark(#1d1b18,#e9e5dd);font-size:112.5%}
body{margin:0 auto;padding:2rem clamp(1rem,4vw,3rem) 4rem}
${css.trim()}
</style>
<script type="application/ld+json">${broadsheet.toJSONLD(article)}</script>
</head>
<body>
<main>${broadsheet.toHTML(article)}</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
