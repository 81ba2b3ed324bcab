import type { TargetsReport } from '@shirube/schema/report';
import { findingOfTargets } from '../../figures/targets.ts';
import type { Period } from '../../lib/filters.ts';
import { targetWords } from '../../locale/targets/words.ts';
import type { Words } from '../../locale/words.ts';
import { periodWords } from '../../parts/periodWords.ts';

/** "2 of 14 steps are not found any more since Nov 21, 2:00 PM." first, and then how the others stand. */
export const targetsSentences = (
  words: Words,
  { steps, request }: TargetsReport,
  period: Period,
): readonly [first: string, ...rest: string[]] => {
  const say = targetWords(words.language);
  const { format } = words;
  const { total, count, brokenSince, together } = findingOfTargets(steps);
  if (count.collecting === total) return [say.allCollecting(periodWords(words, period))];
  if (count.healthy === total) return [say.allFound(format.count(total), total)];
  const moment = brokenSince === null ? undefined : format.moment(brokenSince, request.timezone);
  const since = moment === undefined ? '' : together ? say.since(moment) : say.sinceFirst(moment);
  const parts = [
    count.broken > 0 ? say.broken(format.count(count.broken), count.broken, format.count(total), total, since) : '',
    count.fragile > 0 ? say.fragile(format.count(count.fragile), count.fragile) : '',
    count.healing > 0 ? say.healing(format.count(count.healing), count.healing) : '',
    count.healthy > 0 ? say.othersFound(format.count(count.healthy), count.healthy) : '',
    count.collecting > 0 ? say.collecting(format.count(count.collecting), count.collecting) : '',
  ];
  const [first = '', ...rest] = parts.filter((part) => part !== '');
  return [first, ...rest];
};
