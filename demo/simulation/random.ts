/** Numbers from 0 (included) to 1 (excluded). */
export type Random = () => number;

/** mulberry32: small, fast, and the same for the same seed everywhere. Not for secrets. Source: Tommy Ettinger, public domain. */
export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Standard normal, by Box and Muller. */
const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
/** Log-normal with the given median; `spread` is the standard deviation of the logarithm. */
export const logNormal = (random: Random, median: number, spread: number): number =>
  median * Math.exp(spread * normal(random));

/** One of the choices, by weight. */
export const pick = <T>(random: Random, choices: readonly (readonly [T, number])[]): T => {
  let left = random() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  const last = choices.at(-1);
  if (last === undefined) throw new Error('Nothing to pick from.');
  return last[0];
};

const hex = (value: number, digits: number): string => Math.floor(value).toString(16).padStart(digits, '0');
/** UUIDv7 of RFC 9562: 48 bits of `at` (epoch ms), then randomness. */
export const uuidV7 = (random: Random, at: number): string => {
  const time = hex(at, 12);
  const a = hex(0x7000 + random() * 0x1000, 4);
  const b = hex(0x8000 + random() * 0x4000, 4);
  const c = hex(random() * 2 ** 24, 6) + hex(random() * 2 ** 24, 6);
  return `${time.slice(0, 8)}-${time.slice(8)}-${a}-${b}-${c}`;
};
