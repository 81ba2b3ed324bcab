export { writeTextsFor } from './locale/index.ts';
export type { Writing } from './options.ts';
export { writeInPlace } from './writeInPlace.ts';
