// Setting paragraphs: prepare once, break at every width.
import type {
  NativeReason,
  Setting as PublicSetting,
  QualityReport,
  TypesetOptions,
} from '../api.js';
import type { Engine } from '../engine.js';
import { cleanCopies } from './clipboard.js';
import { findContainable, isContained } from './containment.js';
import { FarParagraphs } from './far.js';
import { contentWidth } from './geometry.js';
import { LateParagraphs } from './late.js';
import { pageRuler } from './measure.js';
import { SetParagraph, type Target } from './paragraph.js';
import { createProbe, probeWidth } from './probe.js';
import { reportOf } from './report.js';
import { keepSelection, selectWholeWord } from './selection.js';
import type { EngineLines, SetRequest } from './wire.js';

/** A text that is changed more often than this is somebody's to write. */
const MOST_CHANGES = 3;
const PROBE_TOLERANCE_EM = 0.01;
/** CSS px */
const WIDTH_TOLERANCE = 0.01;

/** What the engine is asked for a paragraph. */
interface Asked {
  readonly paragraph: SetParagraph;
  readonly request: SetRequest;
}

/** All paragraphs of one element, set and kept set. */
export class Setting implements PublicSetting {
  readonly ready: Promise<void> = Promise.resolve();
  readonly #engine: Engine;
  readonly #root: HTMLElement;
  readonly #options: TypesetOptions;
  readonly #find: () => Target[];
  readonly #observer: ResizeObserver;
  readonly #mutations: MutationObserver;
  readonly #probe: HTMLElement;
  readonly #native = new Map<HTMLElement, NativeReason>();
  readonly #changes = new WeakMap<HTMLElement, number>();
  readonly #widths = new Map<Element, number>();
  readonly #far = new FarParagraphs(
    (near) => this.#comeNear(this.#late.join(near)),
    (above) => this.#break(above, ({ paragraph }, lines) => paragraph.expect(lines)),
    (far) => this.#comeNear(far),
  );
  readonly #late: LateParagraphs;
  #targets: Target[] = [];
  #paragraphs = new Map<HTMLElement, SetParagraph>();
  #probeWidth = 0;
  #isHeldOpen = false;
  #destroyed = false;

  /** Sets what `find` gives inside `root`: at once, and anew after every `refresh()`. */
  constructor(root: HTMLElement, find: () => Target[], engine: Engine, options: TypesetOptions) {
    this.#engine = engine;
    this.#root = root;
    this.#find = find;
    this.#options = options;
    this.#probe = createProbe(root);
    this.#mutations = new MutationObserver(() => this.#onMutations());
    this.#observer = new ResizeObserver((entries) => this.#onResize(entries));
    this.#late = new LateParagraphs(root.ownerDocument.defaultView, (late) => this.#settle(late));
    this.#prepare();
    this.update();
    this.#observe();
    this.#mutations.observe(root, { subtree: true, characterData: true, childList: true });
    this.#far.watch(this.#paragraphs.values(), root);
    const view = root.ownerDocument.defaultView;
    root.ownerDocument.fonts?.addEventListener('loadingdone', this.#onFonts);
    root.addEventListener('dblclick', this.#onDoubleClick);
    view?.addEventListener('resize', this.#onWindowResize);
    cleanCopies(root.ownerDocument);
  }

  /** Looks at everything anew: text, fonts, widths. */
  refresh(): void {
    if (this.#destroyed) return;
    keepSelection(this.#root.ownerDocument, this.#paragraphOf, () => {
      this.#release();
      pageRuler().clear();
      this.#prepare();
      this.#set();
      this.#far.watch(this.#paragraphs.values(), this.#root);
    });
  }

  /** Sets all for the widths they have now. */
  update(): void {
    if (this.#destroyed) return;
    keepSelection(this.#root.ownerDocument, this.#paragraphOf, () => this.#set());
  }

  report(): QualityReport {
    this.#late.settle();
    this.#far.settle();
    return reportOf(this.#engine, this.#targets, this.#paragraphs, this.#native);
  }

  destroy(): void {
    if (this.#destroyed) return;
    keepSelection(this.#root.ownerDocument, this.#paragraphOf, () => this.#release());
    this.#destroyed = true;
    this.#far.disconnect();
    this.#observer.disconnect();
    this.#mutations.disconnect();
    const view = this.#root.ownerDocument.defaultView;
    this.#root.ownerDocument.fonts?.removeEventListener('loadingdone', this.#onFonts);
    this.#root.removeEventListener('dblclick', this.#onDoubleClick);
    view?.removeEventListener('resize', this.#onWindowResize);
    this.#probe.remove();
  }

  readonly #onFonts = () => this.refresh();

  readonly #onDoubleClick = () => selectWholeWord(this.#root.ownerDocument, this.#paragraphOf);

  /** What set lines hold open only finds its new width when they let go. */
  readonly #onWindowResize = () => {
    if (this.#isHeldOpen) this.refresh();
  };

  readonly #paragraphOf = (node: Node): SetParagraph | undefined => {
    const element = node instanceof Element ? node : node.parentElement;
    const set = element?.closest<HTMLElement>('.broadsheet-set');
    return set ? this.#paragraphs.get(set) : undefined;
  };

  /**
   * The probe's width in em changes with the font and with spacing that a reader imposes, and with
   * nothing else.
   */
  #onResize(entries: readonly ResizeObserverEntry[]): void {
    if (this.#hasProbeChanged(entries)) {
      this.#pauseObserving();
      this.refresh();
      return;
    }
    let changed = false;
    for (const { target, contentRect } of entries) {
      const known = this.#widths.get(target) ?? -1;
      if (target === this.#probe || Math.abs(known - contentRect.width) < WIDTH_TOLERANCE) continue;
      this.#widths.set(target, contentRect.width);
      changed = true;
    }
    if (!changed) return;
    this.#pauseObserving();
    if ([...this.#native.values()].includes('hidden')) this.refresh();
    else this.update();
  }

  #hasProbeChanged(entries: readonly ResizeObserverEntry[]): boolean {
    const width = entries.find(({ target }) => target === this.#probe)?.contentRect.width;
    if (width === undefined || width === this.#widths.get(this.#probe)) return false;
    this.#widths.set(this.#probe, width);
    return Math.abs(probeWidth(this.#probe) - this.#probeWidth) > PROBE_TOLERANCE_EM;
  }

  /** New lines change heights, which would be reported to the page as a loop. */
  #pauseObserving(): void {
    this.#observer.disconnect();
    this.#root.ownerDocument.defaultView?.requestAnimationFrame(() => {
      if (!this.#destroyed) this.#observe();
    });
  }

  #prepare(): void {
    this.#targets = this.#find();
    this.#probeWidth = probeWidth(this.#probe);
    for (const target of this.#targets) this.#prepareOne(target);
    this.#contain();
    // What is set now is set for these widths.
    for (const column of this.#columns()) {
      this.#widths.set(column, contentWidth(getComputedStyle(column)));
    }
  }

  #contain(): void {
    this.#isHeldOpen = false;
    if (isContained(this.#root)) return;
    const containable = findContainable([...this.#paragraphs.keys()]);
    for (const [element, paragraph] of this.#paragraphs) {
      paragraph.isContained = containable.has(element);
      if (!paragraph.isContained) this.#isHeldOpen = true;
    }
  }

  #prepareOne(target: Target): void {
    const prepared = SetParagraph.prepare(target, this.#engine, pageRuler(), this.#options);
    if (prepared instanceof SetParagraph) this.#paragraphs.set(target.element, prepared);
    else this.#native.set(target.element, prepared);
  }

  /** Observes what gives the paragraphs their width. */
  #observe(): void {
    this.#observer.disconnect();
    this.#observer.observe(this.#probe);
    for (const column of this.#columns()) this.#observer.observe(column);
  }

  #columns(): Set<Element> {
    const parents = this.#targets.map(({ element }) => element.parentElement ?? element);
    return new Set([this.#root, ...parents]);
  }

  #set(): void {
    this.#far.loosen();
    const near = [...this.#paragraphs.values()].filter((each) => !this.#far.has(each));
    this.#show(this.#late.part(near));
    this.#late.wait();
    // What was written here is no news.
    this.#mutations.takeRecords();
  }

  /** Reads all, then breaks all, then writes all. */
  #break(
    paragraphs: readonly SetParagraph[],
    write: (asked: Asked, lines: EngineLines) => void,
  ): void {
    const asked: Asked[] = [];
    for (const paragraph of paragraphs) {
      const column = paragraph.column();
      const request = column && paragraph.request(column);
      if (request) {
        asked.push({ paragraph, request });
      } else {
        paragraph.restore();
        this.#native.set(paragraph.element, 'narrow');
      }
    }
    const results = this.#engine.setParagraphs(asked.map(({ request }) => request));
    asked.forEach((each, i) => {
      write(each, results[i]!);
    });
  }

  #show(paragraphs: readonly SetParagraph[]): void {
    this.#break(paragraphs, (asked, lines) => this.#showOne(asked, lines));
  }

  /** Sets what waited below the view, but for what is far by now. */
  #settle(paragraphs: readonly SetParagraph[]): void {
    const far = paragraphs.filter((each) => this.#far.has(each));
    for (const each of far) each.loosen();
    this.#comeNear(paragraphs.filter((each) => !far.includes(each)));
  }

  #comeNear(paragraphs: readonly SetParagraph[]): void {
    if (paragraphs.length === 0) return;
    keepSelection(this.#root.ownerDocument, this.#paragraphOf, () => {
      this.#show(paragraphs);
      this.#mutations.takeRecords();
    });
  }

  #showOne({ paragraph, request }: Asked, lines: EngineLines): void {
    if (!lines.overfull) {
      this.#native.delete(paragraph.element);
      paragraph.show(lines, request);
      return;
    }
    if (paragraph.divideWords(pageRuler())) {
      const again = { ...request, paragraph: paragraph.handle };
      const [lines] = this.#engine.setParagraphs([again]);
      this.#showOne({ paragraph, request: again }, lines!);
      return;
    }
    // The browser may break anywhere.
    paragraph.restore();
    this.#native.set(paragraph.element, 'long-word');
  }

  /**
   * Somebody else has changed the text. It flows naturally at once and is set again, unless it is a
   * page translation or an editor that will go on.
   */
  #onMutations(): void {
    const changed = [...this.#paragraphs.values()].filter((each) => !each.isIntact());
    if (changed.length === 0) return;
    for (const paragraph of changed) {
      const { element } = paragraph;
      paragraph.abandon();
      paragraph.dispose();
      this.#paragraphs.delete(element);
      const changes = (this.#changes.get(element) ?? 0) + 1;
      this.#changes.set(element, changes);
      if (changes > MOST_CHANGES || isTranslated(element)) this.#native.set(element, 'changed');
      else if (element.isConnected) this.#prepareOne({ element, role: paragraph.role });
    }
    this.#contain();
    this.update();
  }

  #release(): void {
    this.#late.clear();
    for (const paragraph of this.#paragraphs.values()) {
      if (paragraph.isIntact()) paragraph.restore();
      else paragraph.abandon();
      paragraph.dispose();
    }
    this.#far.disconnect();
    this.#paragraphs.clear();
    this.#native.clear();
    this.#mutations.takeRecords();
  }
}

/** Browsers that translate pages mark them so, or wrap what they wrote. */
function isTranslated(element: HTMLElement): boolean {
  const root = element.ownerDocument.documentElement;
  return (
    /\btranslated-(ltr|rtl)\b/.test(root.className) ||
    root.hasAttribute('_msttexthash') ||
    element.querySelector('font, [_msttexthash]') !== null
  );
}
