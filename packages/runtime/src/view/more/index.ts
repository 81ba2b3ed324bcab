export { moreDrawing } from '../../elements/more/index.ts';
export { watchAdvance } from './advance.ts';
export { holdFocus } from './holdFocus.ts';
export { hole } from './hole.ts';
export { besideOpened, openedFrom, union, watchOpened } from './opened.ts';
export { watchPolicy } from './policy.ts';
