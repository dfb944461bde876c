// The reader's selection, while the nodes under it are rewritten.
import type { SetParagraph } from './paragraph.js';

export type FindParagraph = (node: Node) => SetParagraph | undefined;

interface Place {
  readonly paragraph: SetParagraph;
  readonly offset: number;
}

/** Makes `change` and selects the same text afterwards. */
export function keepSelection(document: Document, find: FindParagraph, change: () => void): void {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed) {
    change();
    return;
  }
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  const anchor = anchorNode && placeIn(find, anchorNode, anchorOffset);
  const focus = focusNode && placeIn(find, focusNode, focusOffset);
  change();
  if (!anchorNode || !focusNode || (!anchor && !focus)) return;
  const from = anchor ? nodeOf(anchor) : { node: anchorNode, offset: anchorOffset };
  const to = focus ? nodeOf(focus) : { node: focusNode, offset: focusOffset };
  if (selection.anchorNode === from.node && selection.anchorOffset === from.offset) {
    if (selection.focusNode === to.node && selection.focusOffset === to.offset) return;
  }
  selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

function placeIn(find: FindParagraph, node: Node, offset: number): Place | undefined {
  const paragraph = find(node);
  const inText = paragraph?.offsetOf(node, offset);
  return paragraph && inText !== undefined ? { paragraph, offset: inText } : undefined;
}

function nodeOf({ paragraph, offset }: Place): { node: Node; offset: number } {
  return paragraph.placeOf(offset);
}

/**
 * Selects the whole of a divided word: browsers that see two words there select one half. Called
 * after a double click has selected what the browser takes for the word.
 */
export function selectWholeWord(document: Document, find: FindParagraph): void {
  const selection = document.getSelection();
  const node = selection?.anchorNode;
  const paragraph = node && find(node);
  if (!selection || !paragraph || !selection.focusNode || !('Segmenter' in Intl)) return;
  const offsets = [
    paragraph.offsetOf(node, selection.anchorOffset),
    paragraph.offsetOf(selection.focusNode, selection.focusOffset),
  ];
  const [a, b] = offsets;
  if (a === undefined || b === undefined || a === b) return;
  const { text, lang } = paragraph.text;
  const segmenter = new Intl.Segmenter(lang || undefined, { granularity: 'word' });
  const word = segmenter.segment(text).containing(Math.min(a, b));
  if (!word?.isWordLike) return;
  const end = word.index + word.segment.length;
  // The browser's own word may be longer: a space after it, by the system's habit.
  if (word.index >= Math.min(a, b) && end <= Math.max(a, b)) return;
  const from = paragraph.placeOf(word.index);
  const to = paragraph.placeOf(Math.max(end, Math.max(a, b)));
  selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}
