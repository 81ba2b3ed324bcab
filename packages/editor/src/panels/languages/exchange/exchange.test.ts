import type { Inline, RichText } from '@shirube/schema/richText';
import type { Tour } from '@shirube/schema/tour';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromCsv, toCsv } from './csv.ts';
import { readCsvFile, writeCsvFile } from './csvFile.ts';
import { tidy } from './inlines.ts';
import { fromMarkup, toMarkup } from './markup.ts';
import { planImport } from './plan.ts';
import { readFile } from './readFile.ts';
import { coverageOf, readText } from './readText.ts';
import { readXliff } from './readXliff.ts';
import { listUnits } from './units.ts';
import { writeXliff } from './writeXliff.ts';

const words = fc.string({
  unit: fc.constantFrom(...'ab 見本*`[]{}()\\|<>&"\'=,;\n\r\t\u0007_'.split(''), ']]>', '𠮷'),
  minLength: 1,
  maxLength: 12,
});
const mark = fc.oneof(
  fc.constantFrom({ type: 'bold' }, { type: 'italic' }, { type: 'code' } as const),
  fc.constantFrom('/plans', 'https://example.com/a_(b)?c=1&d', '#x').map((href) => ({ type: 'link', attrs: { href } })),
);
const marks = fc.uniqueArray(mark, { maxLength: 3, selector: ({ type }) => type });
const inline = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('text'), text: words, marks }) },
  fc.record({
    type: fc.constant('variable'),
    attrs: fc.record({
      attribute: fc.constantFrom('firstName', 'company.plan'),
      fallback: fc.constantFrom('', 'there', 'a|b}c\\'),
    }),
    marks,
  }),
  fc.constant({ type: 'hardBreak' }),
) as fc.Arbitrary<Inline>;
const inlines = fc.array(inline, { maxLength: 6 });
const paragraph = inlines.map((content) => ({ type: 'paragraph', content }));
const block = fc.oneof(
  { weight: 3, arbitrary: paragraph },
  inlines.map((content) => ({ type: 'heading', attrs: { level: 2 }, content })),
  words.map((alt) => ({ type: 'image', attrs: { src: 'https://example.com/a.png', alt } })),
  fc.array(paragraph, { minLength: 1, maxLength: 2 }).map((items) => ({
    type: 'bulletList',
    content: items.map((it) => ({ type: 'listItem', content: [it] })),
  })),
);
const body = fc.array(block, { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'doc', content }) as RichText);
const content = fc.record({ title: words, body }, { requiredKeys: ['title'] });
const stepOf = (id: string) =>
  fc
    .record({
      en: content,
      ja: fc.option(content, { nil: undefined }),
      next: words,
      back: fc.option(words, { nil: undefined }),
    })
    .map(({ en, ja, next, back }) => ({
      id,
      kind: 'modal',
      content: ja ? { en, ja } : { en },
      buttons: [{ id: 'next', action: 'next', label: back ? { en: next, ja: back } : { en: next } }],
    }));
const tours = fc.tuple(stepOf('one'), stepOf('two')).map(
  (steps) =>
    ({
      schemaVersion: 1,
      id: 'spec',
      name: 'Spec',
      defaultLocale: 'en',
      locales: ['en', 'ja'],
      steps,
    }) as unknown as Tour,
);
const where = () => 'Step 1';

const imported = (tour: Tour, file: ReturnType<typeof readXliff>) => {
  if (!file.ok) throw new Error(JSON.stringify(file.problem));
  return planImport(tour, file.texts, { withChangedSources: false });
};

test('a line of rich text comes back from its markup as the same line', () => {
  fc.assert(
    fc.property(inlines, (line) => {
      const { content, stray } = fromMarkup(toMarkup(line));
      expect(stray).toEqual([]);
      expect(content).toEqual(tidy(line));
    }),
    { numRuns: 2000 },
  );
});

test('any markup that a person types means some line, and that line means the same when it is written out', () => {
  fc.assert(
    fc.property(words, (typed) => {
      const line = fromMarkup(typed).content;
      expect(fromMarkup(toMarkup(line)).content).toEqual(line);
    }),
    { numRuns: 2000 },
  );
});

test('what a spreadsheet would run is disarmed, and every cell comes back as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.array(words, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
      const all = [['id', 'where', 'source en', 'ja'], ...rows];
      const csv = toCsv(all);
      expect(fromCsv(csv)).toEqual({ ok: true, rows: all });
    }),
  );
  expect(toCsv([['=HYPERLINK("http://x")', '+1', '-1', '@a', '＝1', '＋1', '－1', '＠a', "'=1", 'fine']])).toBe(
    `"'=HYPERLINK(""http://x"")","'+1","'-1","'@a","'＝1","'＋1","'－1","'＠a","''=1",fine\r\n`,
  );
});

test('exporting and importing without a change gives the very same tour', () => {
  fc.assert(
    fc.property(tours, (tour) => {
      expect(imported(tour, readXliff(writeXliff(tour, 'ja', where), tour)).tour).toBe(tour);
      expect(imported(tour, readCsvFile(writeCsvFile(tour, ['ja'], where), tour)).tour).toBe(tour);
    }),
    { numRuns: 300 },
  );
});

test('a file in which all is translated gives full coverage, keeps every code, and touches nothing else', () => {
  fc.assert(
    fc.property(tours, (tour) => {
      const units = listUnits(tour);
      for (const read of [
        readXliff(writeXliff(tour, 'fr', where), tour),
        readCsvFile(writeCsvFile(tour, ['fr'], where), tour),
      ]) {
        if (!read.ok) throw new Error(read.problem.code);
        const texts = units.map((unit) => ({
          ...(read.texts.find(({ id }) => id === unit.id) ?? {
            id: unit.id,
            locale: 'fr',
            source: undefined,
            broken: [],
            at: '',
          }),
          target: `X${readText(tour, unit, 'en')}`,
        }));
        const plan = planImport(tour, texts, { withChangedSources: false });
        expect(plan.refused.filter(({ code }) => code !== 'not_valid')).toEqual([]);
        expect(plan.warned).toEqual([]);
        if (plan.refused.length === 0) {
          expect(coverageOf(plan.tour, units, 'fr')).toEqual({ done: units.length, total: units.length });
          expect(plan.added).toEqual(units.length > 0 ? ['fr'] : []);
        }
        for (const [i, step] of plan.tour.steps.entries()) {
          expect(step.content.en).toBe(tour.steps[i]?.content.en);
          expect(step.content.ja).toBe(tour.steps[i]?.content.ja);
        }
      }
    }),
    { numRuns: 200 },
  );
});

const bytes = (text: string) => new TextEncoder().encode(text);
const one: Tour = {
  schemaVersion: 1,
  id: 'spec',
  name: 'Spec',
  defaultLocale: 'en',
  locales: ['en', 'ja'],
  steps: [
    {
      id: 'send',
      kind: 'modal',
      content: {
        en: {
          title: 'Send it',
          body: {
            type: 'doc',
            content: [
              {
                type: 'paragraph',
                content: [
                  { type: 'text', text: 'Hi ' },
                  { type: 'variable', attrs: { attribute: 'firstName', fallback: 'there' } },
                  { type: 'text', text: ', look', marks: [{ type: 'bold' }] },
                ],
              },
            ],
          },
        },
      },
    },
  ],
};
const xliff = (unit: string, head = '') =>
  `${head}<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="ja"><file id="spec">${unit}</file></xliff>`;

test('a file with a document type, a file too large, a file that is not UTF-8 and a file of something else are refused, each with its reason', () => {
  const laughs = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';
  const cases: readonly (readonly [Uint8Array, string])[] = [
    [bytes(xliff('', laughs)), 'doctype'],
    [bytes(xliff('', '<!DOCTYPE x SYSTEM "file:///etc/passwd">')), 'doctype'],
    [new Uint8Array(10_000_000), 'too_large'],
    [new Uint8Array([0x82, 0xa0, 0x2c]), 'not_utf8'],
    [bytes('<html><script>alert(1)</script></html>'), 'not_xliff'],
    [bytes(`${'<a>'.repeat(5000)}`), 'not_xml'],
    [bytes('<xliff'), 'not_xml'],
    [bytes(xliff('').replace('id="spec"', 'id="other"')), 'other_tour'],
    [bytes(xliff('').replace('srcLang="en"', 'srcLang="de"')), 'other_source'],
    [bytes('a,b\r\n1,2'), 'no_columns'],
    [bytes('id,"source en\r\n'), 'bad_quotes'],
  ];
  expect(cases.map(([file]) => readFile(file, one))).toEqual(
    cases.map(([, code]) => ({ ok: false, problem: { code, detail: expect.anything() } })),
  );
});

test('says what it would not apply: an unknown id, a code that means nothing, an original that has changed, an address that runs code', () => {
  const read = readFile(
    bytes(
      xliff(
        '<unit id="gone.title"><segment><source>x</source><target>y</target></segment></unit>' +
          '<unit id="send.title"><segment><source>Send that</source><target>送る</target></segment></unit>' +
          '<unit id="send.body.0"><segment><source>Hi</source><target><pc id="9">z</pc><script>alert(1)</script></target></segment></unit>',
      ),
    ),
    one,
  );
  const plan = imported(one, read);
  expect(plan.tour).toBe(one);
  expect(plan.refused.map(({ code, detail }) => [code, detail])).toEqual([
    ['unknown_id', 'gone.title'],
    ['changed_source', 'Send that'],
    ['broken_code', '<pc id="9"> <script>'],
  ]);
  const csv = 'id,source en,ja\r\nsend.body.0,"Hi {firstName|there}**, look**",[x](javascript:boom)\r\n';
  expect(imported(one, readFile(bytes(csv), one)).refused.map(({ code }) => code)).toEqual(['not_valid']);
});

test('takes a unit that a tool has split into segments, with its codes and their order', () => {
  const read = readFile(
    bytes(
      xliff(
        '<unit id="send.body.0"><segment><source>Hi <ph id="1"/></source><target order="2"><sc id="2"/>見て<ec startRef="2"/></target></segment>' +
          '<segment><source><pc id="2">, look</pc></source><target order="1"><ph id="1"/>さん、</target></segment></unit>',
      ),
    ),
    one,
  );
  const plan = imported(one, read);
  expect([plan.refused, plan.warned]).toEqual([[], []]);
  expect(plan.applied.map(({ after }) => after)).toEqual(['{firstName|there}さん、**見て**']);
});

test('warns of a translation that loses a variable, and applies it', () => {
  const csv = 'id;source en;ja\r\nsend.body.0;"Hi {firstName|there}**, look**";こんにちは\r\n';
  const plan = imported(one, readFile(bytes(csv), one));
  expect(plan.warned.map(({ code, detail }) => [code, detail])).toEqual([['lost_code', 'firstName']]);
  expect(plan.applied).toHaveLength(1);
});

test('a text of nothing but signs keeps nobody waiting, and is not taken', () => {
  for (const sign of ['[', '*', '`', '{', '\\', '](']) {
    const csv = `id,source en,ja\r\nsend.body.0,"Hi {firstName|there}**, look**",${sign.repeat(200_000)}\r\n`;
    const started = performance.now();
    expect(imported(one, readFile(bytes(csv), one)).tour).toBe(one);
    expect(performance.now() - started).toBeLessThan(3000);
  }
});

test('the same code has the same number in the original and in the translation, wherever it stands', () => {
  const tour = imported(
    one,
    readFile(
      bytes('id,source en,ja\r\nsend.body.0,"Hi {firstName|there}**, look**",**見て**、{firstName|there}さん\r\n'),
      one,
    ),
  ).tour;
  const [source, target] = ['source', 'target'].map(
    (side) => new RegExp(`<${side}>([^\\n]*<ph[^\\n]*)</${side}>`).exec(writeXliff(tour, 'ja', where))?.[1],
  );
  const ids = (text = '') => ({ bold: /<pc id="(\d)"/.exec(text)?.[1], variable: /<ph id="(\d)"/.exec(text)?.[1] });
  expect(ids(source)).toEqual({ bold: '2', variable: '1' });
  expect(ids(target)).toEqual(ids(source));
});

test('a draft that is not written yet is read as it is', () => {
  const drafts = [
    { id: 'a', defaultLocale: 'en' },
    {
      id: 'a',
      defaultLocale: 'en',
      steps: [{ id: 's' }, { id: 't', content: { en: {}, ja: { body: { type: 'doc' } } } }],
    },
    {
      id: 'a',
      defaultLocale: 'en',
      steps: [
        {
          id: 's',
          buttons: [{ id: 'b' }],
          content: {
            en: {
              body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text' }] }, { type: 'image' }] },
            },
          },
        },
      ],
    },
  ] as unknown as readonly Tour[];
  for (const draft of drafts) {
    expect(coverageOf(draft, listUnits(draft), 'ja')).toEqual({ done: 0, total: 0 });
    expect(writeXliff(draft, 'ja', where)).toContain('<xliff');
  }
});
