// “Voir la composition”: our lines and the browser's own side by side, drawn over
// and in figures. Everything drawn is for the eye; the table is for all.
import { createLayer, drawLines } from './drawing.mjs';
import { paintedLines, qualityOf } from './painted.mjs';
import { align, dress, twinOf } from './twin.mjs';

/** Drawn anew when nothing has changed for so long. */
const QUIET_MS = 60;
const SIDE_BY_SIDE = matchMedia('(width >= 1100px)');

const number = (value, digits) =>
  value.toLocaleString('fr', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const ratio = (value) => `× ${number(value, 2)}`;
/** How each figure of the table is written, given all of them: `data-figure` names it. */
const WRITTEN = {
  msd: (value) => number(value, 3),
  worst: ratio,
  tightest: ratio,
  hyphenatedPct: (value, { lines }) =>
    `${number((value * lines) / 100, 0)} (${number(value, 1)} %)`,
  longestLadder: (value) => number(value, 0),
  runts: (value) => number(value, 0),
  riversPer100: (value) => number(value, 1),
};

class Composition {
  #article;
  #main;
  #panel;
  #layer = createLayer();
  #twins = document.createElement('div');
  #texts = document.createElement('div');
  /** Each paragraph that is set, its twin and the width of a space in it. */
  #pairs = [];
  #timer;
  #resizes = new ResizeObserver(() => this.#onChange());
  #mutations = new MutationObserver(() => this.#onChange());

  constructor(article, main, panel) {
    this.#article = article;
    this.#main = main;
    this.#panel = panel;
    this.#twins.className = 'twins';
    this.#twins.inert = true;
    this.#twins.setAttribute('aria-hidden', 'true');
    const title = document.createElement('p');
    title.className = 'twins-title';
    title.textContent = 'Le navigateur seul, à la même largeur';
    this.#texts.className = 'twin-texts';
    this.#twins.append(title, this.#texts);
  }

  show() {
    this.#panel.hidden = false;
    this.#main.classList.add('compared');
    this.#main.append(this.#twins, this.#layer);
    this.#resizes.observe(this.#article);
    this.#mutations.observe(this.#article, { subtree: true, childList: true, characterData: true });
    SIDE_BY_SIDE.addEventListener('change', this.#onChange);
    document.fonts.addEventListener('loadingdone', this.#onChange);
    this.#onChange();
  }

  hide() {
    clearTimeout(this.#timer);
    this.#resizes.disconnect();
    this.#mutations.disconnect();
    SIDE_BY_SIDE.removeEventListener('change', this.#onChange);
    document.fonts.removeEventListener('loadingdone', this.#onChange);
    this.#twins.remove();
    this.#layer.remove();
    this.#main.classList.remove('compared');
    this.#panel.hidden = true;
  }

  /** What is drawn is no longer where the text is. */
  #onChange = () => {
    this.#layer.replaceChildren();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#draw(), QUIET_MS);
  };

  #draw() {
    const report = this.#article.report?.();
    if (!report) return;
    this.#match(report.paragraphs.filter(({ native, lines }) => !native && lines > 0));
    for (const { paragraph, twin } of this.#pairs) dress(twin, paragraph);
    if (SIDE_BY_SIDE.matches) align(this.#pairs, this.#texts);
    else this.#texts.style.minBlockSize = '';
    const ours = this.#pairs.map(({ paragraph }) => paintedLines(paragraph));
    const theirs = this.#pairs.map(({ twin }) => paintedLines(twin));
    const natural = this.#pairs.map(({ naturalSpace }) => naturalSpace);
    const origin = this.#layer.getBoundingClientRect();
    this.#layer.replaceChildren(
      ...[...ours, ...theirs].flatMap((lines, i) => {
        const { paragraph, naturalSpace } = this.#pairs[i % this.#pairs.length];
        const isRtl = getComputedStyle(paragraph).direction === 'rtl';
        return drawLines(lines, naturalSpace, isRtl, origin);
      }),
    );
    this.#write('ours', report.total);
    this.#write('theirs', qualityOf(theirs, natural));
  }

  /** Keeps the twins of paragraphs that are still what they were. */
  #match(reports) {
    const known = new Map(this.#pairs.map((pair) => [pair.paragraph, pair]));
    this.#pairs = reports.map(({ element, naturalSpace }) => {
      const twin = known.get(element)?.twin;
      const isSame = twin?.textContent === element.textContent;
      return { paragraph: element, naturalSpace, twin: isSame ? twin : twinOf(element) };
    });
    const twins = this.#pairs.map(({ twin }) => twin);
    const shown = [...this.#texts.children];
    if (twins.length !== shown.length || twins.some((twin, i) => twin !== shown[i])) {
      this.#texts.replaceChildren(...twins);
    }
  }

  #write(side, figures) {
    for (const row of this.#panel.querySelectorAll('[data-figure]')) {
      const name = row.dataset.figure;
      row.querySelector(`[data-of="${side}"]`).textContent = WRITTEN[name](figures[name], figures);
    }
    if (side === 'theirs') {
      this.#panel.querySelector('[data-note="hyphens"]').hidden = figures.hyphenatedPct > 0;
    }
  }
}

const toggle = document.getElementById('composition-toggle');
const article = document.querySelector('broadsheet-article');
const composition = new Composition(
  article,
  document.querySelector('main'),
  document.getElementById('composition-panel'),
);

toggle.addEventListener('click', () => {
  const isShown = toggle.getAttribute('aria-pressed') !== 'true';
  toggle.setAttribute('aria-pressed', String(isShown));
  if (isShown) composition.show();
  else composition.hide();
});
// An article may have come before this script.
if (article.report?.()) toggle.disabled = false;
addEventListener('broadsheet-ready', () => {
  toggle.disabled = false;
});
