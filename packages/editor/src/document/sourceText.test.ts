import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSource, printSource } from './sourceText.ts';

const demo = new URL('../../../../demo/tours/first-invoice.json', import.meta.url);

describe('JSON that keeps its bytes', () => {
  it('gives back any JSON text as it was', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.nat(4), (text, indent) => {
        const spaced = `\n ${JSON.stringify(JSON.parse(text), null, indent)}\t\n`;
        expect(printSource(parseSource(spaced))).toBe(JSON.parse(text) instanceof Object ? spaced : `${text.trim()}\n`);
      }),
    );
  });

  it('changes one line of a file where one text was changed', () => {
    const text = readFileSync(demo, 'utf8');
    const tour = parseSource(text) as { name: string; locales: string[] };
    const lines = printSource({ ...tour, name: 'Another' }).split('\n');
    const differing = text.split('\n').filter((line, index) => line !== lines[index]);
    expect(differing).toEqual(['  "name": "Send your first invoice",']);
  });

  it('changes nothing but the one text that was changed, however the file is written', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 3 }),
        fc.json({ maxDepth: 3 }),
        fc.string(),
        fc.nat(3),
        (one, other, words, indent) => {
          const around = (text: string): string => JSON.stringify(JSON.parse(text), null, indent);
          const source = (title: string): string =>
            `{ "z":[${around(one)}] ,\n "steps": [ 8e3,{"id":"a", "deep" :\t{ "title": ${title},"y":${around(other)}} } ] }`;
          const tour = parseSource(source('"old"')) as { steps: [number, { deep: object }] };
          const [first, step] = tour.steps;
          const changed = { ...tour, steps: [first, { ...step, deep: { ...step.deep, title: words } }] };
          expect(printSource(changed)).toBe(source(JSON.stringify(words)));
        },
      ),
    );
  });

  it('writes what moved to another depth anew, and means the same', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        const value = parseSource(JSON.stringify({ a: [JSON.parse(text)] }, null, 2)) as { a: unknown[] };
        const moved = { b: { c: value.a[0], d: value.a } };
        expect(JSON.parse(printSource(moved))).toEqual(JSON.parse(JSON.stringify(moved)));
      }),
    );
  });

  it('keeps a key that stands twice, and keys that mean something to JavaScript', () => {
    for (const text of ['{"a":[1],"a":{"b":2}}', '{"__proto__":{"x":1},"constructor":[]}', '{"1":1,"b":{},"0":[{}]}'])
      expect(printSource(parseSource(text))).toBe(text);
  });
});
