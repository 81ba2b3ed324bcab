import type { Target } from '@shirube/schema/tour';
import { part } from '../lib/part.ts';
import { type Answer, answerTarget, type Heal } from './answer.ts';

/** Weighing fingerprints is fetched when a page first needs it; then all watchers have it. */
let heal: Heal | undefined;
const loadHeal = part(() => import('./heal.ts'));

/** Looks now with what is loaded. What only the fingerprint could tell is missing until it is; `onLoaded` is called then. */
export const lookNow = (target: Target, root: Document | ShadowRoot, onLoaded: () => void = () => {}): Answer =>
  answerTarget(target, root, heal, () => {
    loadHeal().then(
      (it) => {
        heal = it.heal;
        onLoaded();
      },
      // Blocked: selectors alone go on, and the next look tries again.
      () => {},
    );
  });
