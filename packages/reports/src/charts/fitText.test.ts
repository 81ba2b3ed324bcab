import { expect, test } from 'vitest';
import { fitText } from './fitText.ts';

test('a text that fits stays whole; a longer one ends in an ellipsis, never inside a character', () => {
  expect(fitText('Send it', 200, 14)).toBe('Send it');
  const cut = fitText('Write the lines of the invoice', 140, 14);
  expect(cut).toMatch(/^Write the.*…$/);
  expect(fitText('請求書の明細行を入力する', 70, 14)).toBe('請求書の…');
  expect(fitText('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 28, 14)).toBe('👩‍👩‍👧…');
});
