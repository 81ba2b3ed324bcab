import { PROPS_MAX_DEPTH, PROPS_MAX_SIZE, type ShirubeEvent, TEXT_MAX_LENGTH } from '../events.ts';
import { must, refuse } from './dispatch.ts';
import { type ZodType, z } from './zod.ts';

/** Unlike documents, events are not strict: an older server ignores what a newer SDK adds. */
const text = z.string().min(1).max(TEXT_MAX_LENGTH);
const uuid = z
  .string()
  .check(
    must('bad_uuid', 'This must be a UUID.', (value: string) =>
      /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value),
    ),
  );
/** Epoch ms that a Date can hold. */
export const epochMs = z.number().min(0).max(8.64e15);
/** A path alone: an address would carry a host, a query or a fragment, which are nobody's business here. Anything else is left out, and the event kept. */
const pagePath = z
  .string()
  .max(TEXT_MAX_LENGTH)
  .regex(/^\/(?!\/)[^?#\\\s]*$/)
  .optional()
  .catch(undefined);
const visibleMs = z.number().min(0).optional();

/** Size of plain data, or the problem that makes it none. */
const sizeOf = (value: unknown, depth: number): number | 'forbidden_key' | 'too_deep' | 'not_json' => {
  if (typeof value === 'string') return value.length + 1;
  if (typeof value !== 'object' || value === null)
    return value === null || typeof value === 'boolean' || Number.isFinite(value) || value === undefined
      ? 1
      : 'not_json';
  if (depth > PROPS_MAX_DEPTH) return 'too_deep';
  let size = 1;
  for (const key of Object.keys(value)) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') return 'forbidden_key';
    const inner = sizeOf((value as Record<string, unknown>)[key], depth + 1);
    if (typeof inner === 'string') return inner;
    size += inner + key.length;
    if (size > PROPS_MAX_SIZE) return size;
  }
  return size;
};
const props = z.custom<Readonly<Record<string, unknown>>>().check((ctx) => {
  const value: unknown = ctx.value;
  if (value === undefined) return;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse(ctx, 'wrong_type', 'This must be an object.');
  const size = sizeOf(value, 1);
  if (typeof size === 'string') refuse(ctx, size, `Only plain data up to ${PROPS_MAX_DEPTH} levels deep is kept.`);
  else if (size > PROPS_MAX_SIZE) refuse(ctx, 'too_large', `At most about ${PROPS_MAX_SIZE} characters are kept.`);
});
const required = props.check((ctx) => {
  if (ctx.value === undefined) refuse(ctx, 'missing', 'This is required.');
});

const base = {
  id: uuid,
  at: epochMs,
  userId: text.optional(),
  anonymousId: text,
  sessionId: text,
  simulated: z.boolean().optional(),
  truncated: z.boolean().optional(),
};
const run = { ...base, tourId: text, version: z.int().min(1), runId: uuid, locale: text.optional() };
const step = { ...run, stepId: text };

export const eventSchema: ZodType<ShirubeEvent> = z.discriminatedUnion('type', [
  z.object({
    ...base,
    type: z.literal('tour_exposed'),
    tourId: text,
    version: z.int().min(1),
    runId: uuid.optional(),
    locale: text.optional(),
    arm: z.enum(['shown', 'held_out']),
  }),
  z.object({
    ...run,
    type: z.literal('tour_started'),
    source: z.enum(['auto', 'manual', 'checklist', 'hub', 'link', 'api']),
  }),
  z.object({ ...step, type: z.literal('step_viewed') }),
  z.object({
    ...step,
    type: z.literal('step_completed'),
    via: z.enum(['button', 'click', 'input', 'event', 'page', 'condition', 'delay']),
    visibleMs,
  }),
  z.object({ ...step, type: z.literal('step_back'), visibleMs }),
  z.object({ ...step, type: z.literal('step_skipped'), reason: z.enum(['show_if', 'target_missing']) }),
  z.object({ ...run, type: z.literal('tour_completed') }),
  z.object({
    ...step,
    type: z.literal('tour_dismissed'),
    via: z.enum(['close', 'escape', 'outside', 'api']),
    visibleMs,
  }),
  z.object({
    ...run,
    type: z.literal('tour_ended'),
    reason: z.enum(['target_missing', 'killed', 'replaced', 'error']),
    stepId: text.optional(),
  }),
  z.object({
    ...step,
    type: z.literal('target_missing'),
    reason: z.enum(['not_found', 'hidden', 'off_screen', 'covered', 'ambiguous', 'frame_blocked', 'timed_out']),
    waitedMs: z.number().min(0).optional(),
    onMissing: z.enum(['wait', 'skip', 'end', 'center']).optional(),
    page: pagePath,
  }),
  z.object({ ...step, type: z.literal('target_healed'), confidence: z.number().min(0).max(1), page: pagePath }),
  z.object({ ...base, type: z.literal('track'), name: text, props: props.optional() }),
  z.object({
    ...base,
    type: z.literal('identify'),
    traits: required,
    company: z.object({ id: text, traits: props.optional() }).optional(),
  }),
]);

/** The envelope of a batch, without its events. */
export const envelopeSchema = z.object({
  key: text,
  sentAt: epochMs,
  sdk: text.optional(),
  sequence: z.int().min(0).optional(),
  dropped: z.record(text, z.int().min(0)).optional(),
  signature: text.optional(),
  events: z.custom<readonly unknown[]>().check((ctx) => {
    if (!Array.isArray(ctx.value))
      refuse(ctx, ctx.value === undefined ? 'missing' : 'wrong_type', 'This must be a list of events.');
  }),
});
