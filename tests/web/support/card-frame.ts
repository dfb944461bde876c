// Cards in a frame of any width: WebKitGTK's own window is never narrower than 320 px or so.
import type { EnginePage } from '../engines/index.js';
import type { Site } from './site.js';

const FRAME = '/frame.html';

export function putFrame(site: Site): void {
  site.put('/frame.css', {
    body: 'html, body { margin: 0 } iframe { border: 0 }',
    type: 'text/css',
  });
  site.put(FRAME, {
    body: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Test</title>
      <link rel="stylesheet" href="/frame.css"><iframe title="Cartes"></iframe>`,
  });
}

/** A page of cards; `css`: what the host brings. */
export function putCards(site: Site, path: string, data: unknown, css = '', layout = 'grid'): void {
  site.putJson(`${path}.json`, data);
  site.put(`${path}.css`, { body: css, type: 'text/css' });
  site.put(path, {
    body: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Test</title>
      <link rel="stylesheet" href="/examples/host.css"><link rel="stylesheet" href="${path}.css">
      <script src="/dist/broadsheet.js" defer></script>
      <main><broadsheet-cards src="${path}.json" layout="${layout}"></broadsheet-cards>
      <p>Plus bas</p></main>`,
  });
}

/** Shows a page of cards in the frame. */
export async function showCards(page: EnginePage, path: string): Promise<void> {
  await page.evaluate(async (src) => {
    const frame = document.querySelector('iframe')!;
    frame.style.height = '900px';
    await new Promise((resolve) => {
      frame.onload = resolve;
      frame.src = src;
    });
  }, path);
  await page.waitFor(
    () =>
      document
        .querySelector('iframe')!
        .contentDocument!.querySelector('.broadsheet-card[style]') !== null,
  );
}

/**
 * What is not as the layout says, at a width of the frame and a step of text size. `isFull`: no excerpt
 * is cut, so that the fullest card of a row says how tall it is.
 */
export async function faultsAt(
  page: EnginePage,
  width: number,
  scale: number,
  isFull: boolean,
): Promise<string[]> {
  await page.evaluate((wide) => {
    document.querySelector('iframe')!.style.width = `${wide}px`;
  }, width);
  await page.frames(2);
  await page.evaluate((step) => {
    const { contentDocument } = document.querySelector('iframe')!;
    Object.assign(contentDocument!.querySelector('broadsheet-cards')!, { textScale: step });
  }, scale);
  await page.frames(3);
  // Cards out of sight have their texts when the list has been at rest.
  await page.waitFor(
    () => !document.querySelector('iframe')!.contentDocument!.querySelector('.broadsheet-waiting'),
  );
  return page.evaluate(findFaults, isFull);
}

/** Runs in the page. */
function findFaults(isFull: boolean): string[] {
  const frame = document.querySelector('iframe')!;
  const inside = frame.contentDocument!;
  const view = frame.contentWindow!;
  const list = inside.querySelector<HTMLElement>('.broadsheet-cards')!;
  const found: string[] = [];
  const px = (text: string) => Number.parseFloat(text) || 0;
  const over = inside.documentElement.scrollWidth - view.innerWidth;
  if (over > 0) found.push(`the page scrolls sideways, ${over} px`);

  /** Whether a line comes so close to the end of its box that it was reckoned as two. */
  const isTight = (part: Element) => {
    const range = inside.createRange();
    range.selectNodeContents(part);
    const { width } = part.getBoundingClientRect();
    return [...range.getClientRects()].some((line) => line.width > width * 0.996);
  };
  const rows = new Map<number, { left: number; tight: boolean }[]>();
  const boxes = [...list.querySelectorAll<HTMLElement>('.broadsheet-card')].map((card) => {
    const box = card.getBoundingClientRect();
    const name = card.dataset.card;
    const isSide = card.classList.contains('broadsheet-card-side');
    const parts = [...card.querySelector('.broadsheet-card-text')!.children].filter(
      (part) => !part.classList.contains('broadsheet-unseen'),
    );
    let end = Number.NEGATIVE_INFINITY;
    let left = 0;
    for (const part of parts) {
      const { top, bottom, left: from, right } = part.getBoundingClientRect();
      const kind = part.classList[0];
      if (bottom > box.bottom + 0.6)
        found.push(`${name}: ${kind} ends ${bottom - box.bottom} px below`);
      if (right > box.right + 1 || from < box.left - 1) found.push(`${name}: ${kind} is too wide`);
      if (part.scrollWidth > part.clientWidth + 1) found.push(`${name}: ${kind} sticks out`);
      if (top < end - 0.6) found.push(`${name}: ${kind} lies on what is before it`);
      // What an automatic margin has pushed to the foot of the card leaves room above it.
      if (kind === 'broadsheet-card-details' && end > 0) left += Math.max(0, top - end);
      end = bottom + px(view.getComputedStyle(part).marginBottom);
    }
    left += box.bottom - end;
    const picture = card.querySelector<HTMLElement>('.broadsheet-picture');
    if (picture) {
      const { width, height, bottom } = picture.getBoundingClientRect();
      if (bottom > box.bottom + 0.6) found.push(`${name}: the picture ends below`);
      const { inlineSize, blockSize } = picture.style;
      if (Math.abs(width - px(inlineSize)) > 0.6 || Math.abs(height - px(blockSize)) > 0.6) {
        found.push(`${name}: the picture is ${width} by ${height} px`);
      }
      if (isSide) left = Math.min(left, box.bottom - bottom);
    }
    const top = Math.round(box.top);
    rows.set(top, [...(rows.get(top) ?? []), { left, tight: parts.some(isTight) }]);
    if (card.querySelectorAll('a').length > 1) found.push(`${name}: more than one link`);
    const link = card.querySelector('a');
    const seen = box.top > 0 && box.bottom < view.innerHeight && box.right < view.innerWidth;
    const hit = inside.elementFromPoint(box.left + 4, box.top + 4)?.closest('a');
    if (link && seen && box.left >= 0 && hit !== link) found.push(`${name}: the link is elsewhere`);
    return { name, box };
  });
  for (const { name, box } of boxes) {
    for (const other of boxes) {
      if (other.box === box) continue;
      const apart =
        other.box.left >= box.right - 1 ||
        other.box.right <= box.left + 1 ||
        other.box.top >= box.bottom - 1 ||
        other.box.bottom <= box.top + 1;
      if (!apart) found.push(`${name} lies on ${other.name}`);
    }
  }
  if (isFull && (list.dataset.layout === 'grid' || list.dataset.layout === 'list')) {
    for (const [top, cards] of rows) {
      const left = Math.min(...cards.map((card) => card.left));
      if (left > 1.1 && !cards.some(({ tight }) => tight)) found.push(`${left} px left at ${top}`);
    }
  }
  return found;
}
