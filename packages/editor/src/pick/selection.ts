import type { Aim } from './aim.ts';
import { beside, type Limits, narrower, wider } from './tree.ts';
import { nextStop } from './walk.ts';

/** What is selected now, and the ways on from there. What changes it returns whether something else is selected. */
export interface Selection {
  readonly element: Element | undefined;
  /** The pointer is over these, the topmost first. */
  aim(aims: readonly Aim[]): boolean;
  /** What lies beneath it at the pointer; after the lowest, the topmost again. */
  beneath(): boolean;
  widen(): void;
  /** Back on the way that was widened, else into the first child. */
  narrow(): void;
  neighbour(by: 1 | -1): void;
  /** To the next or the previous that people can use, and brings it on the screen. */
  step(by: 1 | -1): void;
  forget(): boolean;
}

export const createSelection = (page: Window, limits: Limits): Selection => {
  let element: Element | undefined;
  /** The way inwards, the nearest last. */
  let inwards: Element[] = [];
  let aims: readonly Aim[] = [];
  let depth = 0;

  const take = (next: Element, way: readonly Element[]): boolean => {
    const other = next !== element;
    element = next;
    inwards = [...way];
    return other;
  };
  const isSame = (next: readonly Aim[]): boolean =>
    next.length === aims.length &&
    next.every((it, index) => it.element === aims[index]?.element && it.within[0] === aims[index]?.within[0]);
  const forget = (): boolean => {
    const had = element !== undefined;
    element = undefined;
    inwards = [];
    aims = [];
    depth = 0;
    return had;
  };
  return {
    get element() {
      return element;
    },
    forget,
    aim(next) {
      // A pointer that trembles undoes nothing that the keys chose.
      if (element && isSame(next)) return false;
      const [top] = next;
      if (top === undefined) return forget();
      aims = next;
      depth = 0;
      return take(top.element, top.within);
    },
    beneath() {
      depth = (depth + 1) % Math.max(1, aims.length);
      const aim = aims[depth];
      return aim ? take(aim.element, aim.within) : false;
    },
    widen() {
      const next = element && wider(element, limits);
      if (element && next) take(next, [...inwards, element]);
    },
    narrow() {
      const next = inwards.findLast((it) => limits.mayPick(it)) ?? (element && narrower(element, limits));
      if (next) take(next, inwards.slice(0, Math.max(0, inwards.lastIndexOf(next))));
    },
    neighbour(by) {
      const next = element && beside(element, by, limits);
      if (next) take(next, []);
    },
    step(by) {
      const next = nextStop(page.document, element, by, limits);
      if (!next) return;
      bringOnScreen(next);
      // Elsewhere than the pointer: wherever that goes now is another place.
      aims = [];
      take(next, []);
    },
  };
};

const bringOnScreen = (element: Element): void => {
  const { top, left, bottom, right } = element.getBoundingClientRect();
  const view = element.ownerDocument.defaultView;
  const inside = view && top >= 0 && left >= 0 && bottom <= view.innerHeight && right <= view.innerWidth;
  if (!inside) element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
};
