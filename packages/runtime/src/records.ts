import { type Core, EMPTY_RECORD, recordKey, type UserRecord } from './core.ts';
import { joinHistory } from './engine/history.ts';
import { mergeState } from './engine/progress.ts';

type Change = (record: UserRecord) => UserRecord;
/** Changes of this task that are not on their way to the store yet, by core and key. */
const pending = new WeakMap<Core, Map<string, Change[]>>();

/**
 * Changes what is kept about the user, here at once and in the store atomically, so that two tabs both count. What changes in one task is
 * stored as one: a page that is left in the middle never keeps that a run began without where it stands.
 */
export const changeRecord = (core: Core, make: Change): void => {
  const now = Date.now();
  // Never the same twice, however fast.
  const change: Change = (record) => ({ ...make(record), at: Math.max(now, (record.at ?? 0) + 1) });
  core.record = change(core.record);
  const key = recordKey(core.recordId);
  const all = pending.get(core) ?? new Map<string, Change[]>();
  const changes = all.get(key);
  pending.set(core, all);
  if (changes) changes.push(change);
  else {
    const group = [change];
    all.set(key, group);
    queueMicrotask(() => {
      all.delete(key);
      void core.store.update<UserRecord>(key, (old) => group.reduce((record, one) => one(record), old ?? EMPTY_RECORD));
    });
  }
};

/** Reads again what another tab may have changed. */
export const readAgain = async (core: Core): Promise<void> => {
  // What was changed in this task is on its way then.
  await undefined;
  const id = core.recordId;
  const [device, record] = await Promise.all([
    core.store.get<typeof core.device>('device'),
    core.store.get<UserRecord>(recordKey(id)),
  ]);
  if (device) core.device = device;
  if (record && id === core.recordId) core.record = record;
};

/**
 * Takes up the record of an identified user. What was done anonymously on this browser, before anyone was identified, becomes theirs.
 */
export const takeRecord = async (core: Core, id: string): Promise<void> => {
  await undefined;
  const { store, device } = core;
  const anonymous =
    device.userId === undefined ? await store.get<UserRecord>(recordKey(device.anonymousId)) : undefined;
  if (anonymous) {
    await store.update<UserRecord>(recordKey(id), (old) => mergeRecords(old ?? EMPTY_RECORD, anonymous));
    await store.delete(recordKey(device.anonymousId));
  }
  const record = (await store.get<UserRecord>(recordKey(id))) ?? EMPTY_RECORD;
  core.recordId = id;
  core.record = record;
};

const mergeRecords = (ours: UserRecord, theirs: UserRecord): UserRecord => {
  const tours = { ...ours.tours };
  for (const [tourId, state] of Object.entries(theirs.tours)) tours[tourId] = mergeState(tours[tourId], state);
  return { at: Date.now(), tours, history: joinHistory(ours.history, theirs.history), run: theirs.run ?? ours.run };
};
