export { type Answer, compile, type Reason, type References, type Rule } from './compile.ts';
export type { Comparison, Condition, Duration, Level, Operator, PageMatch } from './condition.ts';
export { type Evaluation, evaluate } from './evaluate.ts';
export { type ElementFact, elementKey, type Facts, type PastEvent, type TourProgress } from './facts.ts';
export { type FactsNeeded, factsNeeded } from './factsNeeded.ts';
export { matchesPage } from './matchesPage.ts';
export { skillLevel } from './skillLevel.ts';
