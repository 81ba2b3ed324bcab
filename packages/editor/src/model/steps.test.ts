import type { Step, Tour } from '@shirube/schema/tour';
import { describe, expect, it } from 'vitest';
import { isHere, titleOf } from './steps.ts';

const step: Step = { id: 's', kind: 'tooltip', content: { en: { title: 'Start' }, ja: { title: '開始' }, fr: {} } };
const tour: Tour = { schemaVersion: 1, id: 't', name: 'T', defaultLocale: 'en', locales: ['en'], steps: [step] };

describe('a step in the list', () => {
  it('has its title in the reader’s language, its parent, the tour’s own language, or else its id', () => {
    expect(titleOf(step, tour, 'ja-JP')).toBe('開始');
    expect(titleOf(step, tour, 'fr')).toBe('Start');
    expect(titleOf({ ...step, content: { en: {} } }, tour, 'ja')).toBe('s');
  });

  it('lives on its own page, or on every page', () => {
    expect(isHere(step, 'https://app.example/a')).toBe(true);
    expect(isHere({ ...step, page: '/a' }, 'https://app.example/a')).toBe(true);
    expect(isHere({ ...step, page: '/a' }, 'https://app.example/b')).toBe(false);
  });
});
