import type { Fingerprint } from '@shirube/schema/tour';
import { type Answer, found, type Heal, lost, type Where } from './answer.ts';
import { fingerprintOf } from './fingerprint.ts';
import { lostItsLabels, speaksOtherwise } from './language.ts';
import { agreement, type Ranking, rank } from './rank.ts';
import {
  ANSWER,
  type EvidenceName,
  EXPLAINED,
  OTHER_LANGUAGE,
  SAME_LANGUAGE,
  SURE,
  TWIN_SCORE,
  TWINS,
  WEIGHTS,
  type Weights,
} from './scores.ts';
import { isVisible } from './visible.ts';

/** Finds by the fingerprint with a table of weights; only the benchmark has other tables. */
export const healWith = (weights: Weights): Heal => ({
  agrees: (wanted, element) => agreement(wanted, fingerprintOf(element), weights) >= SURE,
  search: (wanted, where) => search(wanted, where, weights),
});
export const heal = healWith(WEIGHTS);

const search = (
  wanted: Fingerprint,
  { scope, roots, because, matches, hadSelectors }: Where,
  weights: Weights,
): Answer | undefined => {
  let regime = speaksOtherwise(wanted, scope) ? OTHER_LANGUAGE : SAME_LANGUAGE;
  let ranking = rank(wanted, roots, weights, regime);
  if ((ranking?.confidence ?? 0) < ANSWER && regime === SAME_LANGUAGE && lostItsLabels(wanted, scope)) {
    regime = OTHER_LANGUAGE;
    ranking = rank(wanted, roots, weights, regime);
  }
  if (!ranking) return undefined;
  const { best, margin, confidence } = ranking;
  if (regime === OTHER_LANGUAGE) because.push('the page speaks another language: words count for nothing');
  because.push(
    `fingerprint: ${Math.round(confidence * 100)} % sure of ${named(best.element)}${told(ranking)}, ${margin.toFixed(1)} above the next`,
  );
  // What is said in a dialog is never meant outside of one, whatever else agrees.
  if (best.evidence.dialog && wanted.landmarks?.includes('dialog')) return undefined;
  const twins = margin < TWINS && best.score > TWIN_SCORE && best.rendered;
  if (confidence >= ANSWER && !twins) {
    if (!best.rendered || !isVisible(best.element)) return lost('hidden', confidence, because, 'hidden');
    const asWritten = !hadSelectors || (matches.length === 1 && matches[0] === best.element);
    return found(asWritten ? 'found' : 'healed', best.element, confidence, because);
  }
  if (twins) {
    because.push('another element is as likely');
    return lost('ambiguous', confidence, because, 'ambiguous');
  }
  return undefined;
};

const named = (element: Element): string => `<${element.localName}${element.id ? `#${element.id}` : ''}>`;

/** The evidence that speaks loudest, so that a person can judge the answer. */
const told = ({ best }: Ranking): string => {
  const loudest = Object.entries(best.evidence)
    .filter(([name, value]) => value > 0.3 && EXPLAINED[name as EvidenceName] !== undefined)
    .map(([name]) => EXPLAINED[name as EvidenceName]);
  return loudest.length ? ` (${loudest.slice(0, 5).join(', ')})` : '';
};
