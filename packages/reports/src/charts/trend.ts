import { areaY, axisX, axisY, dot, gridY, lineY, pointerX, ruleX, ruleY, text, tip } from '@observablehq/plot';
import type { TourReport } from '@shirube/schema/report';
import { utcMidnight } from '../lib/day.ts';
import type { Words } from '../locale/words.ts';
import { wholeTicks } from './funnel.ts';
import { isNarrow, trendPx } from './sizes.ts';
import { strictPlot } from './strictPlot.ts';

type Day = TourReport['days'][number];
const labelPx = 14;

/** Started and completed runs per day, labelled at their ends; the axis starts at 0. */
export const drawTrend = (words: Words, days: readonly Day[], widthPx: number, label: string): SVGSVGElement => {
  const { say, format } = words;
  const narrow = isNarrow(widthPx);
  const height = trendPx(widthPx);
  const most = Math.max(1, ...days.map((day) => Math.max(day.started, day.completed)));
  const ticks = wholeTicks(most, 4);
  const top = most === ticks.at(-1) ? most : most * 1.04;
  const x = (day: Day) => new Date(utcMidnight(day.day));
  const last = days.at(-1);
  const margins = {
    marginTop: 16,
    marginBottom: 28,
    marginLeft: 8 + 8 * format.count(most).length,
    marginRight: narrow ? 78 : 84,
  };
  // Two labels at nearly the same height would cover each other: push them apart.
  const apartPx = last ? ((last.started - last.completed) / top) * (height - 44) : labelPx;
  const push = apartPx < labelPx ? (labelPx - apartPx) / 2 : 0;
  const end = (key: 'started' | 'completed', dy: number, fill: string) =>
    text(last ? [last] : [], {
      x,
      y: key,
      text: () => say.trend[key],
      textAnchor: 'start',
      dx: 8,
      dy,
      fontSize: 12,
      fontWeight: 600,
      fill,
    });
  const dots = days.length <= 31;
  return strictPlot(
    {
      width: widthPx,
      height,
      ...margins,
      x: { type: 'utc' },
      y: { domain: [0, top] },
      marks: [
        gridY(ticks, { stroke: 'var(--line)', strokeOpacity: 1 }),
        ruleY([0], { stroke: 'var(--control)' }),
        areaY(days, { x, y: 'completed', fill: 'var(--chart-passed)', fillOpacity: 0.14 }),
        lineY(days, { x, y: 'started', stroke: 'var(--muted)', strokeWidth: 1.5, strokeDasharray: '4 3' }),
        lineY(days, { x, y: 'completed', stroke: 'var(--chart-passed)', strokeWidth: 2 }),
        dots ? dot(days, { x, y: 'started', r: 2.5, fill: 'var(--surface)', stroke: 'var(--muted)' }) : [],
        dots ? dot(days, { x, y: 'completed', r: 2.5, fill: 'var(--chart-passed)' }) : [],
        end('started', -push, 'var(--muted)'),
        end('completed', push, 'var(--chart-passed)'),
        axisY(ticks, {
          tickFormat: (value: number) => format.count(value),
          tickSize: 0,
          label: null,
          fontSize: 12,
          color: 'var(--muted)',
        }),
        axisX(dayTicks(days, narrow ? 3 : 7), {
          tickFormat: (value: Date) => format.shortDay(value.toISOString().slice(0, 10)),
          tickSize: 4,
          label: null,
          fontSize: 12,
          color: 'var(--muted)',
        }),
        ruleX(days, pointerX({ x, stroke: 'var(--control)' })),
        tip(
          days,
          pointerX({
            x,
            y: 'started',
            fill: 'var(--surface)',
            stroke: 'var(--control)',
            fontSize: 12,
            lineHeight: 1.4,
            title: (day: Day) =>
              `${format.day(day.day)}\n${say.trend.started} ${format.count(day.started)}\n${say.trend.completed} ${format.count(day.completed)}`,
          }),
        ),
      ],
    },
    label,
  );
};

/** At most `wanted` days, evenly spread, so that the labels never touch. */
const dayTicks = (days: readonly Day[], wanted: number): readonly Date[] => {
  const every = Math.max(1, Math.ceil(days.length / wanted));
  return days.filter((_, index) => index % every === 0).map((day) => new Date(utcMidnight(day.day)));
};
