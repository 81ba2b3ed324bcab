import type { Block, Inline, Mark, RichText } from '@shirube/schema/tour';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBodyCodec } from './bodyCodec.ts';
import { changeBetween } from './changeBetween.ts';

const text = fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' });
const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.constantFrom<Mark>({ type: 'bold' }, { type: 'italic' }, { type: 'code' }),
  fc.record({
    type: fc.constant('link' as const),
    attrs: fc.record({ href: fc.constantFrom('https://a.example', '/b') }),
  }),
);
const marks = fc.option(fc.array(mark, { maxLength: 4 }), { nil: undefined });
/** Optional parts are there, or not, as in a file. */
const withoutUndefined = <T>(it: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  it.map((value) => JSON.parse(JSON.stringify(value)));
const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text, marks }),
  fc.constant({ type: 'hardBreak' as const }),
  fc.record({
    marks,
    type: fc.constant('variable' as const),
    attrs: fc.record({ fallback: fc.string(), attribute: text }),
  }),
);
const inlines = fc.option(fc.array(inline, { maxLength: 4 }), { nil: undefined });
const { body } = fc.letrec<{ block: Block; body: RichText }>((tie) => {
  const items = fc.array(
    fc.record({
      type: fc.constant('listItem' as const),
      content: fc.array(tie('block'), { minLength: 1, maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 3 },
  );
  return {
    block: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.record({ content: inlines, type: fc.constant('paragraph' as const) }),
      fc.record({
        type: fc.constant('heading' as const),
        attrs: fc.record({ level: fc.constantFrom(2 as const, 3 as const) }),
        content: inlines,
      }),
      fc.record({
        type: fc.constant('image' as const),
        attrs: fc.record({
          alt: text,
          src: fc.constant('https://a.example/b.png'),
          width: fc.option(fc.nat(), { nil: undefined }),
        }),
      }),
      fc.record({
        type: fc.constant('video' as const),
        attrs: fc.record({
          src: fc.constant('https://youtu.be/aaaaaaaaaaa'),
          title: text,
          poster: fc.constantFrom(undefined, 'https://a.example/p.png'),
        }),
      }),
      fc.record({ type: fc.constant('bulletList' as const), content: items }),
      fc.record({
        type: fc.constant('orderedList' as const),
        attrs: fc.constantFrom(undefined, {}, { start: 3 }),
        content: items,
      }),
    ),
    body: fc.record({
      type: fc.constant('doc' as const),
      content: fc.option(fc.array(tie('block'), { maxLength: 4 }), { nil: undefined }),
    }),
  };
});
const bodies = withoutUndefined(body);

describe('a body in the editor', () => {
  it('is written as it was read, to the byte and to the object', () => {
    fc.assert(
      fc.property(bodies, (given) => {
        const codec = createBodyCodec();
        const before = JSON.stringify(given);
        expect(codec.write(codec.read(given))).toBe(given);
        expect(JSON.stringify(given)).toBe(before);
      }),
    );
  });

  it('keeps what nobody touched when something else is changed', () => {
    fc.assert(
      fc.property(bodies, (given) => {
        const codec = createBodyCodec();
        const doc = codec.read(given);
        const more = codec.read({ type: 'doc', content: [{ type: 'paragraph' }] });
        const written = codec.write(doc.copy(doc.content.append(more.content)));
        for (const [index, block] of (given.content ?? []).entries()) expect(written?.content?.[index]).toBe(block);
      }),
    );
  });

  it('says in its own words the same as in those it was read from', () => {
    fc.assert(
      fc.property(bodies, (given) => {
        // Written by a codec that has not read it, each part is built anew.
        const built = createBodyCodec().write(createBodyCodec().read(given));
        expect(createBodyCodec().read(built).eq(createBodyCodec().read(given))).toBe(true);
      }),
    );
  });

  it('becomes any other by one change', () => {
    fc.assert(
      fc.property(bodies, bodies, (one, other) => {
        const { read } = createBodyCodec();
        const change = changeBetween(read(one), read(other));
        expect((change?.apply(read(one)).doc ?? read(one)).eq(read(other))).toBe(true);
      }),
    );
  });

  it('keeps what a later version may have added', () => {
    const later = {
      type: 'doc',
      content: [
        { type: 'callout', attrs: { tone: 'calm' }, content: [{ type: 'text', text: 'Mind this' }] },
        {
          type: 'heading',
          attrs: { level: 2, anchor: 'top' },
          content: [
            { type: 'text', text: 'a', marks: [{ type: 'underline' }] },
            { type: 'mention', attrs: { id: 1 } },
          ],
        },
      ],
    } as unknown as RichText;
    expect(createBodyCodec().write(createBodyCodec().read(later))).toEqual(later);
  });

  it('is nothing when nothing is written in it', () => {
    const { read, write } = createBodyCodec();
    expect(write(read(undefined))).toBe(undefined);
  });
});
