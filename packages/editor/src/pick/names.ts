import { nameOf } from '@shirube/runtime/target';
import { isInteractive } from './interactive.ts';

const CONTAINER = 'div,section,main,nav,header,footer,aside,form,fieldset,article,dialog,ul,ol,li,table,tbody,thead,tr';
const HEADING = 'h1,h2,h3,h4,h5,h6,[role=heading],legend,caption';

/** What an element is called. What holds others is called by its label or its heading, not by all that they say; '' for none. */
export const ownName = (element: Element): string => {
  const holdsOthers = element.childElementCount > 0 && element.matches(CONTAINER) && !isInteractive(element);
  if (!holdsOthers || element.matches('[aria-label],[aria-labelledby]')) return nameOf(element);
  const heading = element.querySelector(HEADING);
  return heading ? nameOf(heading) : '';
};

export const cut = (text: string, max: number): string => {
  const letters = [...text];
  return letters.length > max ? `${letters.slice(0, max).join('')}…` : text;
};
