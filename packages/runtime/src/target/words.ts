/** Languages that write without blanks are compared by pairs of characters. */
const PIECES = /\p{N}+|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}ー]+|[\p{L}\p{M}]+/gu;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

export interface Words {
  readonly words: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
}

const known = new Map<string, Words>();

/** The words of a text, case and form folded, and its numbers apart from them: a count on a badge changes daily. */
export const wordsOf = (text: string): Words => {
  const cached = known.get(text);
  if (cached) return cached;
  const words = new Set<string>();
  const numbers = new Set<string>();
  for (const [piece] of text
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .matchAll(PIECES)) {
    if (/^\p{N}/u.test(piece)) numbers.add(piece);
    else if (!UNSPACED.test(piece) || piece.length === 1) words.add(piece);
    else for (let at = 0; at < piece.length - 1; at++) words.add(piece.slice(at, at + 2));
  }
  const made = { words, numbers };
  if (known.size > 5000) known.clear();
  known.set(text, made);
  return made;
};

/** Sørensen and Dice: twice what both have, by what each has. 0 to 1. */
export const dice = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  if (!a.size || !b.size) return 0;
  let both = 0;
  for (const it of a) if (b.has(it)) both++;
  return (2 * both) / (a.size + b.size);
};

/** How many of the candidates say a word: what many of them say tells little. */
export type Common = ReadonlyMap<string, number>;
const NONE: Common = new Map();

/** How alike two short texts are, word by word; numbers count only where there is nothing else. 0 to 1. */
export const alike = (a: string, b: string, common: Common = NONE): number => {
  if (a === b) return 1;
  const [one, two] = [wordsOf(a), wordsOf(b)];
  if (!one.words.size || !two.words.size) return one.words.size || two.words.size ? 0 : dice(one.numbers, two.numbers);
  const [short, long] = one.words.size <= two.words.size ? [one, two] : [two, one];
  const weigh = (word: string): number => 1 / Math.max(1, common.get(word) ?? 1) ** 0.7;
  let [all, shared, held] = [0, 0, 0];
  for (const word of long.words) all += weigh(word);
  for (const word of short.words) {
    const weight = weigh(word);
    all += weight;
    if (long.words.has(word)) {
      shared += weight;
      held++;
    } else
      for (const other of long.words)
        if (sameStem(word, other)) {
          shared += 0.8 * Math.min(weight, weigh(other));
          break;
        }
  }
  all += NUMBER * (long.numbers.size + short.numbers.size);
  for (const number of short.numbers) if (long.numbers.has(number)) shared += NUMBER;
  // "Merge" and "Merge fragments into query": all of the shorter one is in the longer one.
  return Math.max((2 * shared) / all, held === short.words.size ? 0.6 : 0);
};
/** What a number counts for beside words. */
const NUMBER = 0.35;

/** "Settings" and "Setting". */
const sameStem = (a: string, b: string): boolean => {
  const common = Math.min(a.length, b.length);
  const length = Math.max(4, common - 1);
  return common >= 4 && Math.abs(a.length - b.length) <= 3 && a.slice(0, length) === b.slice(0, length);
};
