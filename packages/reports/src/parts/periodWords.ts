import type { Period } from '../lib/filters.ts';
import type { Words } from '../locale/words.ts';

/** The period as part of a sentence: "in the last 30 days". */
export const periodWords = ({ say, format }: Words, period: Period): string =>
  period.kind === 'last' ? say.period.inLast(period.days) : say.period.between(format.days(period.from, period.to));
