import { type Node, parseRegex } from './parseRegex.ts';
import { type Positions, positionsOf } from './positions.ts';

/** How a text is judged as a regular expression (flag u). */
export type RegexVerdict = 'safe' | 'invalid' | 'unsafe';

/** Larger expressions are refused rather than studied: the study takes the square of this. */
const MAX_ATOMS = 80;
/** Steps of that study: an expression with more is refused. */
const MAX_EDGES = 300_000;
/**
 * Steps left for the document that is being parsed. One expression takes at most some 50 ms; twenty thousand of them must not take twenty
 * thousand times that. Counted in steps, not in time, so that a document is judged the same everywhere.
 */
let stepsLeft = Number.POSITIVE_INFINITY;
/** Begins a document: what its expressions may take together. */
export const allowSteps = (steps: number): void => {
  stepsLeft = steps;
};

/** Loops that may share a text among them: the time that a search takes grows with this power of the text's length. */
const MAX_DEGREE = 3;

/** Characters on which atoms are compared: those that the expression writes, and one of each common sort. */
const samples = (source: string): readonly string[] => [
  ...new Set(
    [...source, ...source.matchAll(/\\u\{?([0-9a-f]{1,6})\}?|\\x([0-9a-f]{2})/gi)].map((found) =>
      typeof found === 'string'
        ? found
        : String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(found[1] ?? found[2] ?? '0', 16))),
    ),
  ),
  ...'azAZ09_- \t\n.,/@#é漢あア😀',
];

const reach = (from: number, next: (at: number) => Iterable<number>): ReadonlySet<number> => {
  const found = new Set<number>();
  const open = [...next(from)];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    open.push(...next(at));
  }
  return found;
};

/** What the study of one expression looks at. */
interface Study extends Positions {
  /** Whether some character fits both atoms. */
  readonly shares: (a: number, b: number) => boolean;
  /** Whether two atoms, or one twice, stand in one loop. */
  readonly sameLoop: (a: number, b: number) => boolean;
}

/** Whether one text can be read in two ways from a state of a loop back to it: then the ways double with each turn. */
const isExponential = ({ atoms, follow, shares, sameLoop }: Study): boolean => {
  const n = atoms.length;
  const inside = follow.map((next, a) => [...next.keys()].filter((b) => sameLoop(a, b)));
  if (follow.some((next, a) => inside[a]?.some((b) => (next.get(b) ?? 0) > 1))) return true;
  // Pairs of states that one text leads to from the same state, and where they came from.
  const from = new Map<number, number[]>();
  const diagonal = atoms.flatMap((_, a) => (sameLoop(a, a) ? [a * n + a] : []));
  const open = [...diagonal];
  const seen = new Set(open);
  let edges = 0;
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    for (const x of inside[Math.floor(pair / n)] ?? []) {
      for (const y of inside[pair % n] ?? []) {
        if (!shares(x, y)) continue;
        stepsLeft--;
        if (++edges > MAX_EDGES) return true;
        const next = x * n + y;
        const sources = from.get(next);
        if (sources) sources.push(pair);
        else from.set(next, [pair]);
        if (seen.has(next)) continue;
        seen.add(next);
        open.push(next);
      }
    }
  }
  // Back from the pairs of one state: whoever leads there over two different states has two ways round.
  const back = [...diagonal];
  const reached = new Set(back);
  for (let pair = back.pop(); pair !== undefined; pair = back.pop()) {
    if (Math.floor(pair / n) !== pair % n) return true;
    for (const source of from.get(pair) ?? []) {
      if (reached.has(source)) continue;
      reached.add(source);
      back.push(source);
    }
  }
  return false;
};

/** The most loops in a row that one text can be shared among. The search for a beginning is a loop too. */
const degree = ({ atoms, follow, shares, sameLoop }: Study): number => {
  const memo = new Map<number, number>();
  const longest = (a: number): number => {
    const known = memo.get(a);
    if (known !== undefined) return known;
    const loop = atoms.flatMap((_, b) => (sameLoop(a, b) ? [b] : []));
    const fits = atoms.map((_, b) => loop.some((member) => shares(member, b)));
    // Onward from this loop as long as what comes could also be its own text.
    const onward = reach(a, (at) => [...(follow[at]?.keys() ?? [])].filter((next) => fits[next]));
    const rest = [...onward].filter((b) => sameLoop(b, b) && !sameLoop(a, b)).map(longest);
    const result = 1 + Math.max(0, ...rest);
    for (const member of loop) memo.set(member, result);
    return result;
  };
  return Math.max(0, ...atoms.map((_, a) => (sameLoop(a, a) ? longest(a) : 0)));
};

const isUnsafe = (root: Node, characters: readonly string[]): boolean => {
  const positions = positionsOf(root);
  const { atoms, follow } = positions;
  if (atoms.length > MAX_ATOMS) return true;
  stepsLeft -= atoms.length * (atoms.length + characters.length);
  const sets = atoms.map((atom) => {
    const pattern = new RegExp(`^(?:${atom})$`, 'su');
    return new Set(characters.filter((character) => pattern.test(character)));
  });
  const shared = sets.map((set) => sets.map((other) => [...set].some((character) => other.has(character))));
  const after = atoms.map((_, a) => reach(a, (at) => follow[at]?.keys() ?? []));
  const study: Study = {
    ...positions,
    shares: (a, b) => shared[a]?.[b] ?? false,
    sameLoop: (a, b) => Boolean(after[a]?.has(b) && after[b]?.has(a)),
  };
  return isExponential(study) || degree(study) > MAX_DEGREE;
};

/**
 * Whether an expression can be used on any text without taking long. Exact for exponential time (two ways around one loop, Weideman et
 * al. 2016, "Analyzing matching time behavior of backtracking regular expression matchers"), careful for polynomial time, and
 * deterministic. Backreferences are refused.
 */
export const judgeRegex = (source: string): RegexVerdict => {
  if (stepsLeft <= 0) return 'unsafe';
  stepsLeft -= 100;
  try {
    new RegExp(source, 'u');
  } catch {
    return 'invalid';
  }
  const { root, lookarounds, hasBackreference, anchored } = parseRegex(source);
  if (hasBackreference) return 'unsafe';
  const characters = samples(source);
  const search: Node = { type: 'repeat', part: { type: 'atom', source: '[^]' }, min: 0, max: Number.POSITIVE_INFINITY };
  const whole: Node = anchored ? root : { type: 'sequence', parts: [search, root] };
  return [whole, ...lookarounds].some((part) => isUnsafe(part, characters)) ? 'unsafe' : 'safe';
};
