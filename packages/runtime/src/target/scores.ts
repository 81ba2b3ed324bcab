/**
 * The one table of what evidence is worth: `describeElement` writes selectors in its order, `resolveTarget` finds by it. In log-odds
 * between two candidates, found by a conditional logit (McFadden 1974) over real products in two releases, each drawn to
 * a value that was set by reason beforehand; bench/targets tells how, and how well it does on products that it was not
 * found on. The second number holds where the page speaks another language, and words can say nothing.
 */
export const SCORES = {
  // What it says. Labels are compared as one field, wherever they are written; a word that many candidates share says little.
  label: [3.23, 0], // what it is called, word by word
  labelDiffers: [-1.91, 0], // it is called something else
  labelLost: [-1.63, 0], // it had a name and has none
  labelNew: [-1.1, 0], // the other way round
  noLabels: [1.21, 0], // neither has one: an icon, a box
  text: [2.82, 0], // the words that it holds, which is all that a container has
  textDiffers: [-0.96, 0], // nothing of them is left
  numbersDiffer: [-0.07, 0], // "v1" and "v3", but counts on badges change daily
  titleDiffers: [-0.52, 0], // a heading that says something else heads something else
  neighbour: [-2, 0], // it is called what a neighbour was called: it is that neighbour
  other: [-2.23, 0], // the page had something of this name already
  // What stands around it.
  heading: [1.54, 0], // the heading of its section
  headingDiffers: [-1.11, 0], // the same place in another section
  after: [1.35, 0], // the text behind it
  beside: [1.15, 0], // the texts before and behind it, both
  siblings: [1.18, 0], // the company that it keeps: holds when it is itself renamed
  context: [1.36, 0], // all of these on average
  contextDiffers: [-0.58, 0], // none of them
  nothingSaid: [-1.09, 0], // no word in it or around it agrees
  renamed: [0.88, 0], // called something else among unchanged neighbours
  extent: [-2.13, 0], // a container that holds three times as much or as little
  // What its authors wrote.
  testId: [6, 6], // put there so that programs find it
  id: [2, 2],
  idDiffers: [-1.14, -1], // ids are renamed, but seldom into each other
  nameAttribute: [2, 2], // what a form sends: the server depends on it
  placeholder: [1, 0],
  type: [0.82, 0.7],
  typeDiffers: [-1.14, -1],
  href: [1.67, 1.5], // leads to the same address
  hrefEnd: [0.88, 0.8], // leads to the same page, though the path or its ending changed
  classes: [1.08, 1.5],
  classesDiffer: [0, 0], // a redesign changes them all at once
  // What and where it is.
  tag: [0, 0.7], // a link becomes a button; its kind is steadier
  role: [0.37, 0.5],
  kind: [2.89, 2.5], // something to press, to fill, to choose, to read
  area: [1.88, 1.5], // a landmark: most pages have one of each
  inside: [0.6, 1.5], // what it is made of
  leaf: [-0.91, -0.5], // holds something, held nothing
  icon: [1.01, 2], // the picture on it
  pictureDiffers: [-0.89, -0.9], // nothing but a picture, and another one
  path: [1.1, 2], // ids and classes of its ancestors
  tags: [1.22, 1.5], // tags of its ancestors
  index: [0, 1], // its place among its neighbours, from the front
  indexOf: [0.78, 2], // the same, among as many neighbours
  places: [0, 3], // its place, its parent's place, and so on
  landmarks: [0, 1], // inside the same landmarks
  fieldDiffers: [-2, -2], // a label is not its field
  areaDiffers: [-2, -2], // in the navigation, and now in the main part
  dialog: [-6, -6], // what was in a dialog is never found outside one
} as const satisfies Record<string, readonly [number, number]>;

export type EvidenceName = keyof typeof SCORES;
/** Which column of the table holds. */
export type Regime = 0 | 1;
export const SAME_LANGUAGE: Regime = 0;
export const OTHER_LANGUAGE: Regime = 1;

/** What an element loses that is not displayed: of two alike the one on the screen is meant. */
export const HIDDEN = 1.5;
/** From this confidence on there is an answer. */
export const ANSWER = 0.6;
/** An element that one selector finds alone is not searched further for when so much speaks for it. */
export const SURE = 12;
/** So near the second best, and with so much for both, it is one of two. */
export const TWINS = 0.4;
export const TWIN_SCORE = 7;
/** A margin above this says no more. */
export const MARGIN_MAX = 2.5;
/** What one contradiction takes from the log-odds that the answer is right, whatever else agrees. */
export const VETO = 4;

/** Weights of the confidence; bench/targets finds them on products that the scores of that round were not found on. */
export interface Confidence {
  readonly base: number;
  readonly score: number;
  readonly margin: number;
  readonly own: number;
  readonly ownDiffers: number;
  readonly attributes: number;
  readonly look: number;
  readonly place: number;
  readonly context: number;
}
export interface Weights {
  readonly scores: Readonly<Record<EvidenceName, readonly [sameLanguage: number, otherLanguage: number]>>;
  readonly confidence: readonly [sameLanguage: Confidence, otherLanguage: Confidence];
}
export const WEIGHTS: Weights = {
  scores: SCORES,
  confidence: [
    {
      base: -5.09,
      score: 2.48,
      margin: 1.9,
      own: 0.73,
      ownDiffers: 0.35,
      attributes: 0.31,
      look: -0.3,
      place: 0.39,
      context: 0.34,
    },
    {
      base: -6.46,
      score: 1.37,
      margin: 2.41,
      own: 0,
      ownDiffers: 0,
      attributes: 0.74,
      look: 0.49,
      place: 0.3,
      context: 0,
    },
  ],
};

/** What the answer gives as its reasons. */
export const EXPLAINED: Readonly<Partial<Record<EvidenceName, string>>> = {
  testId: 'same test id',
  id: 'same id',
  nameAttribute: 'same name attribute',
  label: 'alike in name',
  text: 'alike in text',
  href: 'same address',
  icon: 'same icon',
  heading: 'same section',
  siblings: 'same neighbours',
  classes: 'alike in classes',
  path: 'alike in ancestors',
  indexOf: 'same place',
};
