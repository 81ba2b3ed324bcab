export type { Comparison, Condition, Duration, Level, Operator, PageMatch } from './condition.ts';
export type { ElementFact, Facts, PastEvent, TourProgress } from './facts.ts';
export { elementKey } from './facts.ts';
