/** White space folded to single blanks, none at the ends. */
export const fold = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

const UNREAD = /^(script|style|noscript|template|head)$/;

/** The text that an element holds, shown or not (a closed menu says what it said when it was open), a blank between its pieces, at most `limit` characters: reading stops there. */
export const textWithin = (element: Element, limit: number): string => {
  let text = '';
  const read = (parent: Node): void => {
    for (let node = parent.firstChild; node && text.length < limit; node = node.nextSibling) {
      if (node.nodeType === 3) {
        const piece = fold(node.nodeValue);
        if (piece) text += text ? ` ${piece}` : piece;
      } else if (node.nodeType === 1 && !UNREAD.test((node as Element).localName)) read(node);
    }
  };
  read(element);
  return text.slice(0, limit).trim();
};

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
