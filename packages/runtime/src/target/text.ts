/** White space folded to single blanks, none at the ends. */
export const fold = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** What no page shows as its text. */
export const UNREAD = /^(script|style|noscript|template|head)$/;

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
