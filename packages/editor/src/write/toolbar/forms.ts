import { VIDEO_HOSTS, videoPlayer } from '@shirube/schema/video';
import { type Command, type EditorState, NodeSelection } from 'prosemirror-state';
import type { WriteTexts } from '../locale/index.ts';
import { linkOf, secureOf } from '../text/address.ts';
import { linkAround, putAtom, removeLink, setLink } from '../text/commands.ts';

export type FormName = 'link' | 'variable' | 'image' | 'video';
export type FieldName = keyof WriteTexts['fields'];
export type Values = Readonly<Partial<Record<FieldName, string>>>;
type Problem = keyof WriteTexts['problems'];

/** What is asked for something that a text may hold. */
export interface Form {
  readonly fields: readonly FieldName[];
  readonly hint: (field: FieldName, texts: WriteTexts) => string;
  /** What is there already, at the selection. */
  readonly read: (state: EditorState) => Values | undefined;
  /** The first thing that is wrong, and where. */
  readonly check: (values: Values) => { readonly field: FieldName; readonly problem: Problem } | undefined;
  readonly apply: (values: Values) => Command;
  readonly remove?: Command;
}

const atomAt = (state: EditorState, name: string): Values | undefined =>
  state.selection instanceof NodeSelection && state.selection.node.type.name === name
    ? (state.selection.node.attrs as Values)
    : undefined;
const blank = (text: string | undefined): boolean => !text?.trim();
const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];
const isTrait = (path: string): boolean =>
  path.length <= 200 && path.split('.').every((key) => key.trim() !== '' && !FORBIDDEN.includes(key));

export const forms: Readonly<Record<FormName, Form>> = {
  link: {
    fields: ['href'],
    hint: (_, { hints }) => hints.href,
    read: (state) => linkAround(state)?.mark.attrs as Values | undefined,
    check: ({ href = '' }) => {
      if (blank(href)) return { field: 'href', problem: 'empty' };
      // Browsers leave out such characters before they look at the scheme.
      const bare = href.replace(/[\p{Cc}\s]/gu, '');
      if (/^(?:javascript|data|vbscript):/i.test(bare)) return { field: 'href', problem: 'script' };
      return linkOf(href) === undefined ? { field: 'href', problem: 'link' } : undefined;
    },
    apply: ({ href = '' }) => setLink(linkOf(href) ?? ''),
    remove: removeLink,
  },
  variable: {
    fields: ['attribute', 'fallback'],
    hint: (field, { hints }) => (field === 'attribute' ? hints.attribute : ''),
    read: (state) => atomAt(state, 'variable'),
    check: ({ attribute = '' }) => {
      if (blank(attribute)) return { field: 'attribute', problem: 'empty' };
      return isTrait(attribute.trim()) ? undefined : { field: 'attribute', problem: 'attribute' };
    },
    apply: ({ attribute = '', fallback = '' }) =>
      putAtom('variable', { attribute: attribute.trim(), fallback: fallback.slice(0, 200) }),
  },
  image: {
    fields: ['src', 'alt'],
    hint: (field, { hints }) => (field === 'src' ? hints.image : hints.alt),
    read: (state) => atomAt(state, 'image'),
    check: ({ src = '', alt }) => {
      if (!secureOf(src)) return { field: 'src', problem: 'image' };
      return blank(alt) ? { field: 'alt', problem: 'alt' } : undefined;
    },
    apply: ({ src = '', alt = '' }) => putAtom('image', { src: src.trim(), alt: alt.trim().slice(0, 1000) }),
  },
  video: {
    fields: ['src', 'title'],
    hint: (field, { hints }) => (field === 'src' ? hints.video(HOSTS) : ''),
    read: (state) => atomAt(state, 'video'),
    check: ({ src = '', title }) => {
      if (!videoPlayer(src.trim())) return { field: 'src', problem: 'video' };
      return blank(title) ? { field: 'title', problem: 'videoTitle' } : undefined;
    },
    apply: ({ src = '', title = '' }) => putAtom('video', { src: src.trim(), title: title.trim().slice(0, 200) }),
  },
};

/** The hosts of videos as people know them: each once, without what its addresses begin with. */
const HOSTS = [...new Set(VIDEO_HOSTS.map((host) => host.replace(/^(?:www|player|fast)\./, '')))]
  .filter((host) => !/^youtu\.be$|nocookie/.test(host))
  .join(', ');
