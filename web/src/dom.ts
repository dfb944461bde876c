// Render commands as DOM. Nothing here parses HTML, and only elements and
// attributes of the engine's vocabulary can come about.
import type { Commands, Vocabulary } from './engine.js';

const SVG = 'http://www.w3.org/2000/svg';
enum Kind {
  Open,
  Attribute,
  Text,
  Close,
}
const KIND_MASK = 3;
const KIND_BITS = 2;

/** Builds the one element that `commands` describe. */
export function buildElement(
  { words, text }: Commands,
  { tags, attributes }: Vocabulary,
  document: Document,
): Element {
  const root = document.createDocumentFragment();
  let parent: Element | DocumentFragment = root;
  let at = 0;
  const take = (length: number) => {
    at += length;
    return text.slice(at - length, at);
  };

  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const name = word >>> KIND_BITS;
    switch (word & KIND_MASK) {
      case Kind.Open: {
        const element: Element = createElement(tags[name]!, document);
        parent.append(element);
        parent = element;
        break;
      }
      case Kind.Attribute:
        (parent as Element).setAttribute(attributes[name]!, take(words[++i]!));
        break;
      case Kind.Text:
        parent.append(document.createTextNode(take(words[++i]!)));
        break;
      case Kind.Close:
        parent = (parent as Element).parentNode as Element | DocumentFragment;
        break;
    }
  }
  return root.firstElementChild!;
}

function createElement(tag: string, document: Document): Element {
  return tag === 'svg' ? document.createElementNS(SVG, tag) : document.createElement(tag);
}
