import type { Block } from '@shirube/schema/tour';
import type { Child } from './h.ts';
import type { TextContext } from './richText.ts';

/** What it takes to draw more than a plain tooltip: `more/`, loaded when a step needs it. */
export interface MoreDrawing {
  /** Any block of rich text but a paragraph; nothing for one that is not known. */
  readonly block: (node: Block, context: TextContext) => Child;
  readonly bar: (current: number, total: number) => Element;
  readonly sheet: () => CSSStyleSheet;
}
