import { fields, items } from './problems.ts';

/** Characters of text in a rich text, as a reader counts them. Takes data of any shape. */
export const richTextLength = (node: unknown): number => {
  const { text, content } = fields(node);
  let length = typeof text === 'string' ? [...text].length : 0;
  for (const child of items(content)) length += richTextLength(child);
  return length;
};
