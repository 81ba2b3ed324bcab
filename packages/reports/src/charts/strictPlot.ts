import { type PlotOptions, plot } from '@observablehq/plot';

/**
 * A plot that a page with `default-src 'self'` accepts. Plot writes a `<style>` element into its svg, which such a
 * page refuses as soon as it is connected: it is taken out before that, and style/charts.css holds the rules.
 * (Plot sets everything else through attributes and the CSSOM, which the policy does not touch.)
 * One image with one name: the labels that Plot gives its inner groups would be read as fragments.
 */
export const strictPlot = (options: PlotOptions, label: string): SVGSVGElement => {
  const svg = plot(options);
  if (!(svg instanceof SVGSVGElement)) throw new TypeError('a plot without legend or caption is an svg');
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const inner of svg.querySelectorAll('[aria-label]')) inner.removeAttribute('aria-label');
  for (const inner of svg.querySelectorAll('[aria-description]')) inner.removeAttribute('aria-description');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  return svg;
};
