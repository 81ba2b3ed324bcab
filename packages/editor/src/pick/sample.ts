import { parentOf } from './tree.ts';

/** How an element looks, for a theme that looks like it. Colors are `#rrggbb`, as they are seen. */
export interface Sample {
  readonly color: string;
  readonly background: string;
  readonly radiusPx: number;
  readonly fontFamily: string;
  readonly fontSizePx: number;
}

/** Reads computed styles and changes nothing. What shows through a transparent background is taken from what is around it; pictures count for nothing. */
export const sampleElement = (element: Element): Sample => {
  const style = getComputedStyle(element);
  const background = backgroundOf(element);
  const { width, height } = element.getBoundingClientRect();
  // A radius in per cent is of the box; no corner is rounder than half of it.
  const radius = Number.parseFloat(style.borderTopLeftRadius) || 0;
  const radiusPx = style.borderTopLeftRadius.endsWith('%') ? (radius / 100) * Math.min(width, height) : radius;
  return {
    color: hex(over(rgbaOf(style.color), background)),
    background: hex(background),
    radiusPx: Math.round(Math.min(radiusPx, width / 2, height / 2)),
    fontFamily: style.fontFamily,
    fontSizePx: Number.parseFloat(style.fontSize),
  };
};

/** Red, green and blue from 0 to 255, alpha from 0 to 1. */
type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

const backgroundOf = (element: Element): Rgba => {
  const layers: Rgba[] = [];
  let at: Element | null = element;
  for (; at; at = parentOf(at)) {
    const layer = rgbaOf(getComputedStyle(at).backgroundColor);
    layers.push(layer);
    if (layer[3] === 1) break;
  }
  // Behind everything is the browser's canvas, whose colour follows the page's scheme.
  const canvas: Rgba =
    getComputedStyle(element.ownerDocument.documentElement).colorScheme.trim() === 'dark'
      ? [18, 18, 18, 1]
      : [255, 255, 255, 1];
  return layers.reduceRight((behind, layer) => over(layer, behind), canvas);
};

const over = ([r, g, b, a]: Rgba, behind: Rgba): Rgba => {
  const mix = (top: number, below: number): number => top * a + below * (1 - a);
  return [mix(r, behind[0]), mix(g, behind[1]), mix(b, behind[2]), 1];
};

const hex = (color: Rgba): string =>
  `#${color
    .slice(0, 3)
    .map((it) => Math.round(it).toString(16).padStart(2, '0'))
    .join('')}`;

/** Any colour that a computed style may hold. The browser itself turns wide and perceptual colour spaces into sRGB: a pixel is painted and read. */
const rgbaOf = (color: string): Rgba => {
  const [r, g, b, a = 1] = /^rgba?\(/.test(color) ? [...color.matchAll(/[\d.]+/g)].map(Number) : painted(color);
  return [r ?? 0, g ?? 0, b ?? 0, a];
};

const painted = (color: string): readonly number[] => {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d');
  if (!context) return [0, 0, 0, 0];
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [r, g, b, a = 0] = context.getImageData(0, 0, 1, 1).data;
  return [r ?? 0, g ?? 0, b ?? 0, a / 255];
};
