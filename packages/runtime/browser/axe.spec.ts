import { answerElsewhere, host, LOCALES, MEDIA, NAMES, present } from './harness/everySurface.ts';
import { findings } from './harness/findings.ts';
import { expect, settled, test } from './harness/viewTest.ts';

for (const name of NAMES) {
  test(`axe finds nothing in any language, scheme, forced colours or width: ${name}`, async ({ page, open, show }) => {
    await answerElsewhere(page);
    await open(host);
    const found: string[] = [];
    for (const locale of LOCALES) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await present(page, show, name, locale);
      for (const [index, media] of MEDIA.entries()) {
        await page.emulateMedia(media);
        await settled(page);
        const here = await findings(page, index ? 'colours' : 'all');
        found.push(...here.map((it) => `${locale} ${JSON.stringify(media)} ${it}`));
      }
      await page.setViewportSize({ width: 320, height: 640 });
      await present(page, show, name, locale);
      found.push(...(await findings(page)).map((it) => `${locale} 320 px ${it}`));
    }
    expect(found).toEqual([]);
  });
}
