import type { HotspotElement } from '../../elements/surfaces/index.ts';
import type { StepView } from '../../ports.ts';
import type { Box } from '../beside.ts';
import { holds, parentOf } from '../dom.ts';
import { roomOf, round, set } from '../place.ts';
import { rectOf } from '../rect.ts';

/** How far the beacon reaches over its target from the corner, px: what is pointed at stays free. */
const OVER_PX = 8;
/** The share of the target that the beacon may cover where the edge of the screen moves it. */
const COVERED_MAX = 0.25;
/** Whatever can lie over the page, apart from what is fixed. */
const LAYERS = 'dialog,[role=dialog],[role=alertdialog],[aria-modal=true],:popover-open';

/** -1, 0 and 1 from the left to the right, and from the top to the bottom. */
type Corner = readonly [x: number, y: number];

/** Puts the beacon on its corner of the target. False when the corner is not on the screen: scrolled away, or covered. Then it is out of sight. */
export const placeBeacon = (element: HotspotElement, target: Element, view: StepView): boolean => {
  const { card, beacon } = element;
  // What has left the page is on no screen; what takes its place is on its way.
  if (!card || !beacon || !target.isConnected) return false;
  const rect = rectOf(target);
  const room = roomOf(element, 0);
  const [width, height] = [beacon.offsetWidth, beacon.offsetHeight];
  const corner = fitting(rect, { width, height }, room, cornerOf(view, card.dir === 'rtl'));
  const box = within(boxAt(rect, { width, height }, corner), room);
  const [left, top] = [round(box.x), round(box.y)];
  const visible = isOnScreen(target, rect, corner, room, element);
  set(card, { transform: `translate(${left}px,${top}px)`, visibility: visible ? 'visible' : 'hidden' });
  set(element, { '--_x': `${left}px`, '--_y': `${top}px`, '--_w': `${width}px`, '--_h': `${height}px` });
  // The dot stays at the corner, also where the area to be touched is larger; with words it stands beside them.
  const alone = view.beaconLabel === undefined;
  set(beacon, {
    'justify-content': !alone ? 'normal' : corner[0] > 0 ? 'left' : corner[0] < 0 ? 'right' : 'center',
    'align-items': !alone || !corner[1] ? 'center' : corner[1] > 0 ? 'start' : 'end',
  });
  return visible;
};

const cornerOf = ({ step }: StepView, rtl: boolean): Corner => {
  const at = step.beacon?.position ?? 'top-end';
  const inline = at.endsWith('start') ? -1 : at.endsWith('end') ? 1 : 0;
  return [rtl ? -inline : inline, at.startsWith('top') ? -1 : at.startsWith('bottom') ? 1 : 0];
};

interface Size {
  readonly width: number;
  readonly height: number;
}
const boxAt = (rect: Box, { width, height }: Size, [x, y]: Corner): Box => {
  const along = (from: number, length: number, own: number, at: number): number => {
    const over = Math.min(OVER_PX, length / 3);
    return at > 0 ? from + length - over : at < 0 ? from + over - own : from + (length - own) / 2;
  };
  return { x: along(rect.x, rect.width, width, x), y: along(rect.y, rect.height, height, y), width, height };
};

/** Moved into the room, as far as it was out of it. */
const within = (box: Box, room: Box): Box => ({
  ...box,
  x: clamp(box.x, room.x, room.x + room.width - box.width),
  y: clamp(box.y, room.y, room.y + room.height - box.height),
});

/** The corner that was asked for, or one across from it where only there the beacon leaves the target free. */
const fitting = (rect: Box, size: Size, room: Box, [x, y]: Corner): Corner => {
  const corners: readonly Corner[] = [
    [x, y],
    [-x, y],
    [x, -y],
    [-x, -y],
  ];
  const covers = (corner: Corner): number => {
    const box = within(boxAt(rect, size, corner), room);
    const shared = (from: number, length: number, own: number, ownLength: number): number =>
      Math.max(0, Math.min(from + length, own + ownLength) - Math.max(from, own));
    return shared(rect.x, rect.width, box.x, box.width) * shared(rect.y, rect.height, box.y, box.height);
  };
  return corners.find((corner) => covers(corner) <= rect.width * rect.height * COVERED_MAX) ?? [x, y];
};

const isOnScreen = (target: Element, rect: Box, [x, y]: Corner, room: Box, own: Element): boolean => {
  const inset = (at: number, length: number): number => (length / 2) * (at + 1) - at * Math.min(1, length / 2);
  const [dx, dy] = [inset(x, rect.width), inset(y, rect.height)];
  if (!isIn(room, rect.x + dx, rect.y + dy)) return false;
  const dialog = own.parentElement;
  if (dialog?.matches('dialog:modal') && !holds(dialog, target)) return false;
  for (let box = outward(target); box; box = outward(box)) {
    const { overflowX, overflowY, position } = getComputedStyle(box);
    const clips = overflowX !== 'visible' || overflowY !== 'visible' || box.localName === 'iframe';
    if (clips && box !== document.body && !isIn(rectOf(box), rect.x + dx, rect.y + dy)) return false;
    if (position === 'fixed') break;
  }
  const local = target.getBoundingClientRect();
  const root = target.getRootNode() as Document | ShadowRoot;
  const hit = root
    .elementsFromPoint(local.x + inset(x, local.width), local.y + inset(y, local.height))
    .find((it) => !it.localName.startsWith('shirube-'));
  return !hit || !isLayerOver(hit, target);
};

/** Whether it lies over the target as a layer does: not a part of it, nor what it stands in. */
const isLayerOver = (hit: Element, target: Element): boolean => {
  for (let at: Element | null = hit; at && !holds(at, target); at = parentOf(at)) {
    if (at === target) return false;
    if (at.matches(LAYERS) || /sticky|fixed/.test(getComputedStyle(at).position)) return true;
  }
  return false;
};

const isIn = (box: Box, x: number, y: number): boolean =>
  x >= box.x - 1 && y >= box.y - 1 && x <= box.x + box.width + 1 && y <= box.y + box.height + 1;

/** The next element outwards, through shadow roots and frames; the root of a page clips nothing. */
const outward = (element: Element): Element | null => {
  const parent = parentOf(element);
  return parent === element.ownerDocument.documentElement
    ? ((element.ownerDocument.defaultView?.frameElement as Element | null | undefined) ?? null)
    : parent;
};

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));
