import type { Target } from '@shirube/schema/tour';
import { type Answer, answerTarget, type Heal } from './answer.ts';

/** Weighing fingerprints is fetched when a page first needs it; then all watchers have it. */
let heal: Heal | undefined;
let loading: Promise<unknown> | undefined;
const loadHeal = (): Promise<unknown> => {
  loading ??= import('./heal.ts').then(
    (it) => {
      heal = it.heal;
    },
    () => {
      // Offline, or blocked: selectors alone go on, and the next watcher tries again.
      loading = undefined;
    },
  );
  return loading;
};

/** Looks now with what is loaded. What only the fingerprint could tell is missing until it is; `onLoaded` is called then. */
export const lookNow = (target: Target, root: Document | ShadowRoot, onLoaded: () => void = () => {}): Answer =>
  answerTarget(target, root, heal, () => void loadHeal().then(onLoaded));
