import type { Target } from '@shirube/schema/tour';
import { answerTarget, type Resolution } from './answer.ts';
import { heal } from './heal.ts';

/**
 * Looks for a target now, through open shadow roots and same-origin frames. First by its selectors; what they find is held against
 * the fingerprint, and where they fail or are ambiguous the fingerprint alone is searched for. Deterministic, and never throws: an
 * invalid selector is a reason. Several visible matches of selectors without a fingerprint are `ambiguous`, with the first as the element;
 * below the confidence at which an answer is given it is `missing`, because a wrong element is worse than none.
 */
export const resolveTarget = (target: Target, root: Document | ShadowRoot): Resolution => {
  const { status, element, confidence, because } = answerTarget(target, root, heal);
  return { status, element, confidence, because };
};
