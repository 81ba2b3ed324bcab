import type { Fingerprint } from '@shirube/schema/tour';
import { type Evidence, evidence } from '../../packages/runtime/src/target/evidence.ts';
import { commonWords, confidenceOf, featuresOf } from '../../packages/runtime/src/target/rank.ts';
import {
  type Confidence,
  type EvidenceName,
  HIDDEN,
  OTHER_LANGUAGE,
  type Regime,
  SAME_LANGUAGE,
  VETO,
  WEIGHTS,
  type Weights,
} from '../../packages/runtime/src/target/scores.ts';
import { FIXED, PRIOR, PRIOR_OTHER_LANGUAGE } from './prior.ts';

/** One labelled element with the candidates that stand for it on the other page. */
export interface Round {
  readonly product: string;
  readonly wanted: Fingerprint;
  readonly gone: boolean;
  readonly finalists: readonly {
    readonly found: Fingerprint;
    readonly rendered: boolean;
    readonly right: boolean;
    readonly near: readonly number[];
  }[];
}
interface Sample {
  readonly features: readonly number[];
  readonly right: boolean;
  /** What a veto takes, which is fixed. */
  readonly offset: number;
}
interface Row {
  readonly round: Round;
  readonly seen: readonly Evidence[];
  readonly vectors: readonly Float64Array[];
}

const NAMES = Object.keys(WEIGHTS.scores) as EvidenceName[];
const COUNT = NAMES.length;
const CONFIDENCE_NAMES = Object.keys(WEIGHTS.confidence[0]) as (keyof Confidence)[];
const STEPS = 120;
/** How strongly a weight is drawn to what reason says: found on structure, not on the sample. */
const RIDGE = 0.005;
const CONFIDENCE_RIDGE = 0.002;

/** Weights for both regimes, from rounds in the same language and in another one. */
export const fitWeights = (same: readonly Round[], other: readonly Round[]): Weights => {
  const [one, two] = [fitRegime(same, SAME_LANGUAGE), fitRegime(other, OTHER_LANGUAGE)];
  return {
    scores: Object.fromEntries(
      NAMES.map((name, at) => [name, [one.scores[at] ?? 0, two.scores[at] ?? 0]]),
    ) as unknown as Weights['scores'],
    confidence: [one.confidence, two.confidence],
  };
};

const fitRegime = (
  rounds: readonly Round[],
  regime: Regime,
): { readonly scores: Float64Array; readonly confidence: Confidence } => {
  const rows = rounds.map((round) => rowOf(round, regime));
  const products = [...new Set(rounds.map(({ product }) => product))];
  const samples: Sample[] = [];
  // The confidence is learnt from scores of products that the table was not found on, as it will be used.
  for (const product of products) {
    const scores = fitScores(
      rows.filter(({ round }) => round.product !== product),
      regime,
    );
    for (const row of rows.filter(({ round }) => round.product === product)) {
      const answer = bestOf(row, scores, regime);
      if (answer) samples.push(answer);
    }
  }
  return { scores: fitScores(rows, regime), confidence: fitConfidence(samples) };
};

const rowOf = (round: Round, regime: Regime): Row => {
  const common = commonWords(round.finalists.map(({ found }) => found));
  const seen = round.finalists.map(({ found }) => evidence(round.wanted, found, common));
  const prior = regime === SAME_LANGUAGE ? PRIOR : PRIOR_OTHER_LANGUAGE;
  return { round, seen, vectors: seen.map((it) => Float64Array.from(NAMES, (name) => (prior[name] ? it[name] : 0))) };
};

/**
 * Conditional logit with "none of them" as one more choice: p(c) = e^s(c) / (e^none + Σ e^s), s linear in the evidence. Maximum likelihood
 * with a ridge towards the prior; a weight keeps the sign that reason gives it. Adam, a fixed number of steps: deterministic.
 */
const fitScores = (rows: readonly Row[], regime: Regime): Float64Array => {
  const prior = Float64Array.from(NAMES, (name) => (regime === SAME_LANGUAGE ? PRIOR : PRIOR_OTHER_LANGUAGE)[name]);
  const weights = Float64Array.from([...prior, 6]);
  return descend(
    weights,
    STEPS,
    0.1,
    (gradient) => {
      for (const { round, vectors } of rows) {
        const odds = Float64Array.from([...vectors.map((vector) => dot(vector, weights)), weights[COUNT] ?? 0]);
        const most = Math.max(...odds);
        for (let at = 0; at < odds.length; at++) odds[at] = Math.exp((odds[at] ?? 0) - most);
        const isRight = (at: number): boolean =>
          at === vectors.length ? round.gone : round.finalists[at]?.right === true;
        let [all, right] = [0, 0];
        odds.forEach((it, at) => {
          all += it;
          if (isRight(at)) right += it;
        });
        if (!right) continue;
        odds.forEach((it, at) => {
          const slope = (it / all - (isRight(at) ? it / right : 0)) / rows.length;
          if (Math.abs(slope) < 1e-9) return;
          if (at === vectors.length) gradient[COUNT] = (gradient[COUNT] ?? 0) + slope;
          else addScaled(gradient, vectors[at] ?? prior, slope);
        });
      }
      NAMES.forEach((name, at) => {
        gradient[at] = FIXED.has(name) ? 0 : (gradient[at] ?? 0) + RIDGE * ((weights[at] ?? 0) - (prior[at] ?? 0));
      });
    },
    (at) => (at < COUNT ? Math.sign(prior[at] ?? 0) : undefined),
  ).slice(0, COUNT);
};

const bestOf = ({ round, seen, vectors }: Row, scores: Float64Array, regime: Regime) => {
  const points = vectors.map((vector, at) => dot(vector, scores) - (round.finalists[at]?.rendered ? 0 : HIDDEN));
  let at = 0;
  points.forEach((it, index) => {
    if (it > (points[at] ?? 0)) at = index;
  });
  const [finalist, own] = [round.finalists[at], seen[at]];
  if (!finalist || !own) return undefined;
  const score = points[at] ?? 0;
  const second = Math.max(
    0,
    ...points.filter(
      (_, index) =>
        index !== at && !finalist.near.includes(index) && (round.finalists[index]?.rendered || !finalist.rendered),
    ),
  );
  const features = featuresOf(round.wanted, { found: finalist.found, score, evidence: own }, score - second, regime);
  const vetoed = confidenceOf(features, own, NOTHING, regime) < 0.4;
  return {
    features: CONFIDENCE_NAMES.map((name) => features[name]),
    right: finalist.right,
    offset: vetoed ? -VETO : 0,
  };
};

/** Logistic regression by maximum likelihood with a small ridge. */
const fitConfidence = (samples: readonly Sample[]): Confidence => {
  const weights = descend(new Float64Array(CONFIDENCE_NAMES.length), 800, 0.05, (gradient, now) => {
    for (const { features, right, offset } of samples) {
      const vector = Float64Array.from(features);
      const slope = 1 / (1 + Math.exp(-dot(vector, now) - offset)) - (right ? 1 : 0);
      addScaled(gradient, vector, slope / samples.length);
    }
    CONFIDENCE_NAMES.forEach((name, at) => {
      if (name !== 'base') gradient[at] = (gradient[at] ?? 0) + CONFIDENCE_RIDGE * (now[at] ?? 0);
    });
  });
  return Object.fromEntries(CONFIDENCE_NAMES.map((name, at) => [name, weights[at] ?? 0])) as unknown as Confidence;
};

const ZERO = Object.fromEntries(CONFIDENCE_NAMES.map((name) => [name, 0])) as unknown as Confidence;
const NOTHING: Weights = { scores: WEIGHTS.scores, confidence: [ZERO, ZERO] };
const dot = (vector: Float64Array, weights: Float64Array): number => {
  let sum = 0;
  for (let at = 0; at < vector.length; at++) sum += (vector[at] ?? 0) * (weights[at] ?? 0);
  return sum;
};
const addScaled = (to: Float64Array, vector: Float64Array, scale: number): void => {
  for (let at = 0; at < vector.length; at++) to[at] = (to[at] ?? 0) + scale * (vector[at] ?? 0);
};

/** Adam (Kingma and Ba 2015). `slopes` adds to the gradient; a weight whose sign is given never leaves it. */
const descend = (
  weights: Float64Array,
  steps: number,
  rate: number,
  slopes: (gradient: Float64Array, weights: Float64Array) => void,
  signOf: (at: number) => number | undefined = () => undefined,
): Float64Array => {
  const [mean, square] = [new Float64Array(weights.length), new Float64Array(weights.length)];
  for (let step = 1; step <= steps; step++) {
    const gradient = new Float64Array(weights.length);
    slopes(gradient, weights);
    for (let at = 0; at < weights.length; at++) {
      const slope = gradient[at] ?? 0;
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope;
      square[at] = 0.99 * (square[at] ?? 0) + 0.01 * slope * slope;
      const change = (mean[at] ?? 0) / (1 - 0.9 ** step) / (Math.sqrt((square[at] ?? 0) / (1 - 0.99 ** step)) + 1e-8);
      const next = (weights[at] ?? 0) - rate * change;
      const sign = signOf(at);
      weights[at] = sign !== undefined && next * sign < 0 ? 0 : next;
    }
  }
  return weights;
};
