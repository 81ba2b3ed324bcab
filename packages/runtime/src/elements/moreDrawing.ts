import type { Block } from '@shirube/schema/tour';
import type { TemplateResult } from 'lit/html.js';
import type { Piece, TextContext } from './richText.ts';

/** What it takes to draw more than a plain tooltip: `more/`, loaded when a step needs it. */
export interface MoreDrawing {
  /** Any block of rich text but a paragraph; nothing for one that is not known. */
  readonly block: (node: Block, context: TextContext) => Piece;
  readonly bar: (current: number, total: number) => TemplateResult;
  readonly sheet: () => CSSStyleSheet;
}
