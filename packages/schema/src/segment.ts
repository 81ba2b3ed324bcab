import type { Condition } from './rules/condition.ts';

/** A saved, named condition. */
export interface Segment {
  readonly id: string;
  readonly name: string;
  readonly condition: Condition;
}
