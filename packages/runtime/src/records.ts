import { type Core, type Device, EMPTY_RECORD, recordKey, type UserRecord } from './core.ts';
import { joinHistory } from './engine/history.ts';
import { mergeState } from './engine/progress.ts';

/** Changes what is kept about the user, here at once and in the store atomically, so that two tabs both count. */
export const changeRecord = (core: Core, change: (record: UserRecord) => UserRecord): Promise<void> => {
  core.record = change(core.record);
  return core.store.update<UserRecord>(recordKey(core.recordId), (old) => change(old ?? EMPTY_RECORD));
};

/** The same for what is kept about this browser. */
export const changeDevice = (core: Core, change: (device: Device) => Device): Promise<void> => {
  core.device = change(core.device);
  return core.store.update<Device>('device', (old) => change(old ?? core.device));
};

/** Reads again what another tab may have changed. */
export const readAgain = async (core: Core): Promise<void> => {
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
  return { tours, history: joinHistory(ours.history, theirs.history), run: theirs.run ?? ours.run };
};
