export type { Target } from '@shirube/schema/tour';
export { defineElements } from '../../src/elements/index.ts';
export type { StepView, ViewInput } from '../../src/ports.ts';
export { describeElement, resolveTarget, watchTarget } from '../../src/target/index.ts';
export { createPresenter } from '../../src/view/index.ts';
