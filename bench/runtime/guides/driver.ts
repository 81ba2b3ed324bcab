import { type Driver, type DriveStep, driver } from 'driver.js';
import 'driver.js/dist/driver.css';
import { LATER, STOPS, type Stop } from '../steps.ts';
import { offer } from './guide.ts';

const step = ({ target, title, text }: Stop): DriveStep => ({ element: target, popover: { title, description: text } });
let tour: Driver | undefined;

offer({
  start: () => {
    tour = driver({ steps: STOPS.map(step), showProgress: true });
    tour.drive();
  },
  wait: () => {
    tour = driver({ steps: [step(LATER)], waitForElement: 60_000 });
    tour.drive();
  },
  next: () => tour?.moveNext(),
  stop: () => tour?.destroy(),
  card: () => document.querySelector('.driver-popover'),
});
