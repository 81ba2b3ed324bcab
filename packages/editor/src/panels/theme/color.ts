import { contrastRatio } from '@shirube/schema';
import {
  clampChroma,
  converter,
  formatHex,
  modeLab,
  modeLch,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeP3,
  modeRgb,
  modeXyz50,
  modeXyz65,
  parse,
  useMode,
} from 'culori/fn';

for (const mode of [modeRgb, modeLrgb, modeP3, modeXyz65, modeXyz50, modeLab, modeLch, modeOklab, modeOklch])
  useMode(mode);
const toRgb = converter('rgb');
const toOklch = converter('oklch');

/** Shares from 0 to 1. */
export interface Rgba {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly alpha: number;
}

const share = (value: number | undefined): number => Math.min(1, Math.max(0, value || 0));

/** Any colour that a browser computes: rgb, rgba, lab, oklch, color(…), whatever a mixture has become. Undefined when it is none. */
export const parseColor = (css: string): Rgba | undefined => {
  const color = toRgb(parse(css === 'transparent' ? '#0000' : css));
  return color && { r: share(color.r), g: share(color.g), b: share(color.b), alpha: share(color.alpha ?? 1) };
};

/** What is seen where the first lies over the second, and so on; the last is taken for opaque. */
export const flatten = (layers: readonly Rgba[]): Rgba =>
  layers.reduceRight((below, { r, g, b, alpha }) => {
    const mix = (top: number, under: number): number => top * alpha + under * (1 - alpha);
    return { r: mix(r, below.r), g: mix(g, below.g), b: mix(b, below.b), alpha: 1 };
  });

export const toHex = ({ r, g, b }: Rgba): string => formatHex({ mode: 'rgb', r, g, b });

export interface Lch {
  /** Lightness as it is perceived, from 0 to 1. */
  readonly l: number;
  /** How colourful: 0 is grey, 0.04 is just noticed, 0.3 is as much as a screen can. */
  readonly c: number;
  /** Degrees; of greys 0. */
  readonly h: number;
}
export const toLch = (hex: string): Lch => {
  const { l, c, h } = toOklch(hex) ?? { l: 0, c: 0, h: 0 };
  return { l, c, h: h ?? 0 };
};
/** Less colourful where a screen could not show it. */
export const fromLch = ({ l, c, h }: Lch): string => formatHex(clampChroma({ mode: 'oklch', l, c, h }, 'oklch'));

const STEP = 0.004;

/** The colour of the same hue whose lightness is as near as possible, and which reaches the ratio against the other. */
export const nearestPassing = (hex: string, against: string, ratio: number): string => {
  if (contrastRatio(hex, against) >= ratio) return hex;
  const from = toLch(hex);
  for (let by = STEP; by <= 1 + STEP; by += STEP)
    for (const l of [from.l - by, from.l + by]) {
      if (l < -STEP || l > 1 + STEP) continue;
      const candidate = fromLch({ ...from, l: share(l) });
      if (contrastRatio(candidate, against) >= ratio) return candidate;
    }
  return contrastRatio('#000000', against) > contrastRatio('#ffffff', against) ? '#000000' : '#ffffff';
};
