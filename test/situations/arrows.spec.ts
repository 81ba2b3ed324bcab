import type { Placement } from '@shirube/schema/tour';
import { card, expect, expectOnScreen, type Page, type Rect, rectOf, seen, stepAt, test } from './harness/situation.ts';

const SIDES = ['top', 'right', 'bottom', 'left'] as const;
const PLACEMENTS: readonly Placement[] = [
  'auto',
  ...SIDES.flatMap((side) => [side, `${side}-start`, `${side}-end`] as const),
];
/** Rectangles: left, top, width, height, px, on a screen of 1000 by 700. */
const TARGETS = {
  'tiny, in the middle': [500, 350, 4, 4],
  'tiny, in the first corner': [0, 0, 6, 6],
  'tiny, in the last corner': [994, 694, 6, 6],
  'tiny, at the left edge': [0, 340, 8, 8],
  'tiny, at the right edge': [992, 340, 8, 8],
  'of a usual size': [450, 330, 100, 40],
  'partly off the screen': [-60, 300, 120, 40],
  'as wide as the screen': [0, 300, 1000, 40],
  'as high as the screen': [480, 0, 40, 700],
  'half the screen': [0, 0, 500, 700],
  'larger than the screen': [-200, -200, 1400, 1100],
} as const;
/** The middle of the arrow on the screen, or nothing where it is not shown. */
const arrowOf = async (page: Page): Promise<{ readonly x: number; readonly y: number } | undefined> => {
  const arrow = page.locator('[part=arrow]');
  if (!(await arrow.isVisible())) return undefined;
  const { x, y, width, height } = await rectOf(arrow);
  return { x: x + width / 2, y: y + height / 2 };
};
const within = (value: number, from: number, to: number): boolean => value >= from - 0.75 && value <= to + 0.75;

test.use({ viewport: { width: 1000, height: 700 } });

for (const dir of ['ltr', 'rtl'])
  for (const [name, [left, top, width, height]] of Object.entries(TARGETS))
    test(`the target is ${name} (${dir}): on every side where it may stand, the arrow points inside the target's edge, or there is none`, async ({
      page,
      host,
      guide,
    }) => {
      await host(
        `<script>document.documentElement.dir = '${dir}'</script><div id="one" style="position:fixed;background:#ccc;left:${left}px;top:${top}px;width:${width}px;height:${height}px"></div>`,
      );
      await page.evaluate(
        (locale) => {
          document.documentElement.lang = locale;
        },
        dir === 'rtl' ? 'ar' : 'en',
      );
      const content = { en: { title: 'A title' }, ar: { title: 'عنوان' } };
      const steps = PLACEMENTS.map((placement, i) =>
        stepAt(`s${i}`, '#one', { placement, content, advance: [{ on: 'event', event: `s${i}` }] }),
      );
      await guide(steps, { locales: ['en', 'ar'] });
      const seenTarget: Rect = await page.locator('#one').evaluate((it) => {
        const box = it.getBoundingClientRect();
        const [x, y] = [Math.max(0, box.left), Math.max(0, box.top)];
        return { x, y, width: Math.min(innerWidth, box.right) - x, height: Math.min(innerHeight, box.bottom) - y };
      });
      let arrows = 0;
      for (const [i, placement] of PLACEMENTS.entries()) {
        await seen(page, `s${i}`);
        await expectOnScreen(page);
        const box = await rectOf(card(page));
        const arrow = await arrowOf(page);
        const where = `${placement}: arrow ${JSON.stringify(arrow)} card ${JSON.stringify(box)}`;
        if (arrow) {
          arrows++;
          const { x, y } = seenTarget;
          // On an edge of the card that faces the target, with the target's edge before it.
          const above = Math.abs(arrow.y - box.y) < 2 || Math.abs(arrow.y - box.y - box.height) < 2;
          const beside = Math.abs(arrow.x - box.x) < 2 || Math.abs(arrow.x - box.x - box.width) < 2;
          expect(above !== beside, where).toBe(true);
          if (above) {
            expect(within(arrow.x, x, x + seenTarget.width), where).toBe(true);
            expect(within(arrow.x, box.x + 12, box.x + box.width - 12), where).toBe(true);
            expect(arrow.y < box.y + 2 ? y + seenTarget.height <= box.y : y >= box.y + box.height, where).toBe(true);
          } else {
            expect(within(arrow.y, y, y + seenTarget.height), where).toBe(true);
            expect(within(arrow.y, box.y + 12, box.y + box.height - 12), where).toBe(true);
            expect(arrow.x < box.x + 2 ? x + seenTarget.width <= box.x : x >= box.x + box.width, where).toBe(true);
          }
        }
        await page.evaluate((event) => window.guide.track(event), `s${i}`);
      }
      // Beside whatever leaves room for a card, there is one.
      if (name === 'of a usual size' || name === 'tiny, in the middle') expect(arrows).toBe(PLACEMENTS.length);
    });
