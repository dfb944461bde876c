// A rail: cards side by side that scroll along, by hand, by buttons, by arrow keys.
export interface Rail {
  /** Shows which way there is more. */
  update(): void;
  destroy(): void;
}

/** What a press of a button leaves of the screen before. */
const STEP = 0.85;
/** From this width on, in em, the buttons stand beside the heading, if its longest word has room. */
const BESIDE_HEADING = 16;
/** What they take from it (cards.css), and what a letter of it takes, in em of the list. */
const BUTTONS_PX = 88;
const BUTTONS_EM = 2.4;
const LETTER = 0.8;

export function attachRail(
  list: HTMLElement,
  strings: Readonly<Record<string, string>>,
  onScroll: () => void,
): Rail {
  const buttons = document.createElement('div');
  buttons.className = 'broadsheet-rail-buttons';
  const [back, on] = (['previous', 'next'] as const).map((name) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `broadsheet-rail-${name}`;
    button.setAttribute('aria-label', strings[name] ?? name);
    buttons.append(button);
    return button;
  });
  list.before(buttons);

  const isRtl = () => getComputedStyle(list).direction === 'rtl';
  const go = (direction: number) => {
    const left = direction * (isRtl() ? -1 : 1) * list.clientWidth * STEP;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    list.scrollBy({ left, behavior: calm ? 'instant' : 'smooth' });
  };
  back!.addEventListener('click', () => go(-1));
  on!.addEventListener('click', () => go(1));

  const heading = list.parentElement?.querySelector('.broadsheet-section-title');
  const words = (heading?.textContent ?? '').split(/[\s-]+/);
  const longest = Math.max(...words.map((word) => word.length));
  let frame = 0;
  let at = 0;
  const show = () => {
    at = Math.abs(list.scrollLeft);
    const most = list.scrollWidth - list.clientWidth;
    buttons.hidden = most <= 1;
    const em = Number.parseFloat(getComputedStyle(list).fontSize);
    const needed = BUTTONS_PX + (BUTTONS_EM + longest * LETTER) * em;
    const isWide = list.clientWidth >= Math.max(BESIDE_HEADING * em, needed);
    buttons.classList.toggle('broadsheet-rail-beside', isWide);
    // Not `disabled`: a button that vanishes under the finger loses the focus.
    back!.setAttribute('aria-disabled', String(at <= 1));
    on!.setAttribute('aria-disabled', String(at >= most - 1));
  };
  const scrolled = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      show();
      onScroll();
    });
  };
  const onKey = (event: KeyboardEvent) => {
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!direction || event.altKey || event.ctrlKey || event.metaKey) return;
    const card = (event.target as Element).closest?.('.broadsheet-card');
    if (!card) return;
    const forward = direction > 0 !== isRtl();
    const neighbour = forward ? card.nextElementSibling : card.previousElementSibling;
    const link = neighbour?.querySelector<HTMLElement>('a');
    if (!link) return;
    event.preventDefault();
    link.focus();
  };
  list.addEventListener('scroll', scrolled, { passive: true });
  list.addEventListener('keydown', onKey);
  return {
    update() {
      // From right to left WebKit leaves the start when the width changes.
      if (at <= 1) list.scrollLeft = 0;
      show();
    },
    destroy() {
      cancelAnimationFrame(frame);
      list.removeEventListener('scroll', scrolled);
      list.removeEventListener('keydown', onKey);
      buttons.remove();
    },
  };
}
