// Keeps the reader's place while the text around it changes: one per page.
import { type Flow, flowOf, type Span } from './flow.js';
import { TextLine } from './text-line.js';

/** After this long without scrolling the line being read is looked for again. */
const SETTLE_MS = 150;
/** After so long without a wheel, a finger or a key on the page it is not the reader who scrolls. */
const INPUT_MS = 1000;
/** As long as fonts and what waits out of sight may follow a change. */
const HOLD_MS = 500;
/** So many frames in a row in which nothing moves are rest; it comes within so many. */
const STILL_FRAMES = 3;
const MOST_FRAMES = 40;
const CONTROL_PX = 44;
const CONTROLS = '.broadsheet-controls';
/** Room above the controls where the page cannot be scrolled far enough. */
const HELD = '--broadsheet-held';

/** What stays where it is: a line of text, or the control that was pressed. */
interface Mark {
  /** Where it begins now, or undefined when it has gone. */
  readonly start: number | undefined;
}

interface Held {
  readonly mark: Mark;
  readonly flow: Flow;
  readonly scroller: Element;
  /** Where the reader had it on screen. */
  readonly start: number;
  /** How far the scroller was scrolled then, and how much there was to scroll. */
  scrolled: number;
  extent: number;
}

export class Place {
  readonly #articles = new Set<Element>();
  #held: Held | undefined;
  #sizes: ResizeObserver | undefined;
  #inputAt = Number.NEGATIVE_INFINITY;
  #frame = 0;
  #holding: ReturnType<typeof setTimeout> | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;

  /** Holds the place in `text` when a setting changes. */
  add(text: Element): void {
    this.#articles.add(text);
  }

  /** Holds it whenever the size of the article changes too: late pictures, fonts, orientation. */
  watch(article: Element): void {
    if (!this.#sizes) {
      this.#sizes = new ResizeObserver(() => this.#restore());
      const listen = { capture: true, passive: true };
      addEventListener('scroll', () => this.#onScroll(), listen);
      addEventListener('resize', () => this.#holdOff(), listen);
      for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
        addEventListener(type, (event) => this.#onInput(event), listen);
      }
    }
    this.add(article);
    this.#sizes.observe(article);
  }

  forget(article: Element): void {
    this.#articles.delete(article);
    this.#sizes?.unobserve(article);
  }

  /**
   * Makes a change of layout and scrolls so that what the reader looks at stays where it is: the
   * controls while they are on screen (they must not move under the finger), otherwise the line
   * being read.
   */
  hold(change: () => void): void {
    const control = this.#visibleControl();
    if (!control) {
      this.holdLine(change);
      return;
    }
    this.#holdOff();
    const grip = gripOf(control);
    holdElement(control, grip, change);
    // What is out of sight may follow later: the same holds then.
    this.#hold(control.parentElement!, (flow) => markOf(grip, flow));
  }

  /** Holds the line being read, whatever else is on screen. */
  holdLine(change: () => void): void {
    this.#follow();
    this.#holdOff();
    if (!this.#held) this.#find();
    change();
    this.#restore();
  }

  /** The browser keeps a place too: not now, when text is taken apart and put together. */
  #holdOff(): void {
    const { style } = document.documentElement;
    style.setProperty('overflow-anchor', 'none');
    clearTimeout(this.#holding);
    this.#holding = setTimeout(() => {
      this.#holding = undefined;
      style.removeProperty('overflow-anchor');
    }, HOLD_MS);
    this.#restoreUntilRest(MOST_FRAMES);
  }

  /** What is done at the controls scrolls nothing. */
  #onInput({ target }: Event): void {
    if (target instanceof Element && target.matches(CONTROLS)) return;
    this.#inputAt = performance.now();
  }

  #visibleControl(): HTMLElement | undefined {
    for (const article of this.#articles) {
      const control = article.querySelector<HTMLElement>(`:scope > ${CONTROLS}`);
      if (control && isOnScreen(control)) return control;
    }
    return undefined;
  }

  #find(): void {
    this.#held = undefined;
    for (const article of this.#articles) {
      this.#hold(article, (flow, bounds) => TextLine.find(article, flow, bounds));
      if (this.#held) return;
    }
  }

  #hold(article: Element, find: (flow: Flow, bounds: Span) => Mark | undefined): void {
    this.#held = undefined;
    const flow = flowOf(article);
    const scroller = scrollerOf(article, flow);
    // A reader at the very beginning has not begun: what comes later may push the text on.
    if (!flow.isUnderWay(scroller, article)) return;
    const mark = find(flow, boundsOf(scroller, flow));
    const start = mark?.start;
    if (!mark || start === undefined) return;
    const { whole: extent } = flow.extent(scroller);
    this.#held = { mark, flow, scroller, start, scrolled: flow.scrolled(scroller), extent };
  }

  /** The reader, or the host, has scrolled: the line went along, and another will be read. */
  #onScroll(): void {
    if (this.#held && !this.#follow()) return;
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#settle(), SETTLE_MS);
  }

  /** True when somebody has scrolled. When it was the browser, the line goes back. */
  #follow(): boolean {
    const held = this.#held;
    if (!held) return false;
    const by = held.flow.scrolled(held.scroller) - held.scrolled;
    if (Math.abs(by) < 1) return false;
    const isByHand = performance.now() - this.#inputAt < INPUT_MS;
    // WebKit goes by how short the page was for a moment, and does so after it is long again.
    const isPulledBack = by < 0 && this.#holding !== undefined;
    if (!isByHand && (isPulledBack || hasBrowserScrolled(held, by))) {
      this.#restore();
      return false;
    }
    this.#held = undefined;
    return true;
  }

  #settle(): void {
    for (const article of this.#articles) {
      const control = article.querySelector<HTMLElement>(`:scope > ${CONTROLS}`);
      if (control?.style.getPropertyValue(HELD) && !isOnScreen(control)) {
        this.#find();
        control.style.removeProperty(HELD);
        this.#restore();
      }
    }
    this.#find();
  }

  /** What is hidden while all changes has another height for a frame or two, of which nobody tells. */
  #restoreUntilRest(left: number, still = 0): void {
    cancelAnimationFrame(this.#frame);
    if (left === 0 || still === STILL_FRAMES) return;
    this.#frame = requestAnimationFrame((now) => {
      if (now - this.#inputAt < INPUT_MS) return;
      this.#restoreUntilRest(left - 1, this.#restore() ? 0 : still + 1);
    });
  }

  /** True when it had moved. */
  #restore(): boolean {
    const held = this.#held;
    const now = held?.mark.start;
    if (!held || now === undefined) return false;
    // A window that turns may have become too short for where a control was.
    const start = Math.min(held.start, held.flow.view - CONTROL_PX);
    const hasMoved = Math.abs(now - start) >= 0.5;
    if (hasMoved) scrollBy(held.scroller, held.flow, now - start);
    held.scrolled = held.flow.scrolled(held.scroller);
    held.extent = held.flow.extent(held.scroller).whole;
    return hasMoved;
  }
}

/**
 * Browsers scroll by themselves: back, where the page is too short, if only (WebKit) while it is being laid
 * out; and to keep a place of their own when the layout changes: then the line has hardly moved. Who
 * scrolls far while text before changes finds the line far away.
 */
function hasBrowserScrolled({ scroller, flow, mark, start, extent }: Held, by: number): boolean {
  if (by < 0 && Math.abs(flow.extent(scroller).whole - extent) >= 1) return true;
  const now = mark.start;
  if (now === undefined) return false;
  const hasLayoutChanged = Math.abs(now - (start - by)) >= 1.5;
  return hasLayoutChanged && Math.abs(now - start) < Math.abs(by) / 2;
}

/** Where the page has no room to scroll, room before the element makes up for it. */
function holdElement(element: HTMLElement, grip: Element, change: () => void): void {
  const flow = flowOf(element);
  const scroller = scrollerOf(element, flow);
  const place = () => flow.span(grip.getBoundingClientRect()).start;
  const before = place();
  change();
  element.style.removeProperty(HELD);
  scrollBy(scroller, flow, place() - before);
  const short = before - place();
  if (short >= 1) element.style.setProperty(HELD, `${short}px`);
}

/** What is, or would be, under the finger: the controls themselves grow with the text. */
function gripOf(control: Element): Element {
  const root = control.shadowRoot;
  return root?.activeElement ?? root?.querySelector('input, button') ?? control;
}

function markOf(element: Element, flow: Flow): Mark {
  return {
    get start() {
      return element.isConnected ? flow.span(element.getBoundingClientRect()).start : undefined;
    },
  };
}

function scrollBy(scroller: Element, flow: Flow, distance: number): void {
  if (Math.abs(distance) >= 0.5) scroller.scrollBy({ ...flow.by(distance), behavior: 'instant' });
}

function isOnScreen(element: Element): boolean {
  const flow = flowOf(element);
  const { start, end } = flow.span(element.getBoundingClientRect());
  const bounds = boundsOf(scrollerOf(element, flow), flow);
  return end > bounds.start && start < bounds.end && end > start;
}

/** What a page keeps free for a sticky header (`scroll-padding`) is out of sight. */
function boundsOf(scroller: Element, flow: Flow): Span {
  const padding = Number.parseFloat(getComputedStyle(scroller)[flow.padding]) || 0;
  if (scroller === document.scrollingElement) return { start: padding, end: flow.view };
  const { start, end } = flow.span(scroller.getBoundingClientRect());
  return { start: Math.max(0, start) + padding, end: Math.min(flow.view, end) };
}

function scrollerOf(element: Element, flow: Flow): Element {
  for (let each = parentOf(element); each; each = parentOf(each)) {
    if (each === document.body || each === document.documentElement) break;
    if (!/auto|scroll/.test(getComputedStyle(each)[flow.overflow])) continue;
    const { whole, seen } = flow.extent(each);
    if (whole > seen) return each;
  }
  return document.scrollingElement ?? document.documentElement;
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
