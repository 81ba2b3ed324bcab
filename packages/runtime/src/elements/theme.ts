import type { Theme, ThemeColors } from '@shirube/schema/theme';

const PROPERTIES: Readonly<Record<keyof ThemeColors, string>> = {
  surface: 'surface',
  ink: 'ink',
  muted: 'muted',
  accent: 'accent',
  onAccent: 'on-accent',
  border: 'border',
};
const COLOR = /^#[0-9a-f]{6}$/i;

/**
 * The custom properties that a theme sets, by name. What the theme leaves open is left to the page's own `--shirube-…`
 * properties and the defaults. A colour given for one scheme only holds for that scheme.
 */
export const themeProperties = (theme: Theme | undefined): ReadonlyMap<string, string> => {
  const properties = new Map<string, string>();
  for (const [key, name] of Object.entries(PROPERTIES) as [keyof ThemeColors, string][]) {
    const [light, dark] = [theme?.light?.[key], theme?.dark?.[key]].map((color) =>
      color && COLOR.test(color) ? color : undefined,
    );
    if (light || dark) {
      properties.set(
        `--shirube-${name}`,
        `light-dark(${light ?? `var(--_${name}-light)`},${dark ?? `var(--_${name}-dark)`})`,
      );
    }
  }
  if (theme?.radiusPx !== undefined) properties.set('--shirube-radius', `${theme.radiusPx}px`);
  if (theme?.widthPx !== undefined) properties.set('--shirube-width', `${theme.widthPx}px`);
  if (theme?.fontFamily) properties.set('--shirube-font', theme.fontFamily);
  return properties;
};
