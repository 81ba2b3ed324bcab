import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Store } from '../ports.ts';
import { oneTab } from './oneTab.ts';

const memoryStore = (): Store => {
  const kept = new Map<string, unknown>();
  return {
    kind: 'memory',
    get: async <T>(key: string) => kept.get(key) as T | undefined,
    set: async (key, value) => void kept.set(key, value),
    update: async <T>(key: string, change: (old: T | undefined) => T) =>
      void kept.set(key, change(kept.get(key) as T | undefined)),
    delete: async (key) => void kept.delete(key),
  };
};
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('without Web Locks one tab has the right to show, and the other is told within a second that it is free', async () => {
  const store = memoryStore();
  const gone = new AbortController();
  const one = oneTab('x', store, 'one', gone.signal);
  const two = oneTab('x', store, 'two', gone.signal);
  const release = await one.take();
  expect(release).toBeTypeOf('function');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await two.take()).toBeUndefined();
  const free = vi.fn();
  two.whenFree(free);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(free).not.toHaveBeenCalled();
  release?.();
  await vi.advanceTimersByTimeAsync(400);
  expect(free).toHaveBeenCalledTimes(1);
  expect(await two.take()).toBeTypeOf('function');
  gone.abort();
  expect(vi.getTimerCount()).toBe(0);
});

test('a tab that went away without a word is taken for gone within a second', async () => {
  const store = memoryStore();
  const crashed = new AbortController();
  await oneTab('x', store, 'one', crashed.signal).take();
  // Its timers die with it; the lease stays as it was.
  vi.clearAllTimers();
  const two = oneTab('x', store, 'two', new AbortController().signal);
  expect(await two.take()).toBeUndefined();
  const free = vi.fn();
  two.whenFree(free);
  await vi.advanceTimersByTimeAsync(1_300);
  expect(free).toHaveBeenCalledTimes(1);
});
