import type { Placement } from '@shirube/schema/tour';

export type Side = 'top' | 'right' | 'bottom' | 'left';
/** All in CSS pixels, from the top left corner of the window. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Question {
  readonly target: Box;
  readonly card: { readonly width: number; readonly height: number };
  /** Where the card may be. */
  readonly room: Box;
  readonly placement: Placement;
  /** Between the target and the card. */
  readonly gap: number;
  readonly dir: 'ltr' | 'rtl';
}
/** `arrow` is the middle of the arrow along the card's edge, from its left or top end; undefined where it could not point at the target. */
export interface Answer {
  readonly x: number;
  readonly y: number;
  readonly side: Side;
  readonly arrow: number | undefined;
}

/** How near the arrow's middle may come to the card's corner, px. */
const CORNER_PX = 18;
const OPPOSITE: Readonly<Record<Side, Side>> = { top: 'bottom', right: 'left', bottom: 'top', left: 'right' };

/**
 * Puts a card beside a target: on the asked side, else on the opposite one, else wherever there is room, else where there is
 * most. It is moved along the edge, and at last over the target, so that it is always whole inside the room that there is.
 */
export const beside = ({ target, card, room, placement, gap, dir }: Question): Answer => {
  const [asked, align] = (placement === 'auto' ? 'bottom' : placement).split('-') as [Side, string | undefined];
  const right = room.x + room.width;
  const bottom = room.y + room.height;
  const spare: Readonly<Record<Side, number>> = {
    top: target.y - gap - room.y - card.height,
    bottom: bottom - target.y - target.height - gap - card.height,
    left: target.x - gap - room.x - card.width,
    right: right - target.x - target.width - gap - card.width,
  };
  const order: readonly Side[] = [asked, OPPOSITE[asked], 'bottom', 'top', 'right', 'left'];
  const side = order.find((it) => spare[it] >= 0) ?? order.reduce((best, it) => (spare[it] > spare[best] ? it : best));
  const vertical = side === 'top' || side === 'bottom';
  // Along an edge that lies in the direction of the text, start and end follow that direction.
  const share = !align ? 0.5 : (align === 'start') === (!vertical || dir === 'ltr') ? 0 : 1;
  // Beside a small target an aligned card is moved on, until its arrow can reach the target's middle.
  const shift = (size: number): number => (2 * share - 1) * Math.max(0, CORNER_PX - size / 2);
  const x = vertical
    ? target.x + (target.width - card.width) * share + shift(target.width)
    : side === 'left'
      ? target.x - gap - card.width
      : target.x + target.width + gap;
  const y = !vertical
    ? target.y + (target.height - card.height) * share + shift(target.height)
    : side === 'top'
      ? target.y - gap - card.height
      : target.y + target.height + gap;
  const left = clamp(x, room.x, right - card.width);
  const top = clamp(y, room.y, bottom - card.height);
  const [start, length, from, size] = vertical
    ? [left, card.width, target.x, target.width]
    : [top, card.height, target.y, target.height];
  const arrow = clamp(from + size / 2 - start, CORNER_PX, length - CORNER_PX);
  const points =
    spare[side] >= 0 && (vertical ? top === y : left === x) && arrow + start >= from && arrow + start <= from + size;
  return { x: left, y: top, side, arrow: points ? arrow : undefined };
};

/** The lower limit is the stronger one: what is too large stands at the top left, where reading starts. */
const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));
