import type { Fingerprint } from '@shirube/schema/tour';
import { candidates } from './candidates.ts';
import { type Evidence, evidence, labelsOf } from './evidence.ts';
import type { Families } from './family.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Scope } from './roots.ts';
import {
  type Confidence,
  type EvidenceName,
  HIDDEN,
  MARGIN_MAX,
  type Regime,
  SAME_LANGUAGE,
  VETO,
  type Weights,
} from './scores.ts';
import { isRendered } from './visible.ts';
import { type Common, wordsOf } from './words.ts';

/** A candidate with what speaks for it. */
export interface Ranked {
  readonly element: Element;
  readonly rendered: boolean;
  readonly score: number;
  readonly found: Fingerprint;
  readonly evidence: Evidence;
}
export interface Ranking {
  readonly best: Ranked;
  /** How far its score is above the next element that is not a wrapper of the same thing. */
  readonly margin: number;
  /** How likely it is the one, 0 to 1. */
  readonly confidence: number;
}

/** The likeliest element in these roots, and how likely it is the one; undefined where there is no element at all. */
export const rank = (
  wanted: Fingerprint,
  roots: readonly Scope[],
  weights: Weights,
  regime: Regime,
): Ranking | undefined => {
  const families: Families = new Map();
  const finalists = candidates(wanted, roots, regime).map((element) => ({
    element,
    found: fingerprintOf(element, families),
  }));
  const common = commonWords(finalists.map(({ found }) => found));
  const ranked = finalists
    .map(({ element, found }): Ranked => {
      const seen = evidence(wanted, found, common);
      const rendered = isRendered(element);
      return {
        element,
        found,
        rendered,
        evidence: seen,
        score: scoreOf(seen, weights, regime) - (rendered ? 0 : HIDDEN),
      };
    })
    .sort((a, b) => b.score - a.score);
  const [best] = ranked;
  if (!best) return undefined;
  // A twin that is not displayed, as menus have one for small screens, is no rival of the one that is.
  const next = ranked.find((it) => it !== best && (it.rendered || !best.rendered) && !isSameThing(best, it));
  const margin = best.score - (next?.score ?? 0);
  const features = featuresOf(wanted, best, margin, regime);
  return { best, margin, confidence: confidenceOf(features, best.evidence, weights, regime) };
};

/** How many candidates say each word. */
export const commonWords = (found: readonly Fingerprint[]): Common => {
  const common = new Map<string, number>();
  for (const it of found)
    for (const word of new Set(labelsOf(it).flatMap((label) => [...wordsOf(label).words])))
      common.set(word, (common.get(word) ?? 0) + 1);
  return common;
};

/** What speaks for one element by itself, with nothing to compare it with. */
export const agreement = (wanted: Fingerprint, found: Fingerprint, weights: Weights): number =>
  scoreOf(evidence(wanted, found, new Map()), weights, SAME_LANGUAGE);

export const scoreOf = (seen: Evidence, { scores }: Weights, regime: Regime): number => {
  let score = 0;
  for (const [name, columns] of Object.entries(scores)) score += columns[regime] * seen[name as EvidenceName];
  return score;
};

/** A wrapper of the same content: whichever of the two is shown, a person sees the same thing pointed at. */
const isSameThing = (a: Ranked, b: Ranked): boolean => {
  if (!a.element.contains(b.element) && !b.element.contains(a.element)) return false;
  const [one, two] = [a, b].map((it) => 10 + (it.found.text?.length ?? 0)).sort((x, y) => x - y);
  return (one ?? 0) / (two ?? 1) >= 0.6;
};

type Features = Readonly<Record<keyof Confidence, number>>;

/** What the confidence is made of: the score, its margin over the second best, and how far independent kinds of evidence agree. */
export const featuresOf = (
  wanted: Fingerprint,
  { found, score, evidence: it }: Pick<Ranked, 'found' | 'score' | 'evidence'>,
  margin: number,
  regime: Regime,
): Features => {
  const words = regime === SAME_LANGUAGE ? 1 : 0;
  const own = Math.max(it.label, it.text);
  const speaks = (one: Fingerprint): boolean => one.name !== undefined || one.text !== undefined;
  return {
    base: 1,
    score: score / 4,
    margin: Math.min(MARGIN_MAX, margin) / 2,
    own: words * own,
    ownDiffers: words && speaks(wanted) && speaks(found) && own < 0.34 ? 1 : 0,
    attributes: Math.max(it.id, it.testId, it.href, it.nameAttribute, words * it.placeholder, 0.6 * it.hrefEnd),
    look: Math.max(it.classes, it.icon, it.inside),
    place: (it.path + it.tags + (words ? it.indexOf : it.places)) / 3,
    context: words * it.context,
  };
};

/** Logistic: 1 / (1 + e^-z), z the weighted sum of the features less a veto for a contradiction. */
export const confidenceOf = (features: Features, it: Evidence, { confidence }: Weights, regime: Regime): number => {
  let z = contradicts(features, it, regime) ? -VETO : 0;
  for (const [name, weight] of Object.entries(confidence[regime])) z += weight * features[name as keyof Confidence];
  return 1 / (1 + Math.exp(-z));
};

/** Whatever else agrees: these are seldom true of the same thing. */
const contradicts = (
  { attributes, look, place, own, context, margin }: Features,
  it: Evidence,
  regime: Regime,
): boolean => {
  if (it.pictureDiffers || it.dialog || it.fieldDiffers || (it.areaDiffers && !it.kind)) return true;
  if (regime !== SAME_LANGUAGE) return false;
  // Renamed among unchanged neighbours is plausible; among others, it is something else.
  const unlike = it.labelDiffers > 0 || (it.label > 0 && it.label < 0.45) || (it.noLabels > 0 && it.textDiffers > 0);
  const renamed = unlike && !attributes && context < 0.25;
  // A word alone is no proof where another says nearly the same: headings repeat each other.
  const alone = it.contextDiffers > 0 && own >= 0.5 && !attributes && look < 0.3 && place < 0.4 && margin < 1;
  // Another kind of thing, that says nothing alike, or something like it in other company.
  const other = !it.kind && !attributes && (own < 0.34 ? look < 0.4 : own < 0.8 && context < 0.25);
  return it.titleDiffers > 0 || it.neighbour > 0 || renamed || alone || other;
};
