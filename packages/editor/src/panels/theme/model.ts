import { contrastRatio } from '@shirube/schema';
import { DEFAULT_COLORS, type Theme, type ThemeColors } from '@shirube/schema/theme';
import { fromLch, nearestPassing, toLch } from './color.ts';

export type Scheme = 'light' | 'dark';
export type ColorName = keyof ThemeColors;
export const COLOR_NAMES = [
  'surface',
  'ink',
  'muted',
  'accent',
  'onAccent',
  'border',
] as const satisfies readonly ColorName[];

/** What stands on what, with the least ratio of WCAG 2.2 AA: 4.5 for text (1.4.3), 3 for the edges of controls (1.4.11). */
export const PAIRS = [
  { front: 'ink', back: 'surface', least: 4.5 },
  { front: 'muted', back: 'surface', least: 4.5 },
  { front: 'onAccent', back: 'accent', least: 4.5 },
  { front: 'border', back: 'surface', least: 3 },
] as const satisfies readonly { readonly front: ColorName; readonly back: ColorName; readonly least: number }[];

/** Every colour, with the default's where the theme leaves it open. */
export const colorsOf = (theme: Theme | undefined, scheme: Scheme): Readonly<Record<ColorName, string>> => ({
  ...DEFAULT_COLORS[scheme],
  ...Object.fromEntries(Object.entries(theme?.[scheme] ?? {}).filter(([, color]) => color !== undefined)),
});

export interface PairCheck {
  readonly front: ColorName;
  readonly back: ColorName;
  readonly least: number;
  readonly ratio: number;
  readonly passes: boolean;
}
export const checkPairs = (theme: Theme | undefined, scheme: Scheme): readonly PairCheck[] => {
  const colors = colorsOf(theme, scheme);
  return PAIRS.map(({ front, back, least }) => {
    const ratio = contrastRatio(colors[front], colors[back]);
    return { front, back, least, ratio, passes: ratio >= least };
  });
};

/** Where the dark colours come from. `own`: chosen one by one, or left to the default. */
export type DarkMode = 'same' | 'suggested' | 'own';

export const darkModeOf = ({ light, dark }: Theme): DarkMode => {
  if (sameColors(dark, suggestDark(light))) return 'suggested';
  return sameColors(dark, light) ? 'same' : 'own';
};
const sameColors = (a: ThemeColors | undefined, b: ThemeColors | undefined): boolean =>
  COLOR_NAMES.every((name) => a?.[name]?.toLowerCase() === b?.[name]?.toLowerCase());

export const withDarkMode = (theme: Theme, mode: DarkMode): Theme => {
  if (mode === 'own') return { ...theme, dark: { ...colorsOf(theme, 'dark') } };
  return { ...theme, dark: mode === 'same' ? { ...colorsOf(theme, 'light') } : suggestDark(theme.light) };
};

/** The theme with other colours in one scheme. Dark ones that follow the light ones go on following. */
export const withColors = (theme: Theme, scheme: Scheme, colors: ThemeColors): Theme => {
  const changed = { ...theme, [scheme]: { ...theme[scheme], ...colors } };
  if (scheme === 'dark') return changed;
  const mode = darkModeOf(theme);
  if (mode === 'own') return changed;
  return { ...changed, dark: mode === 'same' ? { ...theme.dark, ...colors } : suggestDark(changed.light) };
};

/**
 * Dark colours of the same hues: a dark surface with a trace of the light one's tint, and the accent lifted until it stands out. Every pair
 * passes. A surface that is dark already stays as it is.
 */
export const suggestDark = (light: ThemeColors | undefined): ThemeColors | undefined => {
  if (!light) return undefined;
  const given = colorsOf({ id: 'x', light }, 'light');
  if (toLch(given.surface).l < 0.5) return { ...light };
  const tint = (name: ColorName, l: number, most: number): string => {
    const { c, h } = toLch(given[name]);
    return fromLch({ l, c: Math.min(c, most), h });
  };
  const surface = tint('surface', 0.23, 0.02);
  const { c, l } = toLch(given.accent);
  const accent = nearestPassing(tint('accent', c < 0.04 ? 0.95 : Math.max(l, 0.7), 0.2), surface, 4.5);
  const all: Readonly<Record<ColorName, string>> = {
    surface,
    ink: nearestPassing(tint('ink', 0.96, 0.01), surface, 4.5),
    muted: nearestPassing(tint('muted', 0.77, 0.02), surface, 4.5),
    accent,
    onAccent: readableOn(accent),
    border: nearestPassing(tint('border', 0.55, 0.02), surface, 3),
  };
  return Object.fromEntries(COLOR_NAMES.flatMap((name) => (light[name] === undefined ? [] : [[name, all[name]]])));
};

/** White or nearly black, whichever is read better. One of them always passes. */
export const readableOn = (back: string): string =>
  contrastRatio('#ffffff', back) >= contrastRatio('#161616', back) ? '#ffffff' : nearestPassing('#161616', back, 4.5);

/** The theme with the front of one pair moved as little as is needed. */
export const withFix = (
  theme: Theme,
  scheme: Scheme,
  { front, back, least }: Pick<PairCheck, 'front' | 'back' | 'least'>,
): Theme => {
  const colors = colorsOf(theme, scheme);
  return withColors(theme, scheme, { [front]: nearestPassing(colors[front], colors[back], least) });
};
