import type { Bundle } from '@shirube/schema/bundle';
import { type Condition, evaluate, type Facts, type Reason } from '@shirube/schema/rules';
import type { Tour } from '@shirube/schema/tour';
import type { Choice } from './choose.ts';
import type { Explanation } from './options.ts';

const WORDS: Readonly<Record<NonNullable<Explanation['reason']>, string>> = {
  not_found: 'No live tour has this id.',
  broken: 'The tour was left out, because it could not be understood; the console says why.',
  running: 'It is running now.',
  not_yet: 'Its schedule has not begun.',
  over: 'Its schedule is over.',
  audience: 'This user is not in its audience.',
  unknown: 'Not everything that its audience asks for is known yet.',
  trigger: 'Its trigger has not fired on this page.',
  delay: 'Its trigger has fired; the delay is not over.',
  frequency: 'This user has seen it as often as its frequency allows.',
  another_run: 'Another tour is running, or waits for its page.',
  typing: 'The user is typing.',
  dialog_open: 'A dialog of the page is open.',
  too_soon: 'Another guide started by itself a short while ago.',
  enough_today: 'Enough guides started by themselves in the last 24 hours.',
  priority: 'A tour that goes before it won.',
};

/** Why a tour would, or would not, start by itself now: as data, and in English sentences. */
export const explain = (
  tourId: string,
  tour: Tour | undefined,
  facts: Facts,
  bundle: Bundle,
  { winner, lost }: Choice<{ readonly id: string }>,
  running: boolean,
): Explanation => {
  if (!tour) return { tourId, matches: false, reason: 'not_found', because: [], words: [WORDS.not_found] };
  let because: readonly Reason[] = [];
  try {
    because = evaluate(tour.audience ?? { all: [] }, facts, bundle).because;
  } catch {
    // A tour that was left out: the reason says so.
  }
  const won = winner?.id === tourId;
  const reason = running ? 'running' : won ? undefined : (lost.find(({ id }) => id === tourId)?.reason ?? 'broken');
  return {
    tourId,
    matches: won || (reason === 'unknown' ? 'unknown' : false),
    reason,
    because,
    words: [...(reason ? [WORDS[reason]] : ['It would start now.']), ...because.map(sentence)],
  };
};

const sentence = ({ wanted, found, result }: Reason): string => {
  const verdict = result === true ? 'Holds' : result === false ? 'Does not hold' : 'Not known yet';
  return `${verdict}: wanted ${text(wanted)}, found ${found === undefined ? 'nothing yet' : text(found)}.`;
};
const text = (value: Condition | unknown): string => JSON.stringify(value) ?? String(value);
