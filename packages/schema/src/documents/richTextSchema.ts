import { type Block, type ListItem, type RichText, VIDEO_HOSTS } from '../richText.ts';
import { list, must } from './dispatch.ts';
import { link, text, traitPath } from './values.ts';
import { type ZodType, z } from './zod.ts';

const mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({ type: z.literal('code') }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: link }) }),
]);
const marks = list(mark, { max: 4 }).optional();
const inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: text(5000), marks }),
  z.strictObject({ type: z.literal('hardBreak') }),
  z.strictObject({
    type: z.literal('variable'),
    attrs: z.strictObject({ attribute: traitPath, fallback: z.string().max(200) }),
    marks,
  }),
]);
const inlines = list(inline, { max: 500 }).optional();

/** Host of an https address without user name, or undefined. */
const httpsHost = (src: string): string | undefined =>
  /^https:\/\/([a-z0-9.-]+)(?::\d+)?(?:[/?#][^\s\\]*)?$/i.exec(src)?.[1]?.toLowerCase();

const imageSource = text(2000).check(
  must('bad_image', 'An image is loaded from an https address.', (src: string) => httpsHost(src) !== undefined),
);
const alt = z
  .string()
  .max(1000)
  .check(must('missing_alt', 'Say in "alt" what the image shows.', (value: string) => value.trim() !== ''));
const videoSource = text(2000).check(
  must('video_host', `A video is loaded over https from one of ${VIDEO_HOSTS.join(', ')}.`, (src: string) =>
    VIDEO_HOSTS.includes(httpsHost(src) ?? ''),
  ),
);
const pixels = z.int().min(1).max(10_000).optional();
const listItems = z.lazy((): ZodType<readonly ListItem[]> => list(listItem, { min: 1, max: 100 }));

const block: ZodType<Block> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), content: inlines }),
  z.strictObject({ type: z.literal('heading'), attrs: z.strictObject({ level: z.literal([2, 3]) }), content: inlines }),
  z.strictObject({ type: z.literal('bulletList'), content: listItems }),
  z.strictObject({
    type: z.literal('orderedList'),
    attrs: z.strictObject({ start: z.int().min(0).max(10_000).optional() }).optional(),
    content: listItems,
  }),
  z.strictObject({
    type: z.literal('image'),
    attrs: z.strictObject({ src: imageSource, alt, width: pixels, height: pixels }),
  }),
  z.strictObject({ type: z.literal('video'), attrs: z.strictObject({ src: videoSource, title: text(200) }) }),
]);
const listItem: ZodType<ListItem> = z.strictObject({
  type: z.literal('listItem'),
  content: list(block, { min: 1, max: 100 }),
});

/** The subset of ProseMirror's JSON that a step's body may hold. */
export const richTextSchema: ZodType<RichText> = z
  .strictObject({ type: z.literal('doc'), content: list(block, { max: 200 }).optional() })
  .meta({ id: 'RichText', description: 'Rich text: a subset of the JSON of ProseMirror.' });
