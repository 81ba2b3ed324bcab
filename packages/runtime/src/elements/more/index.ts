import type { MoreDrawing } from '../moreDrawing.ts';
import { bar } from './bar.ts';
import { block } from './block.ts';
import { moreSheet } from './styles.ts';

export const moreDrawing: MoreDrawing = { bar, block, sheet: moreSheet };
