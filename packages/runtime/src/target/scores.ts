/**
 * The one table of what evidence is worth: `describeElement` writes selectors in its order, `resolveTarget` finds by it. In log-odds
 * between two candidates, found by a conditional logit (McFadden 1974) over real products in two releases, each drawn to
 * a value that was set by reason beforehand; bench/targets tells how, and how well it does on products that it was not
 * found on. The second number holds where the page speaks another language, and words can say nothing.
 */
export const SCORES = {
  // What it says. Labels are compared as one field, wherever they are written; a word that many candidates share says little.
  label: [3.4, 0], // what it is called, word by word
  labelDiffers: [-2.22, 0], // it is called something else
  labelLost: [-1.26, 0], // it had a name and has none
  labelNew: [-1.21, 0], // the other way round
  noLabels: [1.14, 0.98], // neither has one: an icon, a box
  text: [2.94, 0], // the words that it holds, which is all that a container has
  textDiffers: [-0.56, 0], // nothing of them is left
  numbersDiffer: [-0.4, 0], // "v1" and "v3", but counts on badges change daily
  titleDiffers: [-0.85, 0], // a heading that says something else heads something else
  neighbour: [-2, 0], // it is called what a neighbour was called: it is that neighbour
  other: [-1.55, 0], // the page had something of this name already
  // What stands around it.
  heading: [1.13, 0], // the heading of its section
  headingDiffers: [-1.88, 0], // the same place in another section
  after: [2.25, 0], // the text behind it
  beside: [0.92, 0], // the texts before and behind it, both
  siblings: [1.28, 0], // the company that it keeps: holds when it is itself renamed
  context: [1.46, 0], // all of these on average
  contextDiffers: [-0.41, 0], // none of them
  nothingSaid: [-0.86, 0], // no word in it or around it agrees
  renamed: [0.97, 0], // called something else among unchanged neighbours
  extent: [-1.84, 0], // a container that holds three times as much or as little
  // What its authors wrote.
  testId: [6, 6], // put there so that programs find it
  id: [2, 2.18],
  idDiffers: [-1, -1.32], // ids are renamed, but seldom into each other
  nameAttribute: [2, 2], // what a form sends: the server depends on it
  placeholder: [1.03, 0],
  type: [0.81, 0.53],
  typeDiffers: [-1.24, -1.44],
  href: [2.01, 2.63], // leads to the same address
  hrefEnd: [0.48, 1.96], // leads to the same page, though the path or its ending changed
  classes: [1.11, 0.91],
  classesDiffer: [-0.34, -0.18], // a redesign changes them all at once
  // What and where it is.
  tag: [0, 1.24], // a link becomes a button; its kind is steadier
  role: [0.62, 0.56],
  kind: [2.66, 1.28], // something to press, to fill, to choose, to read
  area: [2.21, 1.53], // a landmark: most pages have one of each
  inside: [0.9, 2.75], // what it is made of
  leaf: [-0.84, -0.78], // holds something, held nothing
  icon: [0.83, 2.83], // the picture on it
  pictureDiffers: [-1.38, -1.73], // nothing but a picture, and another one
  path: [0.96, 2.67], // ids and classes of its ancestors
  tags: [1.28, 1.38], // tags of its ancestors
  index: [0.2, 0.39], // its place among its neighbours, from the front
  indexOf: [0.9, 1.97], // the same, among as many neighbours
  places: [0.59, 5.65], // its place, its parent's place, and so on
  landmarks: [0, 0.65], // inside the same landmarks
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
      base: -4.85,
      score: 1.29,
      margin: 2.32,
      own: 2.2,
      ownDiffers: 0.86,
      attributes: -0.05,
      look: 0.85,
      place: -0.05,
      context: -0.03,
    },
    {
      base: -7.29,
      score: 2.03,
      margin: 0.36,
      own: 0,
      ownDiffers: 0,
      attributes: 1.69,
      look: 0.32,
      place: 1.47,
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
