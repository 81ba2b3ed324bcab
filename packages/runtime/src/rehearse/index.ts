export { type Judgement, judge } from './judge.ts';
export type { Person } from './Person.ts';
export { type Note, type Place, type Rehearsal, type RehearseOptions, rehearse } from './rehearse.ts';
export type { Play } from './stage.ts';
