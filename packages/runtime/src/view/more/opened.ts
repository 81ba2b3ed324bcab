import type { Disposer } from '../../ports.ts';
import { isVisible } from '../../target/visible.ts';
import { type Answer, type Box, beside, type Question } from '../beside.ts';
import { OPENERS } from '../openers.ts';
import { rectOf } from '../rect.ts';

const POPUPS = '[role=menu],[role=listbox]';

/** The menus, lists and popovers that the target has opened and that can be seen now, wherever in the page they are. */
export const openedFrom = (target: Element): Element[] => {
  // Replaced a moment ago, it has no page to look in.
  if (!target.isConnected) return [];
  const page = target.getRootNode() as Document | ShadowRoot;
  const found = new Set<Element>(target.querySelectorAll(`${POPUPS},:popover-open`));
  for (const opener of openersOf(target)) {
    const ids = ['aria-controls', 'aria-owns', 'popovertarget'].map((name) => opener.getAttribute(name) ?? '');
    const named = ids
      .join(' ')
      .split(/\s+/)
      .flatMap((id) => (id && page.getElementById(id)) || []);
    // Whoever says nothing about it, and has a popover, is asked no further: the popover knows whether it is open.
    if (opener.getAttribute('aria-expanded') === 'true') {
      const any = opener.matches('[aria-haspopup]') && !named.length ? page.querySelectorAll(POPUPS) : [];
      for (const it of [...named, ...any]) found.add(it);
    } else for (const it of named) if (it.matches(':popover-open')) found.add(it);
  }
  return [...found].filter((it) => isVisible(it) && !it.contains(target));
};

/** As `beside`, and clear of what the target has opened; undefined where there is no such place. */
export const besideOpened = (question: Question, opened: readonly Box[]): Answer | undefined => {
  const { target, card, placement } = question;
  const isClear = ({ x, y }: Answer): boolean =>
    opened.every(
      (it) => x >= it.x + it.width || x + card.width <= it.x || y >= it.y + it.height || y + card.height <= it.y,
    );
  for (const side of [placement, 'bottom', 'top', 'right', 'left'] as const) {
    const answer = beside({ ...question, placement: side });
    if (isClear(answer)) return answer;
  }
  const around = beside({ ...question, target: union([target, ...opened]) });
  return isClear(around) ? { ...around, arrow: undefined } : undefined;
};

export const union = (boxes: readonly Box[]): Box => {
  const [x, y] = [Math.min(...boxes.map((it) => it.x)), Math.min(...boxes.map((it) => it.y))];
  const right = Math.max(...boxes.map((it) => it.x + it.width));
  const bottom = Math.max(...boxes.map((it) => it.y + it.height));
  return { x, y, width: right - x, height: bottom - y };
};

/** Calls when what the target has opened appears, moves or goes. Looks once a frame while something is open, and not at all else. */
export const watchOpened = (target: () => Element | null, onChange: () => void): Disposer => {
  let frame = 0;
  let last = '';
  const look = (): void => {
    frame = 0;
    const pointed = target();
    const openers = pointed ? openersOf(pointed) : [];
    const opened = pointed ? openedFrom(pointed).map(rectOf) : [];
    const now = opened.map(({ x, y, width, height }) => [x, y, width, height].join()).join();
    if (now !== last) {
      last = now;
      onChange();
    }
    // Said to be open, it may still be on its way.
    if (now || openers.some((it) => it.getAttribute('aria-expanded') === 'true')) wake();
  };
  const wake = (): void => {
    frame ||= requestAnimationFrame(look);
  };
  const states = new MutationObserver(wake);
  states.observe(document, { subtree: true, attributes: true, attributeFilter: ['aria-expanded'] });
  document.addEventListener('toggle', wake, true);
  wake();
  return () => {
    cancelAnimationFrame(frame);
    states.disconnect();
    document.removeEventListener('toggle', wake, true);
  };
};

const openersOf = (target: Element): Element[] => [
  ...[target.closest(OPENERS) ?? []].flat(),
  ...target.querySelectorAll(OPENERS),
];
