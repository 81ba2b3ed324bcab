import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStore } from './index.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const refuse = (name: string) => () => {
  throw new DOMException('refused', name);
};

test('what is set survives into the next visit; what is deleted does not', async () => {
  const today = openStore('shop');
  await today.set('seen', { tours: ['a'] });
  await today.set('gone', 1);
  await today.delete('gone');
  const tomorrow = openStore('shop');
  expect(await tomorrow.get('seen')).toEqual({ tours: ['a'] });
  expect(await tomorrow.get('gone')).toBeUndefined();
  expect(tomorrow.kind).toBe('indexeddb');
});

test('stores with different names do not mix', async () => {
  await openStore('one').set('key', 1);
  expect(await openStore('two').get('key')).toBeUndefined();
});

test('updates from two tabs at once all count', async () => {
  const tabs = [openStore('shop'), openStore('shop')];
  await Promise.all(tabs.flatMap((tab) => [1, 2, 3].map(() => tab.update<number>('n', (old) => (old ?? 0) + 1))));
  expect(await tabs[0]?.get('n')).toBe(6);
});

test('a change that throws leaves the old value, and nothing rejects', async () => {
  const store = openStore('shop');
  await store.set('n', 1);
  await store.update('n', () => {
    throw new Error('host');
  });
  expect(await store.get('n')).toBe(1);
});

describe('in memory', () => {
  test.each([
    ['missing', () => vi.stubGlobal('indexedDB', undefined)],
    ['refused', () => vi.spyOn(indexedDB, 'open').mockImplementation(refuse('SecurityError'))],
  ])('when IndexedDB is %s everything works until reload, with one diagnostic', async (_, breakIt) => {
    breakIt();
    const diagnose = vi.fn();
    const store = openStore('shop', diagnose);
    await store.set('a', 1);
    await Promise.all([1, 2, 3].map(() => store.update<number>('n', (old) => (old ?? 0) + 1)));
    await store.delete('a');
    expect([await store.get('a'), await store.get('n'), store.kind]).toEqual([undefined, 3, 'memory']);
    expect(diagnose.mock.calls.map(([code]) => code)).toEqual(['storage_refused']);
  });

  test('when the open never answers, the store gives up after 4 s and works', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.spyOn(indexedDB, 'open').mockImplementation(() => ({}) as IDBOpenDBRequest);
    const store = openStore('shop');
    const set = store.set('a', 1);
    await vi.advanceTimersByTimeAsync(4_000);
    await set;
    expect(await store.get('a')).toBe(1);
    expect(store.kind).toBe('memory');
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each(['QuotaExceededError', 'DataCloneError'])(
    'a %s keeps that value in memory, and the rest in the database',
    async (name) => {
      const store = openStore('shop');
      await store.set('old', 1);
      const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(refuse(name));
      await store.set('new', 2);
      await store.set('old', 3);
      expect([await store.get('old'), await store.get('new'), store.kind]).toEqual([3, 2, 'indexeddb']);
      put.mockRestore();
      await store.update<number>('new', (old) => (old ?? 0) + 1);
      expect(await openStore('shop').get('new')).toBe(3);
    },
  );
});

describe('a connection that dies', () => {
  test('InvalidStateError once: a new connection, no diagnostic, nothing lost', async () => {
    const diagnose = vi.fn();
    const store = openStore('shop', diagnose);
    await store.set('a', 1);
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(refuse('InvalidStateError'));
    expect(await store.get('a')).toBe(1);
    expect([store.kind, diagnose.mock.calls]).toEqual(['indexeddb', []]);
  });

  test('the host may delete its databases: the store lets go, and starts again empty', async () => {
    const store = openStore('shop');
    await store.set('a', 1);
    await new Promise((resolve) => {
      indexedDB.deleteDatabase('shop').onsuccess = resolve;
    });
    expect(await store.get('a')).toBeUndefined();
    await store.set('a', 2);
    expect(await openStore('shop').get('a')).toBe(2);
  });
});
