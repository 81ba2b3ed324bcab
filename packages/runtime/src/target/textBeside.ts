import { fold, textWithin, UNREAD } from './text.ts';

/**
 * The nearest text before or after an element in the document, at most `limit` characters. What the element itself holds is not
 * among it.
 */
export const textBeside = (element: Element, side: 'previous' | 'next', limit: number): string => {
  let node: Node | null = element;
  for (let steps = 0; node && steps < 60; steps++) {
    let next: Node | null = side === 'next' ? node.nextSibling : node.previousSibling;
    while (!next && node) {
      node = node.parentNode;
      if (node?.nodeType !== 1) return '';
      next = side === 'next' ? node.nextSibling : node.previousSibling;
    }
    node = next;
    if (node?.nodeType === 3) {
      const piece = fold(node.nodeValue);
      if (piece) return side === 'next' ? piece.slice(0, limit) : piece.slice(-limit);
    } else if (node?.nodeType === 1 && !UNREAD.test((node as Element).localName)) {
      const piece = side === 'next' ? textWithin(node as Element, limit) : lastText(node as Element, limit);
      if (piece) return piece;
    }
  }
  return '';
};

const lastText = (element: Element, limit: number): string => {
  for (let node = element.lastChild; node; node = node.previousSibling) {
    const piece =
      node.nodeType === 3
        ? fold(node.nodeValue)
        : node.nodeType === 1 && !UNREAD.test((node as Element).localName)
          ? lastText(node as Element, limit)
          : '';
    if (piece) return piece.slice(-limit);
  }
  return '';
};
