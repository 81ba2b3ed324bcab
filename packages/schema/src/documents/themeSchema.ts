import type { Problem } from '../problem.ts';
import { DEFAULT_COLORS, type Theme, type ThemeColors } from '../theme.ts';
import { contrastRatio } from './contrast.ts';
import { must } from './dispatch.ts';
import { problem } from './problems.ts';
import { id, name } from './values.ts';
import { type ZodType, z } from './zod.ts';

const color = z
  .string()
  .check(must('bad_color', 'A colour is written as "#rrggbb".', (value: string) => /^#[0-9a-f]{6}$/i.test(value)))
  .optional();
const colors = z
  .strictObject({ surface: color, ink: color, muted: color, accent: color, onAccent: color, border: color })
  .optional();

export const themeSchema: ZodType<Theme> = z.strictObject({
  id,
  name: name.optional(),
  light: colors,
  dark: colors,
  scheme: z.enum(['light', 'dark', 'auto']).optional(),
  radiusPx: z.number().min(0).max(40).optional(),
  fontFamily: z
    .string()
    .max(500)
    .check(
      must('bad_font', 'Write names of fonts with commas between them.', (value: string) =>
        /^\s*(?:"[^"\\;{}<>]+"|'[^'\\;{}<>]+'|[\p{L}\p{N} -]+)(?:\s*,\s*(?:"[^"\\;{}<>]+"|'[^'\\;{}<>]+'|[\p{L}\p{N} -]+))*\s*$/u.test(
          value,
        ),
      ),
    )
    .optional(),
  widthPx: z.number().min(200).max(800).optional(),
});

/** Text and what it stands on, with the least ratio of WCAG 2.2 AA (1.4.3 for text, 1.4.11 for marks). */
const PAIRS = [
  ['ink', 'surface', 4.5],
  ['muted', 'surface', 4.5],
  ['onAccent', 'accent', 4.5],
  ['accent', 'surface', 3],
] as const satisfies readonly (readonly [keyof ThemeColors, keyof ThemeColors, number])[];

/** Pairs of colours, of which the theme sets at least one, that are too close. */
export const warnTheme = (theme: Theme): readonly Problem[] =>
  (['light', 'dark'] as const).flatMap((scheme) => {
    const set = theme[scheme] ?? {};
    const color = (name: keyof ThemeColors) => set[name] ?? DEFAULT_COLORS[scheme][name];
    return PAIRS.flatMap(([front, back, least]) => {
      if (set[front] === undefined && set[back] === undefined) return [];
      const ratio = contrastRatio(color(front), color(back));
      const at = set[front] === undefined ? back : front;
      return ratio < least
        ? [
            problem(
              'low_contrast',
              `/${scheme}/${at}`,
              `"${front}" on "${back}" has a contrast of ${ratio.toFixed(2)} to 1; at least ${least} to 1 is needed.`,
            ),
          ]
        : [];
    });
  });
