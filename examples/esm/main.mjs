// With a bundler, or an import map: import { createBroadsheet } from 'broadsheet';
import { createBroadsheet } from '../../dist/broadsheet.mjs';

const [broadsheet, response] = await Promise.all([
  createBroadsheet(),
  fetch('../articles/mali-russie.json'),
]);
const article = broadsheet.parse(new Uint8Array(await response.arrayBuffer()));
const target = document.getElementById('article');

if (article.ok) {
  document.title = article.title;
  const view = broadsheet.mount(target, article, { textScale: 2 });
  await view.ready;
} else {
  const [first] = article.diagnostics;
  target.textContent = `L’article ne peut pas être affiché (${first.code} ${first.pointer}).`;
}
