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
