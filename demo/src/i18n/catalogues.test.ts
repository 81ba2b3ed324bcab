import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { ja } from './ja.ts';

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the demo’s texts', () => {
  it('exist in both languages with the same placeholders', () => {
    expect(Object.keys(ja).sort()).toEqual(Object.keys(en).sort());
    for (const [key, text] of Object.entries(en)) {
      const translated = ja[key as keyof typeof en];
      // Japanese counts do not differ by number, so only placeholders must agree.
      expect(placeholders(translated), key).toEqual(placeholders(text));
    }
  });
});
