import type { PageMatch } from '@shirube/schema/rules';
import { type Core, RESUME_WITHIN_MS } from './core.ts';

/**
 * False when surely nothing starts by itself on this page now, so that nothing more needs to be loaded. It may err to true: `choose`
 * decides. It looks only at what costs nothing: a waiting run, schedule, frequency `once`, the beginning of the trigger's page, and
 * what was answered on an earlier page.
 */
export const mayStart = (core: Core): boolean => {
  const { bundle, record, device } = core;
  const now = Date.now();
  const { notFor } = device;
  const not = notFor && notFor.until > now && notFor.of === digest(core) ? notFor.tours : [];
  return (
    (record.run?.at ?? 0) > now - RESUME_WITHIN_MS ||
    bundle.tours.some((live) => {
      // A hostile document may be anything: then it is left to the part that says so.
      const { id, trigger, schedule, frequency } = live?.tour ?? {};
      const state = record.tours[id];
      if (state?.status === 'running' && state.at > now - RESUME_WITHIN_MS) return true;
      if (!trigger || trigger.on === 'manual' || trigger.on === 'event' || not.includes(id)) return false;
      if (Date.parse(schedule?.until ?? '') <= now || Date.parse(schedule?.from ?? '') > now + 864e5) return false;
      if (state && (frequency?.show ?? 'once') === 'once') return false;
      return trigger.on !== 'page' || mayBe(trigger.page);
    })
  );
};

/**
 * Everything that a remembered answer depends on. What was last told of the user stands for the user: until they are identified on this
 * page nothing about them is known, which lets no tour start that was not for them.
 */
export const digest = ({ bundle, device, recordId, record }: Core): string =>
  JSON.stringify([bundle.updatedAt, device.sessionId, recordId, record.at, device.told]);

const mayBe = (page: PageMatch): boolean => {
  if (typeof page !== 'string' || page[0] !== '/') return true;
  const plain = /^[\w/.~-]*/.exec(page)?.[0] ?? '';
  return plain === page ? location.pathname === page : location.pathname.startsWith(plain);
};
