/** A module of its own, so that the parser and what else needs the whole schema are fetched by themselves. */
export { compareTours, explainChange, parseTour } from '@shirube/schema';
