/** A module of its own, so that the parser and all that it needs are fetched by themselves. */
export { parseTour } from '@shirube/schema';
