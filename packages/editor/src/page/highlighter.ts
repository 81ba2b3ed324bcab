import { watchTarget } from '@shirube/runtime/target';
import type { Step } from '@shirube/schema/tour';
import type { TargetStatus } from '../model/state.ts';
import { rectInPage } from './rect.ts';

type Target = NonNullable<Step['target']>;

export interface Highlighter {
  /** Looks for the target, tells whenever the answer changes, brings it on the screen once, and follows it until `hide`. */
  show(target: Target, onStatus: (status: TargetStatus) => void): void;
  /** Safe to call when nothing is shown. */
  hide(): void;
}

/** Room between the element and the outline, CSS px. */
const GAP = 4;

/**
 * Draws `frame`, an element of the editor's own, around a target. The page is read, and scrolled when the target is off the screen;
 * nothing in it is changed. While something is shown it looks at the target's place every frame, and at nothing otherwise.
 */
export const createHighlighter = (frame: HTMLElement, page: Window): Highlighter => {
  let stop = (): void => {};

  const hide = (): void => {
    stop();
    stop = () => {};
    frame.hidden = true;
  };

  return {
    hide,
    show(target, onStatus) {
      hide();
      let element: Element | null = null;
      let broughtOn = false;
      let request = 0;
      const follow = (): void => {
        draw(frame, element === null ? undefined : rectInPage(element, page));
        request = page.requestAnimationFrame(follow);
      };
      const unwatch = watchTarget(target, page.document, (answer) => {
        element = answer.element;
        onStatus(answer.status);
        if (element === null || broughtOn || answer.status === 'hidden') return;
        broughtOn = true;
        bringOnScreen(element, page);
      });
      request = page.requestAnimationFrame(follow);
      stop = () => {
        unwatch();
        page.cancelAnimationFrame(request);
      };
    },
  };
};

const draw = (frame: HTMLElement, rect: DOMRect | undefined): void => {
  const drawn = rect !== undefined && rect.width > 0 && rect.height > 0;
  frame.hidden = !drawn;
  if (!drawn) return;
  // Property by property, which a strict style-src allows; a style attribute would be refused.
  frame.style.setProperty('transform', `translate(${rect.x - GAP}px, ${rect.y - GAP}px)`);
  frame.style.setProperty('width', `${rect.width + 2 * GAP}px`);
  frame.style.setProperty('height', `${rect.height + 2 * GAP}px`);
};

const bringOnScreen = (element: Element, page: Window): void => {
  const rect = rectInPage(element, page);
  const inside = rect.top >= 0 && rect.left >= 0 && rect.bottom <= page.innerHeight && rect.right <= page.innerWidth;
  if (!inside) element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
};
