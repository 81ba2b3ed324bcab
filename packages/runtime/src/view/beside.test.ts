import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beside, type Question } from './beside.ts';

const room = { x: 8, y: 8, width: 984, height: 784 };
const ask = (question: Partial<Question>) =>
  beside({
    target: { x: 400, y: 300, width: 100, height: 40 },
    card: { width: 300, height: 150 },
    room,
    placement: 'auto',
    gap: 12,
    dir: 'ltr',
    ...question,
  });

test('the asked side is taken when there is room', () => {
  expect(ask({ placement: 'top' })).toEqual({ x: 300, y: 138, side: 'top', arrow: 150 });
  expect(ask({ placement: 'right-start' })).toEqual({ x: 512, y: 300, side: 'right', arrow: 20 });
  expect(ask({ placement: 'bottom-end' })).toEqual({ x: 200, y: 352, side: 'bottom', arrow: 250 });
});

test('start and end change places in a language written from right to left, but only along the line', () => {
  expect(ask({ placement: 'bottom-start', dir: 'rtl' }).x).toBe(200);
  expect(ask({ placement: 'right-start', dir: 'rtl' }).y).toBe(300);
});

test('without room, the other side, then any, then the one with the most', () => {
  expect(ask({ placement: 'top', target: { x: 400, y: 20, width: 100, height: 40 } }).side).toBe('bottom');
  expect(ask({ placement: 'top', target: { x: 400, y: 20, width: 100, height: 760 } }).side).toBe('right');
  expect(ask({ target: { x: 0, y: 100, width: 1000, height: 690 } }).side).toBe('top');
});

test('the card is always inside, and an arrow always points at the target', () => {
  const size = fc.integer({ min: 1, max: 3000 });
  const place = fc.integer({ min: -3000, max: 3000 });
  const placements = ['auto', 'top', 'bottom-start', 'left-end', 'right', 'top-end', 'left'] as const;
  fc.assert(
    fc.property(
      fc.record({ x: place, y: place, width: size, height: size }),
      fc.record({ width: fc.integer({ min: 40, max: 984 }), height: fc.integer({ min: 40, max: 784 }) }),
      fc.constantFrom(...placements),
      fc.constantFrom('ltr', 'rtl'),
      (target, card, placement, dir) => {
        const { x, y, side, arrow } = ask({ target, card, placement, dir });
        expect(x >= 8 && y >= 8 && x + card.width <= 992 && y + card.height <= 792).toBe(true);
        if (arrow === undefined) return;
        const vertical = side === 'top' || side === 'bottom';
        const tip = arrow + (vertical ? x : y);
        const [from, to] = vertical ? [target.x, target.x + target.width] : [target.y, target.y + target.height];
        expect(tip >= from && tip <= to && arrow >= 18).toBe(true);
      },
    ),
  );
});
