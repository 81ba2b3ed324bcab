export type { Target } from '@shirube/schema/tour';
export { describeElement } from './describe.ts';
export { type Resolution, resolveTarget } from './resolve.ts';
export { isVisible } from './visible.ts';
export { watchTarget } from './watch.ts';
