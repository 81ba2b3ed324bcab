import type { Block, ListItem, RichText } from '../richText.ts';
import { httpsHost, VIDEO_HOSTS, videoPlayer } from '../video.ts';
import { list, must, refuse } from './dispatch.ts';
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

const imageSource = text(2000).check(
  must('bad_image', 'An image is loaded from an https address.', (src: string) => httpsHost(src) !== undefined),
);
const alt = z
  .string()
  .max(1000)
  .check(must('missing_alt', 'Say in "alt" what the image shows.', (value: string) => value.trim() !== ''));
const videoSource = text(2000).check((ctx) => {
  if (videoPlayer(ctx.value)) return;
  if (VIDEO_HOSTS.includes(httpsHost(ctx.value) ?? ''))
    refuse(ctx, 'bad_video', 'This is a place at a host of videos, but not the address of one video.');
  else
    refuse(
      ctx,
      'video_host',
      `A video comes over https, from one of ${VIDEO_HOSTS.join(', ')}, or as a file that ends in .mp4 or .webm.`,
    );
});
const captions = text(2000).check(
  must('bad_captions', 'Captions are loaded from an https address.', (src: string) => httpsHost(src) !== undefined),
);
const videoTitle = text(200).check(
  must('missing_title', 'Say in "title" what the video is about.', (value: string) => value.trim() !== ''),
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
  z.strictObject({
    type: z.literal('video'),
    attrs: z
      .strictObject({
        src: videoSource,
        title: videoTitle,
        poster: imageSource.optional(),
        captions: captions.optional(),
      })
      .check((ctx) => {
        if (ctx.value.captions !== undefined && videoPlayer(ctx.value.src)?.kind === 'frame')
          refuse(ctx, 'bad_captions', "Captions are given for a file; a host's player brings its own.", ['captions']);
      }),
  }),
]);
const listItem: ZodType<ListItem> = z.strictObject({
  type: z.literal('listItem'),
  content: list(block, { min: 1, max: 100 }),
});

/** The subset of ProseMirror's JSON that a step's body may hold. */
export const richTextSchema: ZodType<RichText> = z
  .strictObject({ type: z.literal('doc'), content: list(block, { max: 200 }).optional() })
  .meta({ id: 'RichText', description: 'Rich text: a subset of the JSON of ProseMirror.' });
