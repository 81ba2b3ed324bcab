import Shepherd from 'shepherd.js';
import 'shepherd.js/dist/css/shepherd.css';
import { STOPS } from '../steps.ts';
import { offer } from './guide.ts';

let tour: InstanceType<typeof Shepherd.Tour> | undefined;

offer({
  start: () => {
    const made = new Shepherd.Tour({ useModalOverlay: true, defaultStepOptions: { scrollTo: { block: 'center' } } });
    made.addSteps(
      STOPS.map(({ target, title, text }) => ({
        title,
        text,
        attachTo: { element: target, on: 'bottom' as const },
        cancelIcon: { enabled: true },
        buttons: [
          { text: 'Back', secondary: true, action: () => made.back() },
          { text: 'Next', action: () => made.next() },
        ],
      })),
    );
    tour = made;
    return made.start();
  },
  next: () => void tour?.next(),
  stop: () => tour?.cancel(),
  // The cards of earlier steps stay on the page, hidden.
  card: () => document.querySelector('.shepherd-element:not([hidden])'),
});
