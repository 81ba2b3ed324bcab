/** A part of a sentence that a person can press, and what follows it as plain text. */
export interface Piece {
  readonly chip: string;
  readonly tail: string;
}
/**
 * What one condition says of people. English puts words before the chip ("who are"); Japanese changes the end of the chip, or puts a
 * particle behind it, by what follows: another part joined by "and" or "or", or the noun.
 */
export interface Phrase {
  readonly lead: string;
  readonly and: Piece;
  readonly or: Piece;
  readonly end: Piece;
  /** Standing alone: in brackets, in lists. */
  readonly bare: string;
}
export type Following = 'and' | 'or' | 'end';

/** What ids are called. An id that nobody knows is its own name. */
export interface Vocabulary {
  readonly skill: (id: string) => string;
  readonly segment: (id: string) => string;
  readonly tour: (id: string) => string;
}
