import { forget, recall, remember } from './memory.ts';
import type { Data } from './types.ts';

/** One account's data, kept in the browser. */
export interface DataStore {
  readonly data: Data;
  change(change: (old: Data) => Data): void;
  reset(): void;
}

export const openStore = (account: string, seed: () => Data, onChange: () => void): DataStore => {
  const key = `hinode.data.${account}`;
  let data = read(key) ?? seed();
  return {
    get data() {
      return data;
    },
    change(change) {
      data = change(data);
      remember(key, JSON.stringify(data));
      onChange();
    },
    reset() {
      forget(key);
      data = seed();
      onChange();
    },
  };
};

const read = (key: string): Data | undefined => {
  try {
    const kept: unknown = JSON.parse(recall(key) ?? 'null');
    return isData(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
};
/** Written by this page alone, so its outline is enough to tell it from another version's. */
const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && 'customers' in value && 'invoices' in value && 'company' in value;
