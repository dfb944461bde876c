// dist/cards.mjs: what shows cards. Loaded where a page has some.
export { CardList, stageCards } from './list.js';
