// In JavaScript, because React brings no types of its own and no other part of the workspace needs them.
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Joyride } from 'react-joyride';
import { LATER, STOPS } from '../steps.ts';
import { offer } from './guide.ts';

const root = createRoot(document.body.appendChild(document.createElement('div')));
const step = ({ target, title, text, spotlight }) => ({
  target,
  title,
  content: text,
  skipBeacon: true,
  hideOverlay: !spotlight,
});
let runs = 0;
const run = (stops, options) =>
  root.render(createElement(Joyride, { key: ++runs, steps: stops.map(step), run: true, continuous: true, options }));

offer({
  start: () => run(STOPS, {}),
  wait: () => run([LATER], { targetWaitTimeout: 60_000 }),
  next: () => document.querySelector('.react-joyride__tooltip [data-action=primary]')?.click(),
  stop: () => root.render(null),
  card: () => document.querySelector('.react-joyride__tooltip'),
});
