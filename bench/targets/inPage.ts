import { answerTarget } from '../../packages/runtime/src/target/answer.ts';
import { candidates } from '../../packages/runtime/src/target/candidates.ts';
import { fingerprintOf } from '../../packages/runtime/src/target/fingerprint.ts';
import { heal, healWith } from '../../packages/runtime/src/target/heal.ts';
import { describeElement, type Target } from '../../packages/runtime/src/target/index.ts';
import type { Regime, Weights } from '../../packages/runtime/src/target/scores.ts';
import { isRendered, isVisible } from '../../packages/runtime/src/target/visible.ts';
import { byXpath, peers } from './peers.ts';
import { translate } from './translate.ts';

export type Verdict = 'right' | 'wrong' | 'none' | 'found though gone' | 'rightly none';
export interface Judged {
  readonly verdict: Verdict;
  readonly confidence: number;
  readonly status: string;
  readonly because: readonly string[];
}

const overlap = (a: Element, b: Element): number => {
  const [one, two] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
  const width = Math.min(one.right, two.right) - Math.max(one.left, two.left);
  const height = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top);
  const both = Math.max(0, width) * Math.max(0, height);
  return both / (one.width * one.height + two.width * two.height - both);
};
/** The same element, or its ancestor or descendant in nearly the same place. */
const isSame = (a: Element, truths: readonly string[]): boolean =>
  truths.some((path) => {
    const truth = byXpath(path, document);
    return truth === a || (truth !== null && (truth.contains(a) || a.contains(truth)) && overlap(truth, a) >= 0.5);
  });
const judge = (element: Element | null, truths: readonly string[]): Verdict => {
  const answer = element && isVisible(element) ? element : null;
  if (!truths.length) return answer ? 'found though gone' : 'rightly none';
  return answer ? (isSame(answer, truths) ? 'right' : 'wrong') : 'none';
};

/** What the benchmark asks of a page. */
export const lab = {
  describe: (paths: readonly string[]) =>
    paths.map((path) => {
      const element = byXpath(path, document);
      if (!element) throw new Error(`nothing at ${path}`);
      return {
        ours: describeElement(element),
        peers: Object.fromEntries(Object.entries(peers).map(([name, it]) => [name, it.describe(element)])),
      };
    }),
  peer: (name: string, description: unknown, truths: readonly string[]): Verdict => {
    let element: Element | null = null;
    try {
      element = peers[name]?.find(description as never, document) ?? null;
    } catch {
      // A selector that this page's browser refuses finds nothing.
    }
    return judge(element, truths);
  },
  ours: (target: Target, truths: readonly string[], weights?: Weights): Judged => {
    const { status, element, confidence, because } = answerTarget(target, document, weights ? healWith(weights) : heal);
    return { verdict: judge(element, truths), confidence, status, because };
  },
  /** The candidates as data, for finding weights. */
  finalists: ({ fingerprint }: Target, truths: readonly string[], regime: Regime) =>
    fingerprint
      ? candidates(fingerprint, [document], regime).map((element, at, all) => ({
          found: fingerprintOf(element),
          rendered: isRendered(element),
          right: isSame(element, truths),
          /** Wrappers of the same thing among the candidates. */
          near: all.flatMap((it, index) =>
            index !== at && (it.contains(element) || element.contains(it)) && overlap(it, element) >= 0.5
              ? [index]
              : [],
          ),
        }))
      : [],
  translate,
};
Object.assign(globalThis, { lab });
