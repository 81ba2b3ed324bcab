import { axisX, barX, type Markish, text } from '@observablehq/plot';
import type { StepFigures } from '../figures/steps.ts';
import type { Words } from '../locale/words.ts';
import { fitText } from './fitText.ts';
import { axisPx, funnelPx, isNarrow, rowPx } from './sizes.ts';
import { strictPlot } from './strictPlot.ts';

const parts = ['passed', 'inProgress', 'dismissed', 'abandoned', 'broken'] as const;
type Part = (typeof parts)[number];
interface Segment {
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly title: string;
}
/** From this width on, in pixels per digit, a count is written into its segment. */
const digitPx = 9;
const barPx = 20;

/** One bar per step, as long as the runs that reached it, divided by what became of them. */
export const drawFunnel = (
  words: Words,
  figures: readonly StepFigures[],
  widthPx: number,
  label: string,
): SVGSVGElement => {
  const { say, format } = words;
  const most = Math.max(1, ...figures.map((one) => one.step.reached));
  const narrow = isNarrow(widthPx);
  const row = rowPx(widthPx);
  const insets = { insetTop: row - barPx - 10, insetBottom: 10 };
  const perRun = widthPx / most;
  const segments = (part: Part): readonly Segment[] => figures.flatMap((one) => segmentOf(words, one, part));
  const bars: Markish[] = parts.map((part) =>
    barX(segments(part), {
      x1: 'from',
      x2: 'to',
      y: 'number',
      ...insets,
      fill: part === 'broken' ? 'url(#hatch-broken)' : part === 'inProgress' ? 'none' : `var(--chart-${part})`,
      stroke: part === 'inProgress' ? 'var(--chart-abandoned)' : 'var(--surface)',
      strokeDasharray: part === 'inProgress' ? '3 3' : 'none',
      strokeWidth: 1,
      title: 'title',
    }),
  );
  const counts: Markish[] = (['passed', 'dismissed', 'abandoned'] as const).map((part) => {
    const wide = segments(part).filter(
      ({ from, to }) => (to - from) * perRun > format.count(to - from).length * digitPx + 8,
    );
    return text(wide, {
      x: ({ from, to }: Segment) => (from + to) / 2,
      y: 'number',
      text: ({ from, to }: Segment) => format.count(to - from),
      dy: row / 2 - barPx / 2 - 10,
      fill: `var(--on-${part})`,
      fontSize: 12,
      fontWeight: 600,
    });
  });
  const line = (index: number) => -row / 2 + 14 + index * 18;
  const dropText = ({ step, left }: StepFigures) =>
    step.dropOff.rate.value === null
      ? say.funnel.nobody
      : say.funnel.label(format.count(left), format.count(step.reached), format.rate(step.dropOff.rate.value));
  return strictPlot(
    {
      width: widthPx,
      height: funnelPx(widthPx, figures.length),
      marginLeft: 0,
      marginRight: 0,
      marginTop: 0,
      marginBottom: axisPx,
      x: { domain: [0, most], range: [1, widthPx - 1] },
      y: { type: 'band', domain: figures.map((one) => one.number), padding: 0, axis: null },
      marks: [
        barX(figures, { x1: 0, x2: most, y: 'number', ...insets, fill: 'var(--track)' }),
        ...bars,
        ...counts,
        text(figures, {
          x: () => 0,
          y: 'number',
          text: ({ number, step }: StepFigures) =>
            fitText(`${number}  ${step.title}`, narrow ? widthPx : widthPx * 0.62, 14),
          textAnchor: 'start',
          dy: line(0),
          fontSize: 14,
          fontWeight: 600,
          fill: 'var(--ink)',
        }),
        text(figures, {
          x: () => (narrow ? 0 : most),
          y: 'number',
          text: dropText,
          textAnchor: narrow ? 'start' : 'end',
          dy: line(narrow ? 1 : 0),
          fontSize: 13,
          fill: 'var(--muted)',
        }),
        axisX({
          ticks: wholeTicks(most, narrow ? 3 : 6),
          tickFormat: (value: number) => format.count(value),
          tickSize: 4,
          label: null,
          fontSize: 12,
          color: 'var(--muted)',
          textAnchor: 'middle',
        }),
      ],
    },
    label,
  );
};

const segmentOf = (words: Words, figures: StepFigures, part: Part): readonly Segment[] => {
  const { dismissed, abandoned, broken } = figures.step.dropOff;
  const sizes: Readonly<Record<Part, number>> = {
    passed: figures.passed,
    inProgress: figures.step.inProgress,
    dismissed,
    abandoned,
    broken,
  };
  if (sizes[part] === 0) return [];
  const from = parts.slice(0, parts.indexOf(part)).reduce((sum, before) => sum + sizes[before], 0);
  const { say, format } = words;
  const title = say.funnel.mark(say.funnel[part], format.count(sizes[part]), format.count(figures.step.reached));
  return [{ number: figures.number, from, to: from + sizes[part], title }];
};

/** Round steps from 0 without fractions: half a run is none. */
export const wholeTicks = (most: number, wanted: number): readonly number[] => {
  const rough = most / wanted;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? 1;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
};
