// What hosts are told about cards; nothing is sent anywhere by us.
import type { CardDetail } from '../api.js';

/** Half of a card is seen for this long before it counts as seen. */
const VIEW_MS = 1000;

/** Reports views and clicks of a list's cards, each card's view once. */
export class CardEvents {
  readonly #list: Element;
  readonly #positionOf: (card: Element) => number;
  readonly #observer: IntersectionObserver;
  readonly #timers = new Map<Element, ReturnType<typeof setTimeout>>();
  readonly #seen = new Set<number>();

  constructor(list: Element, positionOf: (card: Element) => number) {
    this.#list = list;
    this.#positionOf = positionOf;
    this.#observer = new IntersectionObserver((entries) => this.#onSeen(entries), {
      threshold: [0, 0.5],
    });
    for (const type of ['click', 'auxclick']) list.addEventListener(type, this.#onClick);
  }

  watch(card: Element): void {
    if (!this.#seen.has(this.#positionOf(card))) this.#observer.observe(card);
  }

  unwatch(card: Element): void {
    this.#observer.unobserve(card);
    this.#stop(card);
  }

  destroy(): void {
    this.#observer.disconnect();
    for (const card of [...this.#timers.keys()]) this.#stop(card);
    for (const type of ['click', 'auxclick']) this.#list.removeEventListener(type, this.#onClick);
  }

  #onSeen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, intersectionRatio, intersectionRect, rootBounds } of entries) {
      // Of a card taller than the screen, half the screen is enough.
      const fills = intersectionRect.height >= (rootBounds?.height ?? Infinity) / 2;
      if (intersectionRatio >= 0.5 || fills) this.#start(target);
      else this.#stop(target);
    }
  }

  #start(card: Element): void {
    if (this.#timers.has(card)) return;
    const report = () => {
      // A page in the background is not seen.
      if (card.ownerDocument.visibilityState === 'hidden') {
        this.#timers.set(card, setTimeout(report, VIEW_MS));
        return;
      }
      this.unwatch(card);
      this.#seen.add(this.#positionOf(card));
      this.#dispatch(card, 'broadsheet-card-view');
    };
    this.#timers.set(card, setTimeout(report, VIEW_MS));
  }

  #stop(card: Element): void {
    clearTimeout(this.#timers.get(card));
    this.#timers.delete(card);
  }

  readonly #onClick = (event: Event): void => {
    if ((event as MouseEvent).button > 1) return;
    const target = event.target instanceof Element ? event.target : undefined;
    const card = target?.closest('a') && target.closest('.broadsheet-card');
    if (!card || event.defaultPrevented) return;
    if (!this.#dispatch(card, 'broadsheet-card-click')) event.preventDefault();
  };

  #dispatch(card: Element, type: string): boolean {
    const detail: CardDetail = {
      position: this.#positionOf(card) + 1,
      id: card.getAttribute('data-card') ?? '',
      url: card.querySelector('.broadsheet-card-title a')?.getAttribute('href') ?? '',
      sponsored: card.classList.contains('broadsheet-card-sponsored'),
    };
    return card.dispatchEvent(
      new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }),
    );
  }
}
