import { type ParsedBatch, parseEventBatch } from '@shirube/schema';
import { BATCH_MAX_BYTES, type EventAnswer } from '@shirube/schema/events';
import type { Problem } from '@shirube/schema/problem';
import type { Environment } from '../../documents/Environments.ts';
import { provesUser } from '../../documents/secrets.ts';
import { toStored } from '../../events/StoredEvent.ts';
import { addressOf } from '../address.ts';
import { readJson } from '../body.ts';
import { problem } from '../problem.ts';
import type { Route } from './Route.ts';

type Rejection = EventAnswer['rejected'][number];

export const eventsRoute: Route<'public'> = {
  method: 'POST',
  path: '/v1/events',
  access: 'public',
  anyOrigin: true,
  summary:
    'Stores a batch of events; answered when they are durable. As application/json, or as text/plain from beacons.',
  body: 'EventBatch',
  answers: { 202: 'How many were stored, and which were refused and why.' },
  handle: async ({ c, services }) => {
    const body = await readJson(c, BATCH_MAX_BYTES, ['application/json', 'text/plain']);
    if (!body.ok) return body.response;
    const received = services.now();
    const parsed = parseEventBatch(body.value);
    if (!parsed.ok) {
      const tooMany = parsed.problems.some(({ code }) => code === 'too_many');
      return problem(tooMany ? 413 : 400, {
        code: tooMany ? 'too_many_events' : 'bad_batch',
        detail: 'The batch cannot be read.',
        problems: parsed.problems,
      });
    }
    const batch = parsed.value;
    const environment = services.environments.withKey(batch.key);
    if (environment === undefined) return unknownKey();
    const wait = services.eventsLimit.take(`${addressOf(c, services)} ${batch.key}`, received);
    if (wait > 0) return tooFast(wait);
    const proven = provenEvents(batch, environment);
    const rejected = [...batch.rejected, ...proven.rejected];
    const arrival = { environment: environment.name, received, sentAt: batch.sentAt };
    try {
      await services.events.append(proven.accepted.map((event) => toStored(event, arrival)));
    } catch (error) {
      services.log('events could not be stored', error);
      return problem(503, {
        code: 'not_stored',
        detail: 'The events are not stored; send them again.',
        headers: { 'Retry-After': '5' },
      });
    }
    return Response.json({ accepted: proven.accepted.length, rejected } satisfies EventAnswer, { status: 202 });
  },
};

/** With enforcement on, an event of a named user counts only when the batch proves who the user is. */
const provenEvents = (batch: ParsedBatch, environment: Environment) => {
  const rejected: Rejection[] = [];
  if (!environment.enforceIdentity) return { accepted: batch.events, rejected };
  const refused = new Set(batch.rejected.map(({ index }) => index));
  const sent = Array.from({ length: batch.events.length + refused.size }, (_, index) => index);
  // Where each event that could be read stood in the batch as sent: the client counts in that.
  const indexes = sent.filter((index) => !refused.has(index));
  const proofs = new Map<string, boolean>();
  const accepted = batch.events.filter(({ userId }, position) => {
    if (userId === undefined) return true;
    const proof = proofs.get(userId) ?? provesUser(environment.identitySecret, userId, batch.signature);
    proofs.set(userId, proof);
    const index = indexes[position] ?? position;
    if (!proof) rejected.push({ index, problem: unprovenUser(`/events/${index}/userId`) });
    return proof;
  });
  return { accepted, rejected };
};

export const unprovenUser = (path: string): Problem => ({
  code: 'unproven_user',
  path,
  message:
    'This environment takes a userId only with its signature: hex HMAC-SHA256 of the id with the secret of the environment.',
});
export const unknownKey = (): Response =>
  problem(401, { code: 'unknown_key', detail: 'No environment has this public key.' });
export const tooFast = (seconds: number): Response =>
  problem(429, {
    code: 'too_fast',
    detail: `Too many requests from this address; try again in ${seconds} s.`,
    headers: { 'Retry-After': String(seconds) },
  });
