// Embeds load nothing of another site's until the reader asks for it.

/** Makes the links of known providers load their player in place. */
export function attachEmbeds(article: Element): void {
  for (const embed of article.querySelectorAll('.broadsheet-embed[data-frame]')) {
    const link = embed.querySelector('.broadsheet-embed-link');
    link?.addEventListener('click', (event) => {
      const { ctrlKey, metaKey, shiftKey, altKey } = event as MouseEvent;
      if (ctrlKey || metaKey || shiftKey || altKey) return;
      event.preventDefault();
      link.replaceWith(createFrame(embed, link));
      embed.querySelector('iframe')?.focus();
    });
  }
}

function createFrame(embed: Element, link: Element): HTMLIFrameElement {
  const frame = embed.ownerDocument.createElement('iframe');
  frame.className = 'broadsheet-embed-frame';
  frame.title = link.textContent ?? '';
  frame.referrerPolicy = 'no-referrer';
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-popups allow-presentation');
  frame.setAttribute('allow', 'autoplay; encrypted-media; fullscreen; picture-in-picture');
  const room = link.querySelector('img, svg');
  const width = room?.getAttribute('width');
  const height = room?.getAttribute('height');
  if (width && height) {
    frame.width = width;
    frame.height = height;
  }
  frame.src = embed.getAttribute('data-frame') ?? '';
  return frame;
}
