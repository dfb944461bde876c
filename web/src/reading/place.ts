// Keeps the reader's place while the text around it changes: one per page.
import { TextLine } from './text-line.js';

/** After this long without scrolling the line being read is looked for again. */
const SETTLE_MS = 150;
/** After so long without a wheel, a finger or a key on the page it is not the reader who scrolls. */
const INPUT_MS = 1000;
/** As long as fonts and what waits out of sight may follow a change. */
const HOLD_MS = 500;
const CONTROLS = '.broadsheet-controls';
/** Room above the controls where the page cannot be scrolled far enough. */
const HELD = '--broadsheet-held';

interface Line {
  readonly text: TextLine;
  readonly scroller: Element;
  /** Where the reader had it on screen. */
  top: number;
  /** How far the scroller was scrolled then, and how much there was to scroll. */
  scrolled: number;
  height: number;
}

export class Place {
  readonly #articles = new Set<Element>();
  #line: Line | undefined;
  #sizes: ResizeObserver | undefined;
  #inputAt = Number.NEGATIVE_INFINITY;
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
    holdElement(control, change);
    this.#find();
  }

  /** Holds the line being read, whatever else is on screen. */
  holdLine(change: () => void): void {
    this.#follow();
    this.#holdOff();
    if (!this.#line) this.#find();
    change();
    this.#restore();
  }

  /** The browser keeps a place too: not now, when text is taken apart and put together. */
  #holdOff(): void {
    const { style } = document.documentElement;
    style.setProperty('overflow-anchor', 'none');
    clearTimeout(this.#holding);
    this.#holding = setTimeout(() => style.removeProperty('overflow-anchor'), HOLD_MS);
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
    this.#line = undefined;
    for (const article of this.#articles) {
      const scroller = scrollerOf(article);
      // A reader at the very top has not begun: what comes later may push the text down.
      if (scroller.scrollTop <= 0) continue;
      const text = TextLine.find(article, boundsOf(scroller));
      const top = text?.top;
      if (!text || top === undefined) continue;
      const { scrollTop, scrollHeight } = scroller;
      this.#line = { text, scroller, top, scrolled: scrollTop, height: scrollHeight };
      return;
    }
  }

  /** The reader, or the host, has scrolled: the line went along, and another will be read. */
  #onScroll(): void {
    if (this.#line && !this.#follow()) return;
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#settle(), SETTLE_MS);
  }

  /** True when somebody has scrolled. When it was the browser, the line goes back. */
  #follow(): boolean {
    const line = this.#line;
    if (!line) return false;
    const by = line.scroller.scrollTop - line.scrolled;
    if (Math.abs(by) < 1) return false;
    const isByHand = performance.now() - this.#inputAt < INPUT_MS;
    if (!isByHand && hasBrowserScrolled(line, by)) {
      this.#restore();
      return false;
    }
    this.#line = undefined;
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

  #restore(): void {
    const line = this.#line;
    const now = line?.text.top;
    if (!line || now === undefined) return;
    scrollBy(line.scroller, now - line.top);
    line.scrolled = line.scroller.scrollTop;
    line.height = line.scroller.scrollHeight;
  }
}

/**
 * Browsers scroll by themselves: up, where the page is too short, if only (WebKit) while it is being laid
 * out; and to keep a place of their own when the layout changes: then the line has hardly moved. Who
 * scrolls far while text above changes finds the line far away.
 */
function hasBrowserScrolled({ scroller, text, top, height }: Line, by: number): boolean {
  if (by < 0 && Math.abs(scroller.scrollHeight - height) >= 1) return true;
  const now = text.top;
  if (now === undefined) return false;
  const hasLayoutChanged = Math.abs(now - (top - by)) >= 1.5;
  return hasLayoutChanged && Math.abs(now - top) < Math.abs(by) / 2;
}

/** Where the page has no room to scroll, room above the element makes up for it. */
function holdElement(element: HTMLElement, change: () => void): void {
  const scroller = scrollerOf(element);
  const grip = gripOf(element);
  const before = grip.getBoundingClientRect().top;
  change();
  element.style.removeProperty(HELD);
  scrollBy(scroller, grip.getBoundingClientRect().top - before);
  const short = before - grip.getBoundingClientRect().top;
  if (short >= 1) element.style.setProperty(HELD, `${short}px`);
}

/** What is, or would be, under the finger: the controls themselves grow with the text. */
function gripOf(control: Element): Element {
  const root = control.shadowRoot;
  return root?.activeElement ?? root?.querySelector('input, button') ?? control;
}

function scrollBy(scroller: Element, top: number): void {
  if (Math.abs(top) >= 0.5) scroller.scrollBy({ top, behavior: 'instant' });
}

function isOnScreen(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const bounds = boundsOf(scrollerOf(element));
  return bottom > bounds.top && top < bounds.bottom && bottom > top;
}

/** What a page keeps free for a sticky header (`scroll-padding`) is out of sight. */
function boundsOf(scroller: Element): { top: number; bottom: number } {
  const padding = Number.parseFloat(getComputedStyle(scroller).scrollPaddingTop) || 0;
  if (scroller === document.scrollingElement) return { top: padding, bottom: innerHeight };
  const { top, bottom } = scroller.getBoundingClientRect();
  return { top: Math.max(0, top) + padding, bottom: Math.min(innerHeight, bottom) };
}

function scrollerOf(element: Element): Element {
  for (let each = parentOf(element); each; each = parentOf(each)) {
    if (each === document.body || each === document.documentElement) break;
    const { overflowY } = getComputedStyle(each);
    if (/auto|scroll/.test(overflowY) && each.scrollHeight > each.clientHeight) return each;
  }
  return document.scrollingElement ?? document.documentElement;
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
