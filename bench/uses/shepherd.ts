import Shepherd, { type StepOptions } from 'shepherd.js';
import 'shepherd.js/dist/css/shepherd.css';

Object.assign(globalThis, {
  tour: (steps: StepOptions[]) => {
    const tour = new Shepherd.Tour();
    tour.addSteps(steps);
    return tour.start();
  },
});
