import { envelopeSchema, eventSchema } from './documents/eventSchema.ts';
import { problemsOf } from './documents/issues.ts';
import { pointer, problem } from './documents/problems.ts';
import { BATCH_MAX_EVENTS, type EventBatch, type ShirubeEvent } from './events.ts';
import type { Parsed, Problem } from './problem.ts';

/** One event of the catalogue. Keys that are not known are left out, not refused. Never throws. */
export const parseEvent = (input: unknown): Parsed<ShirubeEvent> => {
  try {
    const result = eventSchema.safeParse(input);
    if (result.success) return { ok: true, value: result.data, warnings: [] };
    return { ok: false, problems: problemsOf(result.error.issues, input), warnings: [] };
  } catch {
    return { ok: false, problems: [problem('not_json', '', 'The event cannot be read.')], warnings: [] };
  }
};

/** An event of a batch that cannot be kept. `index` counts within the batch as sent; the problem's path starts at the batch. */
export interface RejectedEvent {
  readonly index: number;
  readonly problem: Problem;
}
export type ParsedBatch = EventBatch & { readonly rejected: readonly RejectedEvent[] };

/** The body of `POST /v1/events`. One bad event rejects itself alone, with its first problem; a bad envelope refuses all. Never throws. */
export const parseEventBatch = (input: unknown): Parsed<ParsedBatch> => {
  const refused = (problems: readonly Problem[]): Parsed<never> => ({ ok: false, problems, warnings: [] });
  try {
    const envelope = envelopeSchema.safeParse(input);
    if (!envelope.success) return refused(problemsOf(envelope.error.issues, input));
    const { events: sent, ...rest } = envelope.data;
    if (sent.length > BATCH_MAX_EVENTS)
      return refused([
        problem(
          'too_many',
          '/events',
          `A batch holds at most ${BATCH_MAX_EVENTS} events; this one has ${sent.length}.`,
        ),
      ]);
    const events: ShirubeEvent[] = [];
    const rejected: RejectedEvent[] = [];
    sent.forEach((item, index) => {
      const parsed = parseEvent(item);
      if (parsed.ok) {
        events.push(parsed.value);
        return;
      }
      const [first = problem('not_json', '', 'The event cannot be read.')] = parsed.problems;
      rejected.push({ index, problem: { ...first, path: pointer(['events', index]) + first.path } });
    });
    return { ok: true, value: { ...rest, events, rejected }, warnings: [] };
  } catch {
    return refused([problem('not_json', '', 'The batch cannot be read.')]);
  }
};
