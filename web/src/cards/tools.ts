// dist/cards.mjs: what shows cards. Loaded where a page has some.
export { CardList } from './list.js';
export { stageCards } from './staged.js';
