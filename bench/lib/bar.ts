import { fixed } from './table.ts';

/** A number to hold. `most`: the measured value must not be above the bar; `least`: not below it. */
export interface Bar {
  readonly what: string;
  readonly limit: 'most' | 'least';
  readonly bar: number;
  readonly measured: number;
  readonly unit: string;
}

/** "held" with the room that is left, or "missed" with the factor that is lacking. A benchmark reports; it never fails a build. */
export const verdict = ({ what, limit, bar, measured, unit }: Bar): string => {
  const ratio = limit === 'most' ? measured / bar : bar / measured;
  const word = ratio <= 1 ? `held (${fixed(ratio * 100, 0)} % of the bar)` : `missed by ×${fixed(ratio, 2)}`;
  const sign = limit === 'most' ? 'at most' : 'at least';
  return `${what}: ${measured.toLocaleString('en', { maximumFractionDigits: 2 })} ${unit}, bar ${sign} ${bar.toLocaleString('en')} ${unit} → ${word}`;
};
