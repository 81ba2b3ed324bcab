import { contrastRatio, parseTheme } from '@shirube/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestPassing, parseColor, toHex, toLch } from './color.ts';
import { checkPairs, colorsOf, darkModeOf, suggestDark, withColors, withDarkMode, withFix } from './model.ts';
import { type Look, sampleElement, sampleTheme, seenBackground, themeFont, withSampled } from './sample.ts';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('reads every way in which a browser computes a colour', () => {
  const read = (css: string) => {
    const color = parseColor(css);
    return color && toHex(color);
  };
  expect(
    [
      'rgb(185, 58, 34)',
      'oklch(0.628 0.2577 29.23)',
      'lab(54.29 80.8 69.89)',
      'color(srgb 0 0.5 1)',
      'color(display-p3 0 0 1)',
      'oklab(1 0 0)',
      '#abc',
    ].map(read),
  ).toEqual(['#b93a22', '#ff0000', '#ff0000', '#0080ff', '#0000ff', '#ffffff', '#aabbcc']);
  expect(parseColor('rgba(0, 0, 0, 0)')?.alpha).toBe(0);
  expect(read('currentcolor')).toBeUndefined();
});

test('sees through translucent backgrounds to the first opaque one, and at last to white', () => {
  expect(seenBackground(['rgba(0, 0, 0, 0)', 'rgb(0 0 0 / 50%)', '#ffffff', '#ff0000'])).toBe('#808080');
  expect(seenBackground(['transparent', 'rgba(0, 0, 0, 0)'])).toBe('#ffffff');
});

test('a fix passes, keeps the hue, and moves no further than it has to', () => {
  fc.assert(
    fc.property(hex, hex, fc.constantFrom(3, 4.5), (front, back, least) => {
      const fixed = nearestPassing(front, back, least);
      expect(contrastRatio(fixed, back)).toBeGreaterThanOrEqual(least);
      if (contrastRatio(front, back) >= least) expect(fixed).toBe(front);
    }),
  );
  const fixed = nearestPassing('#ff8a70', '#ffffff', 4.5);
  expect(contrastRatio(fixed, '#ffffff')).toBeLessThan(4.7);
  expect(Math.abs(toLch(fixed).h - toLch('#ff8a70').h)).toBeLessThan(4);
});

test('suggested dark colours pass wherever the light ones come from, and follow them until they are chosen one by one', () => {
  fc.assert(
    fc.property(hex, hex, hex, (surface, ink, accent) => {
      const dark = suggestDark({
        surface: nearestPassing(surface, '#000000', 12),
        ink,
        muted: ink,
        accent,
        onAccent: ink,
        border: ink,
      });
      expect(checkPairs({ id: 'x', dark }, 'dark').filter(({ passes }) => !passes)).toEqual([]);
    }),
  );
  const suggested = withDarkMode({ id: 'x', light: { accent: '#3451d1' } }, 'suggested');
  const moved = withColors(suggested, 'light', { accent: '#117733' });
  expect(moved.dark?.accent).not.toBe(suggested.dark?.accent);
  expect(darkModeOf(moved)).toBe('suggested');
  const own = withColors(moved, 'dark', { accent: '#ffffff' });
  expect(darkModeOf(own)).toBe('own');
  expect(withColors(own, 'light', { accent: '#000000' }).dark).toEqual(own.dark);
});

test('a fix of one pair makes that pair pass', () => {
  const theme = { id: 'x', light: { muted: '#cccccc' } };
  const failing = checkPairs(theme, 'light').filter(({ passes }) => !passes);
  expect(failing.map(({ front }) => front)).toEqual(['muted']);
  const [pair] = failing;
  if (!pair) throw new Error('none fails');
  expect(checkPairs(withFix(theme, 'light', pair), 'light').every(({ passes }) => passes)).toBe(true);
});

const look = (kind: Look['kind'], more: Partial<Look>): Look => ({
  kind,
  weight: 10,
  color: 'rgb(20, 20, 30)',
  backgrounds: ['rgba(0, 0, 0, 0)', 'rgb(245, 246, 250)'],
  radiusPx: 0,
  heightPx: 32,
  fontFamily: 'Inter, "Helvetica Neue", sans-serif',
  ...more,
});

test('makes a theme of what weighs most on the page: cards, text, fainter text, the colourful button', () => {
  const sampled = sampleTheme([
    look('page', { backgrounds: ['rgb(245, 246, 250)'] }),
    look('card', {
      backgrounds: ['rgb(255, 255, 255)', 'rgb(245, 246, 250)'],
      weight: 400,
      radiusPx: 12,
      heightPx: 300,
    }),
    look('text', { weight: 300 }),
    look('text', { weight: 120, color: 'rgb(100, 105, 120)' }),
    look('button', { backgrounds: ['rgb(230, 230, 235)'], weight: 90, radiusPx: 6 }),
    look('button', { backgrounds: ['oklch(0.5 0.2 265)'], color: 'rgb(255, 255, 255)', weight: 60, radiusPx: 6 }),
    look('link', { color: 'rgb(0, 128, 0)', weight: 20 }),
  ]);
  const accent = parseColor('oklch(0.5 0.2 265)');
  expect(sampled).toMatchObject({
    scheme: 'light',
    colors: {
      surface: '#ffffff',
      ink: '#14141e',
      muted: '#646978',
      accent: accent && toHex(accent),
      onAccent: '#ffffff',
    },
    radiusPx: 12,
    fontFamily: 'Inter, Helvetica Neue, sans-serif',
  });
});

test('whatever a page looks like, the theme is one that the schema takes, and its pairs pass', () => {
  const color = fc.oneof(
    hex,
    fc.constantFrom('rgba(0, 0, 0, 0)', 'rgb(9 9 9 / 30%)', 'color(srgb 0.1 0.9 0.4)', 'nonsense'),
  );
  const looks = fc.array(
    fc.record({
      kind: fc.constantFrom('page', 'text', 'heading', 'button', 'link', 'card', 'field'),
      weight: fc.nat(500),
      color,
      backgrounds: fc.array(color, { maxLength: 3 }),
      borderColor: fc.option(color, { nil: undefined }),
      radiusPx: fc.nat(10_000),
      heightPx: fc.nat(600),
      fontFamily: fc.oneof(fc.string(), fc.constantFrom('__Inter_a1b2c3, "A;B", \'Noto Sans JP\'', '-apple-system')),
    }) as fc.Arbitrary<Look>,
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(looks, fc.boolean(), (page, hasBoth) => {
      const theme = withSampled({ id: 'x' }, sampleTheme(page), { hasBoth });
      expect(parseTheme(theme)).toMatchObject({ ok: true });
      const scheme = sampleTheme(page).scheme;
      expect(checkPairs(theme, scheme).filter(({ passes }) => !passes)).toEqual([]);
    }),
  );
});

test('takes accent, corners and font of one element; a pill gives no corners, a faint fill no accent', () => {
  expect(sampleElement(look('link', { backgrounds: ['#e1f1ef', '#ffffff'], color: '#0b6e69' })).colors).toEqual({
    accent: '#0b6e69',
    onAccent: '#ffffff',
  });
  expect(sampleElement(look('button', { backgrounds: ['#3451d1'], color: '#fff', radiusPx: 8 }))).toMatchObject({
    colors: { accent: '#3451d1', onAccent: '#ffffff' },
    radiusPx: 8,
  });
  expect(sampleElement(look('button', { radiusPx: 999 })).radiusPx).toBeUndefined();
});

test('keeps the fonts that a theme may name, quoting what needs it', () => {
  expect(themeFont(`__Inter_1a, 'Noto Sans JP', "Bad;Name", system-ui`)).toBe('"__Inter_1a", Noto Sans JP, system-ui');
  expect(themeFont('"{}"')).toBeUndefined();
});

test('what a theme leaves open is the default', () => {
  expect(colorsOf({ id: 'x', light: { ink: '#123456' } }, 'light')).toMatchObject({
    ink: '#123456',
    surface: '#ffffff',
  });
});
