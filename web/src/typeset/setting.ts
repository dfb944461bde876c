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
import { contentWidth, Parents } from './geometry.js';
import { KeptParagraphs } from './kept.js';
import { pageRuler } from './measure.js';
import { type Asked, type Placed, SetParagraph, type Target } from './paragraph.js';
import { createProbe, probeWidth } from './probe.js';
import { reportOf } from './report.js';
import { keepSelection, selectWholeWord } from './selection.js';
import { nearness, partBySight, SLICE, Waiting } from './waiting.js';
import type { EngineLines } from './wire.js';

/** A text that is changed more often than this is somebody's to write. */
const MOST_CHANGES = 3;
const PROBE_TOLERANCE_EM = 0.01;
/** CSS px */
const WIDTH_TOLERANCE = 0.01;

/** The lines of a paragraph that were asked for. */
interface Answer {
  readonly asked: Asked;
  readonly lines: EngineLines;
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
  readonly #view: Window | null;
  readonly #waiting: Waiting<SetParagraph>;
  readonly #kept: KeptParagraphs | undefined;
  readonly #canHide = CSS.supports('content-visibility', 'hidden');
  #targets: Target[] = [];
  #paragraphs = new Map<HTMLElement, SetParagraph>();
  #probeWidth = 0;
  #isHeldOpen = false;
  #isRootContained = false;
  #destroyed = false;

  /**
   * Sets what `find` gives inside `root`: at once, and anew after every `refresh()`. With `hold`, which
   * makes a change and keeps what is being read where it is, not what is in sight and would move far.
   */
  constructor(
    root: HTMLElement,
    find: () => Target[],
    engine: Engine,
    options: TypesetOptions,
    hold?: (change: () => void) => void,
  ) {
    this.#engine = engine;
    this.#root = root;
    this.#find = find;
    this.#options = options;
    this.#probe = createProbe(root);
    this.#mutations = new MutationObserver(() => this.#onMutations());
    this.#observer = new ResizeObserver((entries) => this.#onResize(entries));
    this.#view = root.ownerDocument.defaultView;
    this.#waiting = new Waiting({
      view: this.#view,
      slice: SLICE,
      nearness: () => nearness(this.#view),
      onDue: (next, isLast) => this.#rest(next, isLast),
    });
    if (hold && this.#view) {
      this.#kept = new KeptParagraphs(this.#view, () => hold(() => this.update()));
    }
    this.#prepare();
    keepSelection(root.ownerDocument, this.#paragraphOf, () => this.#set(true));
    this.#observe();
    this.#mutations.observe(root, { subtree: true, characterData: true, childList: true });
    root.ownerDocument.fonts?.addEventListener('loadingdone', this.#onFonts);
    root.addEventListener('dblclick', this.#onDoubleClick);
    this.#view?.addEventListener('resize', this.#onWindowResize);
    cleanCopies(root.ownerDocument);
  }

  /** Looks at everything anew: text, fonts, widths. */
  refresh(): void {
    this.#kept?.clear();
    this.#renew();
  }

  #renew(): void {
    if (this.#destroyed) return;
    keepSelection(this.#root.ownerDocument, this.#paragraphOf, () => {
      this.#release();
      pageRuler().clear();
      this.#prepare();
      this.#set();
    });
  }

  /** Sets all for the widths that they have now, or have after a `change`. */
  update(change?: () => void): void {
    if (this.#destroyed) {
      change?.();
      return;
    }
    if (change) this.#kept?.clear();
    keepSelection(this.#root.ownerDocument, this.#paragraphOf, () => {
      if (change) this.#hideAll();
      change?.();
      this.#set();
      if (change) this.#noteWidths();
    });
  }

  report(): QualityReport {
    if (this.#kept?.clear()) this.update();
    this.#waiting.settle();
    return reportOf(this.#engine, this.#targets, this.#paragraphs, this.#native);
  }

  destroy(): void {
    if (this.#destroyed) return;
    keepSelection(this.#root.ownerDocument, this.#paragraphOf, () => this.#release());
    this.#destroyed = true;
    this.#kept?.clear();
    this.#observer.disconnect();
    this.#mutations.disconnect();
    this.#root.ownerDocument.fonts?.removeEventListener('loadingdone', this.#onFonts);
    this.#root.removeEventListener('dblclick', this.#onDoubleClick);
    this.#view?.removeEventListener('resize', this.#onWindowResize);
    this.#probe.remove();
  }

  readonly #onFonts = () => this.#renew();

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

  #onResize(entries: readonly ResizeObserverEntry[]): void {
    let changed = false;
    for (const { target, contentRect } of entries) {
      const known = this.#widths.get(target) ?? -1;
      if (Math.abs(known - contentRect.width) < WIDTH_TOLERANCE) continue;
      this.#widths.set(target, contentRect.width);
      changed = true;
    }
    if (!changed) return;
    this.#kept?.clear();
    this.#pauseObserving();
    if (this.#hasProbeChanged() || [...this.#native.values()].includes('hidden')) this.refresh();
    else this.update();
  }

  /**
   * The probe's width in em changes with the font and with spacing that a reader imposes, and with
   * nothing else; with the text size its width in pixels does.
   */
  #hasProbeChanged(): boolean {
    return Math.abs(probeWidth(this.#probe) - this.#probeWidth) > PROBE_TOLERANCE_EM;
  }

  /** New lines change heights, which would be reported to the page as a loop. */
  #pauseObserving(): void {
    this.#observer.disconnect();
    this.#view?.requestAnimationFrame(() => {
      if (!this.#destroyed) this.#observe();
    });
  }

  #prepare(): void {
    this.#targets = this.#find();
    this.#probeWidth = probeWidth(this.#probe);
    for (const target of this.#targets) this.#prepareOne(target);
    this.#contain();
    this.#noteWidths();
  }

  /** What is set now is set for these widths. */
  #noteWidths(): void {
    for (const observed of [this.#probe, ...this.#columns()]) {
      this.#widths.set(observed, contentWidth(getComputedStyle(observed)));
    }
  }

  #contain(): void {
    this.#isHeldOpen = false;
    this.#isRootContained = isContained(this.#root);
    if (this.#isRootContained) return;
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

  /** Reads all that is in sight, then breaks it, then writes it. */
  #set(isFirst = false): void {
    const parents = new Parents();
    const { activeElement } = this.#root.ownerDocument;
    // One change alone is dearer with something to hide and show, and with widths to let go of.
    const isDrag = this.#waiting.isChanging;
    const canWait = isDrag || this.#paragraphs.size > SLICE;
    const paragraphs = [...this.#paragraphs.values()].filter((each) => !this.#kept?.has(each));
    const placed = paragraphs.map((each) =>
      each.place(parents, canWait && this.#mayWait(each), activeElement),
    );
    const answers = new Map<SetParagraph, Answer>();
    const { inSight, outOfSight } = partBySight(placed, this.#view?.innerHeight ?? 0, (some) => {
      for (const each of this.#break(some, parents)) answers.set(each.asked.paragraph, each);
      return some.map((paragraph) => heightOf(answers.get(paragraph)));
    });
    if (isFirst) this.#kept?.keep(placed, (each) => growthOf(each, answers.get(each.paragraph)));
    for (const paragraph of inSight) {
      const answer = answers.get(paragraph);
      if (!answer || this.#kept?.has(paragraph)) continue;
      this.#show(answer);
      if (isDrag && this.#isFree(paragraph)) paragraph.hold(answer.asked);
    }
    for (const each of outOfSight) each.hide(heightOf(answers.get(each)));
    this.#waiting.wait(outOfSight);
    // What was written here is no news.
    this.#mutations.takeRecords();
  }

  /** What is hidden when all changes is laid out once, with its new lines. */
  #hideAll(): void {
    const { activeElement } = this.#root.ownerDocument;
    for (const each of this.#paragraphs.values()) {
      if (this.#mayWait(each) && each.canWait(activeElement)) each.hide(0);
    }
  }

  #mayWait(paragraph: SetParagraph): boolean {
    return this.#canHide && this.#isFree(paragraph);
  }

  /** Whether nothing takes its width from this paragraph. */
  #isFree(paragraph: SetParagraph): boolean {
    return this.#isRootContained || paragraph.isContained;
  }

  /** The width rests: these are set too, and others that have been held at a wrong width. */
  #rest(waiting: readonly SetParagraph[], isLast: boolean): void {
    const letGo = isLast ? [...this.#paragraphs.values()].filter((each) => each.letGo()) : [];
    keepSelection(this.#root.ownerDocument, this.#paragraphOf, () => {
      const parents = new Parents();
      const wrong = letGo.filter((each) => !each.isSetFor(parents));
      for (const each of this.#break([...waiting, ...wrong], parents)) this.#show(each);
      this.#mutations.takeRecords();
    });
  }

  /** The lines of paragraphs. Only reads the page, but for what has no room: that flows as it would. */
  #break(paragraphs: readonly SetParagraph[], parents: Parents): Answer[] {
    const asked: Asked[] = [];
    const roomless: SetParagraph[] = [];
    for (const paragraph of paragraphs) {
      const one = paragraph.ask(parents);
      if (one) asked.push(one);
      else roomless.push(paragraph);
    }
    for (const paragraph of roomless) {
      paragraph.restore();
      this.#native.set(paragraph.element, 'narrow');
    }
    const results = this.#engine.setParagraphs(asked.map(({ request }) => request));
    return asked.map((each, i) => ({ asked: each, lines: results[i]! }));
  }

  #show({ asked, lines }: Answer): void {
    const { paragraph, request } = asked;
    if (!lines.overfull) {
      this.#native.delete(paragraph.element);
      paragraph.show(lines, asked);
      return;
    }
    if (paragraph.divideWords(pageRuler())) {
      const again = { ...request, paragraph: paragraph.handle };
      const [lines] = this.#engine.setParagraphs([again]);
      this.#show({ asked: { ...asked, request: again }, lines: lines! });
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
    this.#waiting.clear();
    for (const paragraph of this.#paragraphs.values()) {
      if (paragraph.isIntact()) paragraph.restore();
      else paragraph.abandon();
      paragraph.dispose();
    }
    this.#paragraphs.clear();
    this.#native.clear();
    this.#mutations.takeRecords();
  }
}

/** What a paragraph's lines take, CSS px; 0 where that cannot be told. */
function heightOf(answer: Answer | undefined): number {
  return answer ? answer.lines.lines.length * answer.asked.leading || 0 : 0;
}

/** By how much it will be higher than the browser's lines have made it, CSS px. */
function growthOf({ box }: Placed, answer: Answer | undefined): number {
  const { leading } = answer?.asked ?? { leading: 0 };
  if (!answer || !(leading > 0)) return 0;
  // What is not lines, padding for one, stays.
  return (answer.lines.lines.length - Math.round(box.height / leading)) * leading;
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
