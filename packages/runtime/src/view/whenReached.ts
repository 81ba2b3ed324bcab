import type { Disposer } from '../ports.ts';
import type { Unreached } from './reach.ts';

/**
 * Calls with undefined, once, when a person could see the element and get at it; at once, without loading anything, when its middle is on
 * the screen and nothing is over it. Before that, with each reason why not.
 */
export const whenReached = (element: Element, onAnswer: (why: Unreached | undefined) => void): Disposer => {
  const { x, y, width, height } = element.getBoundingClientRect();
  const root = element.getRootNode() as Document | ShadowRoot;
  const hit = root.elementsFromPoint(x + width / 2, y + height / 2).find((it) => !it.localName.startsWith('shirube-'));
  let stop: Disposer = () => {};
  let stopped = false;
  if (hit && element.contains(hit) && element.ownerDocument === document) onAnswer(undefined);
  else
    import('./reach.ts').then(
      ({ watchReach }) => {
        if (!stopped) stop = watchReach(element, onAnswer);
      },
      // Without that part, what was found is shown.
      () => {
        if (!stopped) onAnswer(undefined);
      },
    );
  return () => {
    stopped = true;
    stop();
  };
};
