import { describe, expect, it } from 'vitest';
import { createTokenStore } from './tokenStore.ts';

const memoryStorage = (): Storage => {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  } as Storage;
};

describe('the token of a tab', () => {
  it('is there again after a load, for the same server and key only', () => {
    const storage = memoryStorage();
    createTokenStore('https://a.example', 'pk_1', () => storage).keep('et_1');
    expect(createTokenStore('https://a.example', 'pk_1', () => storage).read()).toBe('et_1');
    expect(createTokenStore('https://b.example', 'pk_1', () => storage).read()).toBeUndefined();
    expect(createTokenStore('https://a.example', 'pk_2', () => storage).read()).toBeUndefined();
  });

  it('lasts until the page is left where storage is refused, and is gone once forgotten', () => {
    const tokens = createTokenStore('https://a.example', 'pk_1', () => {
      throw new DOMException('refused', 'SecurityError');
    });
    tokens.keep('et_1');
    expect(tokens.read()).toBe('et_1');
    tokens.forget();
    expect(tokens.read()).toBeUndefined();
  });
});
