import introJs from 'intro.js';
import 'intro.js/introjs.css';
import { STOPS } from '../steps.ts';
import { offer } from './guide.ts';

let tour: ReturnType<typeof introJs.tour> | undefined;

offer({
  start: () => {
    tour = introJs
      .tour()
      .setOptions({ steps: STOPS.map(({ target, title, text }) => ({ element: target, title, intro: text })) });
    return tour.start();
  },
  next: () => void tour?.nextStep(),
  stop: () => tour?.exit(true),
  card: () => document.querySelector('.introjs-tooltip'),
});
