/** Colours are `#rrggbb`. Every field is optional: what is absent stays with the default theme. */
export interface ThemeColors {
  readonly surface?: string | undefined;
  readonly ink?: string | undefined;
  readonly muted?: string | undefined;
  readonly accent?: string | undefined;
  readonly onAccent?: string | undefined;
  readonly border?: string | undefined;
}
export interface Theme {
  readonly id: string;
  readonly name?: string | undefined;
  readonly light?: ThemeColors | undefined;
  readonly dark?: ThemeColors | undefined;
  /** auto follows `prefers-color-scheme`. */
  readonly scheme?: 'light' | 'dark' | 'auto' | undefined;
  readonly radiusPx?: number | undefined;
  readonly fontFamily?: string | undefined;
  readonly widthPx?: number | undefined;
}

/** What a theme leaves open, as the runtime draws it. Surface, ink and an ink button, so that it sits well in any app. */
export const DEFAULT_COLORS: Readonly<Record<'light' | 'dark', Readonly<Record<keyof ThemeColors, string>>>> = {
  light: {
    surface: '#ffffff',
    ink: '#1c1b19',
    muted: '#5c574f',
    accent: '#1c1b19',
    onAccent: '#ffffff',
    border: '#8a8378',
  },
  dark: {
    surface: '#1f1d1a',
    ink: '#f4f1ea',
    muted: '#b8b1a6',
    accent: '#f4f1ea',
    onAccent: '#1f1d1a',
    border: '#857d70',
  },
};
