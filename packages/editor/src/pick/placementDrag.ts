import type { Placement } from '@shirube/schema/tour';
import { rectInPage } from '../page/rect.ts';
import { type PickLocale, pickTexts } from './locale/index.ts';
import { createLayer, move, stand } from './overlay.ts';
import { nearestSpot, type Spot, spotByKey, spotsAround } from './spots.ts';

export interface PlacementDragOptions {
  readonly page: Window;
  /** Where the grip and the ghosts are drawn: inside the editor's shadow root, above the card. */
  readonly layer: ShadowRoot | HTMLElement;
  readonly target: Element;
  /** The card as end users see it; it is read and never moved. */
  readonly card: HTMLElement;
  /** Where the step stands now. */
  readonly placement: Placement;
  readonly locale: PickLocale;
  /** Dropped, or chosen by a key. A double click gives `auto`. */
  readonly onPlace: (placement: Placement) => void;
  /** While dragging, at every other spot; with the first one again when the drag was given up. */
  readonly onPreview: (placement: Placement) => void;
}
export interface PlacementDrag {
  /** The step stands elsewhere now. */
  update(placement: Placement): void;
  /** Takes everything out again. Safe to call twice. */
  dispose(): void;
}

/** Less is a click, CSS px. */
const DRAG_PX = 4;

interface Drag {
  readonly from: { readonly x: number; readonly y: number };
  /** From the pointer to the middle of the card. */
  readonly toMiddle: { readonly x: number; readonly y: number };
  moved: boolean;
  spot: Spot | undefined;
}

/** Lets a person drag a step's card around its target, or move it there by the arrow keys of a grip on its edge. */
export const createPlacementDrag = (options: PlacementDragOptions): PlacementDrag => {
  const { page, layer, target, card, locale, onPlace, onPreview } = options;
  const texts = pickTexts[locale];
  const { host, root } = createLayer(layer, page, texts);
  const { grip, ghost, words, dots } = draw(root, page);
  const stop = new AbortController();
  let { placement } = options;
  let drag: Drag | undefined;
  let frame = 0;

  const dir = (): 'ltr' | 'rtl' => (getComputedStyle(card).direction === 'rtl' ? 'rtl' : 'ltr');
  const spots = () => spotsAround(rectInPage(target, page), card.getBoundingClientRect(), dir());
  const update = (now: Placement): void => {
    placement = now;
    grip.ariaLabel = texts.move(texts.placement[now]);
  };
  const place = (now: Placement): void => {
    update(now);
    onPlace(now);
  };
  const end = (): void => {
    drag = undefined;
    ghost.hidden = true;
    for (const dot of dots) dot.hidden = true;
    grip.classList.remove('dragged');
  };
  const cancel = (): void => {
    const previewed = drag?.spot !== undefined;
    end();
    if (previewed) onPreview(placement);
  };
  const follow = (): void => {
    const { x, y, width } = card.getBoundingClientRect();
    move(grip, Math.round(x + width / 2 - 14), Math.round(y - 14));
    grip.hidden = width === 0;
    frame = page.requestAnimationFrame(follow);
  };
  const preview = (point: { readonly x: number; readonly y: number }): void => {
    if (!drag) return;
    const all = spots();
    const near = nearestSpot(all, point, { width: page.innerWidth, height: page.innerHeight });
    if (!near) return;
    const [spot, rect] = near;
    all.forEach(([name, at], index) => {
      const dot = dots[index];
      if (!dot) return;
      dot.hidden = false;
      dot.classList.toggle('near', name === spot);
      move(dot, at.x + at.width / 2 - 5, at.y + at.height / 2 - 5);
    });
    ghost.hidden = false;
    words.textContent = texts.placement[spot];
    stand(ghost, rect);
    if (spot === drag.spot) return;
    drag.spot = spot;
    onPreview(spot);
  };

  const start = (event: PointerEvent): void => {
    if (event.button !== 0 || isForItself(event, grip)) return;
    const { x, y, width, height } = card.getBoundingClientRect();
    const from = { x: event.clientX, y: event.clientY };
    drag = { from, toMiddle: { x: x + width / 2 - from.x, y: y + height / 2 - from.y }, moved: false, spot: undefined };
    grip.setPointerCapture(event.pointerId);
  };
  const on = <Name extends keyof HTMLElementEventMap>(
    at: HTMLElement,
    name: Name,
    listener: (event: HTMLElementEventMap[Name]) => void,
  ): void => at.addEventListener(name, listener, { signal: stop.signal });
  on(grip, 'pointerdown', start);
  on(card, 'pointerdown', start);
  on(grip, 'pointermove', ({ clientX, clientY }) => {
    if (!drag) return;
    drag.moved ||= Math.hypot(clientX - drag.from.x, clientY - drag.from.y) > DRAG_PX;
    if (!drag.moved) return;
    grip.classList.add('dragged');
    preview({ x: clientX + drag.toMiddle.x, y: clientY + drag.toMiddle.y });
  });
  on(grip, 'pointerup', () => {
    const spot = drag?.spot;
    end();
    if (spot !== undefined) place(spot);
  });
  on(grip, 'pointercancel', cancel);
  on(grip, 'dblclick', () => place('auto'));
  on(grip, 'keydown', (event) => {
    const now = event.key === 'Enter' ? 'auto' : spotByKey(placement, event, dir());
    if (now === undefined) return;
    event.preventDefault();
    place(now);
  });
  page.addEventListener(
    'keydown',
    (event) => {
      if (drag === undefined || event.key !== 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      cancel();
    },
    { capture: true, signal: stop.signal },
  );
  update(placement);
  grip.ariaDescription = texts.moveKeys;
  grip.title = texts.moveKeys;
  frame = page.requestAnimationFrame(follow);
  return {
    update,
    dispose() {
      stop.abort();
      page.cancelAnimationFrame(frame);
      host.remove();
    },
  };
};

/** What is written in or pressed on the card is not dragged. */
const isForItself = (event: Event, grip: Element): boolean => {
  for (const at of event.composedPath() as Partial<HTMLElement>[]) {
    if (at === grip) return false;
    if (at.isContentEditable || /^(a|button|input|textarea|select|video|iframe)$/.test(at.localName ?? '')) return true;
  }
  return false;
};

const draw = (root: HTMLElement, page: Window) => {
  const make = (className: string): HTMLElement => {
    const made = page.document.createElement('div');
    made.className = className;
    made.hidden = true;
    made.ariaHidden = 'true';
    root.append(made);
    return made;
  };
  const dots = Array.from({ length: 12 }, () => make('spot'));
  const ghost = make('ghost');
  const words = page.document.createElement('span');
  ghost.append(words);
  const grip = page.document.createElement('button');
  grip.type = 'button';
  grip.className = 'grip';
  grip.append(gripIcon(page.document));
  root.append(grip);
  return { grip, ghost, words, dots };
};

const gripIcon = (page: Document): SVGElement => {
  const svg = page.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [name, value] of Object.entries({
    viewBox: '0 0 16 16',
    width: '16',
    height: '16',
    'aria-hidden': 'true',
  }))
    svg.setAttribute(name, value);
  const path = page.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute(
    'd',
    'M8 2v12M2 8h12M6.500 3.500L8 2l1.500 1.500M6.500 12.500L8 14l1.500-1.500M3.500 6.500L2 8l1.500 1.500M12.500 6.500L14 8l-1.500 1.500',
  );
  svg.append(path);
  return svg;
};
