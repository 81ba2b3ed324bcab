export type { Target } from '@shirube/schema/tour';
export type { Resolution } from './answer.ts';
export { describeElement } from './describe.ts';
export { resolveTarget } from './resolve.ts';
export { isVisible } from './visible.ts';
export { watchTarget } from './watch.ts';
