// Setting paragraphs: prepare once, break at every width.
import type { Engine } from '../engine.js';
import type { NativeReason } from './collect.js';
import { createRuler, type Ruler } from './measure.js';
import { SetParagraph } from './paragraph.js';

export interface SettingOptions {
  readonly hyphenate: boolean;
}

let sharedRuler: Ruler | undefined;

/** All paragraphs of one article, set and kept set. */
export class Setting {
  readonly #engine: Engine;
  readonly #root: HTMLElement;
  readonly #options: SettingOptions;
  readonly #elements: readonly HTMLElement[];
  readonly #observer: ResizeObserver;
  readonly #probe: HTMLElement;
  readonly #mutations: MutationObserver;
  /** Why paragraphs are the browser's. */
  readonly native = new Map<HTMLElement, NativeReason>();
  #paragraphs: SetParagraph[] = [];
  #probeWidth = 0;

  constructor(
    root: HTMLElement,
    elements: readonly HTMLElement[],
    engine: Engine,
    options: SettingOptions,
  ) {
    this.#engine = engine;
    this.#root = root;
    this.#options = options;
    this.#elements = elements;
    this.#probe = createProbe(root);
    this.#mutations = new MutationObserver(() => this.update());
    this.#prepare();
    this.update();
    this.#mutations.observe(root, { subtree: true, characterData: true, childList: true });
    this.#observer = new ResizeObserver(() => this.#onResize());
    this.#observer.observe(root);
    this.#observer.observe(this.#probe);
    root.ownerDocument.fonts?.addEventListener('loadingdone', this.#onFonts);
  }

  /** Looks at everything anew: text, fonts, widths. */
  refresh(): void {
    this.#release();
    ruler().clear();
    this.#prepare();
    this.update();
  }

  destroy(): void {
    this.#observer.disconnect();
    this.#mutations.disconnect();
    this.#root.ownerDocument.fonts?.removeEventListener('loadingdone', this.#onFonts);
    this.#release();
    this.#probe.remove();
  }

  readonly #onFonts = () => this.refresh();

  /**
   * The probe's width in em changes with the font and with spacing that a reader imposes, and with
   * nothing else.
   */
  #onResize(): void {
    const changed = Math.abs(probeWidth(this.#probe) - this.#probeWidth) > 0.01;
    const appeared = [...this.native.values()].includes('hidden');
    if (changed || appeared) this.refresh();
    else this.update();
  }

  #prepare(): void {
    this.native.clear();
    this.#probeWidth = probeWidth(this.#probe);
    this.#paragraphs = [];
    for (const element of this.#elements) {
      const prepared = SetParagraph.prepare(
        element,
        this.#engine,
        ruler(),
        this.#options.hyphenate,
      );
      if (prepared instanceof SetParagraph) this.#paragraphs.push(prepared);
      else this.native.set(element, prepared);
    }
  }

  /** Sets all for the widths they have now. Reads all, then breaks all, then writes all. */
  update(): void {
    this.#dropChanged();
    const ready: { paragraph: SetParagraph; measure: number }[] = [];
    for (const paragraph of this.#paragraphs) {
      const measure = paragraph.measure();
      if (measure === undefined) paragraph.restore();
      else ready.push({ paragraph, measure });
    }
    const results = this.#engine.setParagraphs(
      ready.map(({ paragraph }) => paragraph.handle),
      ready.map(({ measure }) => measure),
    );
    ready.forEach(({ paragraph, measure }, i) => {
      paragraph.show(results[i]!, measure);
    });
    // What was written here is no news.
    this.#mutations.takeRecords();
  }

  /** Paragraphs that a translator or the host has changed are the browser's from then on. */
  #dropChanged(): void {
    const [intact, changed] = [[] as SetParagraph[], [] as SetParagraph[]];
    for (const each of this.#paragraphs) (each.isIntact() ? intact : changed).push(each);
    for (const paragraph of changed) {
      paragraph.abandon();
      paragraph.dispose();
      this.native.set(paragraph.element, 'changed');
    }
    this.#paragraphs = intact;
  }

  #release(): void {
    for (const paragraph of this.#paragraphs) {
      paragraph.restore();
      paragraph.dispose();
    }
    this.#paragraphs = [];
    this.#mutations.takeRecords();
  }
}

function ruler(): Ruler {
  sharedRuler ??= createRuler();
  return sharedRuler;
}

/** A line of text that is never seen: what changes its width changes the setting. */
function createProbe(root: HTMLElement): HTMLElement {
  const probe = root.ownerDocument.createElement('broadsheet-probe');
  probe.setAttribute('aria-hidden', 'true');
  root.append(probe);
  return probe;
}

function probeWidth(probe: HTMLElement): number {
  return probe.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(probe).fontSize);
}
