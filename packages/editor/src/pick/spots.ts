import type { Placement } from '@shirube/schema/tour';

export type Side = 'top' | 'bottom' | 'left' | 'right';
export type Align = 'start' | 'center' | 'end';
export type Spot = Exclude<Placement, 'auto'>;

/** Between the target and the card, CSS px: what end users see. */
const GAP_PX = 12;
const SIDES: readonly Side[] = ['top', 'bottom', 'left', 'right'];
const ALIGNS: readonly Align[] = ['start', 'center', 'end'];

export const spotOf = (side: Side, align: Align): Spot => (align === 'center' ? side : `${side}-${align}`);
export const partsOf = (spot: Spot): readonly [Side, Align] => {
  const [side, align = 'center'] = spot.split('-') as [Side, Align?];
  return [side, align];
};

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
type Size = Pick<Box, 'width' | 'height'>;

/** Where a card of this size stands at each of the twelve placements, in the coordinates of the target. Above and below, start and end follow the direction of the text. */
export const spotsAround = (target: Box, card: Size, dir: 'ltr' | 'rtl'): readonly (readonly [Spot, DOMRect])[] =>
  SIDES.flatMap((side) =>
    ALIGNS.map((align): readonly [Spot, DOMRect] => {
      const vertical = side === 'top' || side === 'bottom';
      const turned = vertical && dir === 'rtl';
      const share = align === 'center' ? 0.5 : (align === 'start') !== turned ? 0 : 1;
      const x = vertical
        ? target.x + (target.width - card.width) * share
        : side === 'left'
          ? target.x - GAP_PX - card.width
          : target.x + target.width + GAP_PX;
      const y = !vertical
        ? target.y + (target.height - card.height) * share
        : side === 'top'
          ? target.y - GAP_PX - card.height
          : target.y + target.height + GAP_PX;
      return [spotOf(side, align), new DOMRect(x, y, card.width, card.height)];
    }),
  );

/** The spot whose middle is nearest to a point; of those that are whole inside the room, if any is. */
export const nearestSpot = (
  spots: readonly (readonly [Spot, DOMRect])[],
  point: { readonly x: number; readonly y: number },
  room: Size,
): readonly [Spot, DOMRect] | undefined => {
  const whole = spots.filter(([, it]) => it.x >= 0 && it.y >= 0 && it.right <= room.width && it.bottom <= room.height);
  const away = (it: DOMRect): number => Math.hypot(it.x + it.width / 2 - point.x, it.y + it.height / 2 - point.y);
  return [...(whole.length ? whole : spots)].sort(([, a], [, b]) => away(a) - away(b))[0];
};

const STEP: Readonly<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };
const SIDE_OF: Readonly<Record<string, Side>> = {
  ArrowLeft: 'left',
  ArrowUp: 'top',
  ArrowRight: 'right',
  ArrowDown: 'bottom',
};

/** An arrow key chooses the side; with Alt, the alignment along the edge, as it is seen. Undefined: the key means nothing here. */
export const spotByKey = (
  from: Placement,
  { key, altKey }: Pick<KeyboardEvent, 'key' | 'altKey'>,
  dir: 'ltr' | 'rtl',
): Spot | undefined => {
  const [side, align] = partsOf(from === 'auto' ? 'bottom' : from);
  const asked = SIDE_OF[key];
  if (asked === undefined) return undefined;
  if (!altKey) return spotOf(asked, align);
  const vertical = side === 'top' || side === 'bottom';
  if (vertical !== (asked === 'left' || asked === 'right')) return undefined;
  const step = (STEP[key] ?? 1) * (vertical && dir === 'rtl' ? -1 : 1);
  const at = Math.max(0, Math.min(2, ALIGNS.indexOf(align) + step));
  return spotOf(side, ALIGNS[at] ?? 'center');
};
