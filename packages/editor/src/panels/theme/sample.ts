import { contrastRatio } from '@shirube/schema';
import type { Theme, ThemeColors } from '@shirube/schema/theme';
import { flatten, nearestPassing, parseColor, type Rgba, toHex, toLch } from './color.ts';
import { PAIRS, readableOn, suggestDark } from './model.ts';

/** How one element of the page looks, in the browser's computed values. */
export interface Look {
  readonly kind: 'page' | 'text' | 'heading' | 'button' | 'link' | 'card' | 'field';
  /** Characters of its own text; of a button, a card or a field how much of the screen it has, as the root of its square pixels. */
  readonly weight: number;
  readonly color: string;
  /** Its own background and those of its ancestors, from the inside out. */
  readonly backgrounds: readonly string[];
  readonly borderColor?: string | undefined;
  readonly radiusPx: number;
  readonly heightPx: number;
  readonly fontFamily: string;
}
/** What could be taken over. Only what was found. */
export interface Sampled {
  readonly scheme: 'light' | 'dark';
  readonly colors: ThemeColors;
  readonly radiusPx?: number | undefined;
  readonly fontFamily?: string | undefined;
}

/** Difference of lightness from which a fill is one, and not a tint that marks the current entry. */
const STANDS_OUT = 0.12;
const WHITE: Rgba = { r: 1, g: 1, b: 1, alpha: 1 };

/** What is seen behind an element: translucent layers over each other, down to the first opaque one or the white of the canvas. */
export const seenBackground = (backgrounds: readonly string[]): string => {
  const layers = backgrounds.map(parseColor).filter((it) => it !== undefined);
  const opaque = layers.findIndex(({ alpha }) => alpha >= 1);
  return toHex(flatten([...(opaque === -1 ? layers : layers.slice(0, opaque + 1)), WHITE]));
};
const seenOn = (color: string | undefined, back: string): string | undefined => {
  const [front, below] = [color === undefined ? undefined : parseColor(color), parseColor(back)];
  return front && below && front.alpha > 0 ? toHex(flatten([front, below])) : undefined;
};
const isFilled = ({ backgrounds: [own = ''] }: Look): boolean => (parseColor(own)?.alpha ?? 0) > 0.5;

/** The value with the most weight. */
const heaviest = <T>(entries: readonly (readonly [T | undefined, number])[]): T | undefined => {
  const sums = new Map<T, number>();
  for (const [value, weight] of entries) if (value !== undefined) sums.set(value, (sums.get(value) ?? 0) + weight);
  return [...sums].reduce<readonly [T | undefined, number]>(
    (best, one) => (one[1] > best[1] ? one : best),
    [undefined, 0],
  )[0];
};

/** A whole theme out of the looks of a page, by what weighs most. Its pairs pass; the accent stays as the app has it. */
export const sampleTheme = (looks: readonly Look[]): Sampled => {
  const of = (...kinds: readonly Look['kind'][]) => looks.filter(({ kind }) => kinds.includes(kind));
  const back = (look: Look): string => seenBackground(look.backgrounds);
  const page = heaviest(of('page').map((look) => [back(look), 1])) ?? '#ffffff';
  const words = of('text', 'heading');
  const surface =
    heaviest(of('card').map((look) => [back(look), look.weight])) ??
    heaviest(words.map((look) => [back(look), look.weight])) ??
    page;
  const isLight = toLch(surface).l >= 0.5;
  const near = words.filter((look) => toLch(back(look)).l >= 0.5 === isLight);
  const inks = near.map((look) => [seenOn(look.color, back(look)), look.weight] as const);
  const ink = strongest(inks, surface) ?? (isLight ? '#1c1b19' : '#f4f1ea');
  const muted = heaviest(inks.filter(([color]) => color !== undefined && isFainter(color, ink, isLight)));
  const { accent, onAccent } = accentOf(of('button'), of('link'), surface, ink);
  const edges = of('field', 'button').map((look) => [seenOn(look.borderColor, surface), look.weight] as const);
  const border = heaviest(edges.filter(([color]) => color !== surface)) ?? muted ?? ink;
  const raw = { surface, ink, muted: muted ?? ink, accent, onAccent, border };
  return {
    scheme: isLight ? 'light' : 'dark',
    colors: passing(raw),
    radiusPx: radiusOf(of('card')) ?? radiusOf(of('button', 'field')),
    fontFamily: heaviest(words.map((look) => [themeFont(look.fontFamily), look.weight])),
  };
};

/** Of the colours in which a good part of the words stands, the one that is read best. */
const strongest = (inks: readonly (readonly [string | undefined, number])[], surface: string): string | undefined => {
  const total = inks.reduce((sum, [, weight]) => sum + weight, 0);
  const share = (color: string): number =>
    inks.reduce((sum, [other, weight]) => sum + (other === color ? weight : 0), 0) / total;
  const colors = [...new Set(inks.flatMap(([color]) => color ?? []))].filter((color) => share(color) >= 0.05);
  return colors.reduce<string | undefined>(
    (best, color) =>
      best === undefined || contrastRatio(color, surface) > contrastRatio(best, surface) ? color : best,
    undefined,
  );
};

/** Nearer to the surface than the ink, and no colour of its own. */
const isFainter = (color: string, ink: string, isLight: boolean): boolean => {
  const [a, b] = [toLch(color), toLch(ink)];
  return a.c < 0.06 && (isLight ? a.l - b.l : b.l - a.l) > 0.08;
};

const accentOf = (
  buttons: readonly Look[],
  links: readonly Look[],
  surface: string,
  ink: string,
): { readonly accent: string; readonly onAccent: string } => {
  const fills = buttons.filter(isFilled).flatMap((look) => {
    const color = seenBackground(look.backgrounds);
    const { c, l } = toLch(color);
    const stands = Math.abs(l - toLch(surface).l);
    return stands < STANDS_OUT ? [] : [{ look, color, score: look.weight * (0.15 + c * 5) }];
  });
  const accent =
    heaviest(fills.map(({ color, score }) => [color, score])) ??
    heaviest(links.map((look) => [seenOn(look.color, seenBackground(look.backgrounds)), look.weight])) ??
    ink;
  const worn = fills
    .filter(({ color }) => color === accent)
    .map(({ look }) => [seenOn(look.color, accent), look.weight] as const);
  return { accent, onAccent: heaviest(worn) ?? readableOn(accent) };
};

const passing = (colors: Required<ThemeColors>): ThemeColors => {
  const fixed: Record<keyof ThemeColors, string> = { ...(colors as Record<keyof ThemeColors, string>) };
  for (const { front, back, least } of PAIRS) fixed[front] = nearestPassing(fixed[front], fixed[back], least);
  return fixed;
};

/** A pill says nothing of how round a card is. */
const radiusOf = (looks: readonly Look[]): number | undefined =>
  heaviest(
    looks
      .filter(({ radiusPx, heightPx }) => radiusPx * 2 < heightPx)
      .map(({ radiusPx, weight }) => [Math.min(40, Math.round(radiusPx)), weight]),
  );

/** The list of fonts as a theme may hold it: plain names and quoted ones. Undefined when nothing is left. */
export const themeFont = (css: string): string | undefined => {
  const names = css.match(/"[^"]*"|'[^']*'|[^,]+/g) ?? [];
  const fit = names.flatMap((raw) => {
    const name = raw
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2')
      .trim();
    if (name === '' || /["'\\;{}<>,]/.test(name)) return [];
    return [/^[\p{L}\p{N} -]+$/u.test(name) && !/^\d/.test(name) ? name : `"${name}"`];
  });
  while (fit.join(', ').length > 500) fit.pop();
  return fit.length === 0 ? undefined : fit.join(', ');
};

/** What one element gives: its fill as the accent, or its text where the fill does not stand out. */
export const sampleElement = (look: Look): Sampled => {
  const fill = seenBackground(look.backgrounds);
  const around = seenBackground(look.backgrounds.slice(1));
  const text = seenOn(look.color, fill);
  const standsOut = isFilled(look) && Math.abs(toLch(fill).l - toLch(around).l) >= STANDS_OUT;
  const accent = standsOut ? fill : text;
  const worn = standsOut && text !== undefined ? nearestPassing(text, fill, 4.5) : undefined;
  const colors = accent === undefined ? {} : { accent, onAccent: worn ?? readableOn(accent) };
  const isPill = look.radiusPx * 2 >= look.heightPx;
  return {
    scheme: toLch(around).l >= 0.5 ? 'light' : 'dark',
    colors,
    radiusPx: isPill ? undefined : Math.min(40, Math.round(look.radiusPx)),
    fontFamily: themeFont(look.fontFamily),
  };
};

/**
 * The theme with what was sampled laid over it. Colours of a light app get dark ones that are derived from them; an app that has no dark
 * look of its own (`hasBoth` false) gets none shown either.
 */
export const withSampled = (theme: Theme, sampled: Sampled, app: { readonly hasBoth: boolean }): Theme => {
  const { scheme, colors, radiusPx, fontFamily } = sampled;
  const other = scheme === 'light' ? suggestDark(colors) : theme.light;
  const both = scheme === 'light' ? { light: colors, dark: other } : { light: other, dark: colors };
  return {
    ...theme,
    ...both,
    scheme: app.hasBoth ? 'auto' : scheme,
    ...(radiusPx === undefined ? {} : { radiusPx }),
    ...(fontFamily === undefined ? {} : { fontFamily }),
  };
};
