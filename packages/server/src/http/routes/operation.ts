import { problem } from '../problem.ts';
import type { Route } from './Route.ts';

export const health: Route<'public'> = {
  method: 'GET',
  path: '/healthz',
  access: 'public',
  summary: 'Whether both stores answer.',
  answers: { 200: "{ status: 'ok' }." },
  handle: async ({ services }) => {
    const stores = { documents: services.pingDocuments(), events: services.events.ping() };
    const results = await Promise.allSettled(Object.values(stores));
    const failed = Object.keys(stores).filter((_, index) => results[index]?.status === 'rejected');
    if (failed.length === 0) return Response.json({ status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } });
    return problem(503, { code: 'store_unavailable', detail: `Not answering: ${failed.join(', ')}.` });
  },
};
