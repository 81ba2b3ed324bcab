import type { Theme, ThemeColors } from '@shirube/schema/theme';
import { COLORS } from './colors.ts';

const COLOR = /^#[0-9a-f]{6}$/i;

/**
 * The custom properties that a theme sets, by name. What the theme leaves open is left to the page's own `--shirube-…`
 * properties and the defaults. A colour given for one scheme only holds for that scheme.
 */
export const themeProperties = (theme: Theme | undefined): ReadonlyMap<string, string> => {
  const properties = new Map<string, string>();
  for (const [name, [light, dark]] of Object.entries(COLORS)) {
    const key = (name === 'on-accent' ? 'onAccent' : name) as keyof ThemeColors;
    const given = [theme?.light?.[key], theme?.dark?.[key]].map((color) => color && COLOR.test(color) && color);
    if (given[0] || given[1])
      properties.set(`--shirube-${name}`, `light-dark(${given[0] || light},${given[1] || dark})`);
  }
  if (theme?.radiusPx !== undefined) properties.set('--shirube-radius', `${theme.radiusPx}px`);
  if (theme?.widthPx !== undefined) properties.set('--shirube-width', `${theme.widthPx}px`);
  if (theme?.fontFamily) properties.set('--shirube-font', theme.fontFamily);
  return properties;
};
