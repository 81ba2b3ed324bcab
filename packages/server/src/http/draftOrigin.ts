import type { DraftOrigin } from '@shirube/schema/api';
import type { Caller } from '../documents/Members.ts';
import { problem } from './problem.ts';

export const ORIGIN_HEADER = 'Shirube-Origin';
const MAX_DETAIL = 500;
const KINDS: readonly DraftOrigin['kind'][] = ['editor', 'git', 'file', 'api'];

export type ReadOrigin =
  | { readonly ok: true; readonly origin: DraftOrigin }
  | { readonly ok: false; readonly response: Response };

/** `git tours/first-invoice.json@3f2a1c9`: a kind, a space, a percent-encoded detail. Without the header, by who writes. */
export const draftOrigin = (header: string | undefined, by: Caller['by']): ReadOrigin => {
  if (header === undefined) return { ok: true, origin: { kind: by === 'editor' ? 'editor' : 'api' } };
  const [, word = '', encoded] = /^(\S+)(?: +(\S+))?$/.exec(header.trim()) ?? [];
  const kind = KINDS.find((one) => one === word);
  if (kind === undefined) return refuse(`starts with ${KINDS.join(', ')}, and a detail is one word after a space.`);
  if (encoded === undefined) return { ok: true, origin: { kind } };
  const detail = decoded(encoded);
  if (detail === undefined) return refuse('has a detail that is not percent-encoded UTF-8.');
  if (detail.length > MAX_DETAIL || /\p{Cc}/u.test(detail)) {
    return refuse(`has a detail of at most ${MAX_DETAIL} characters, without control characters.`);
  }
  return { ok: true, origin: { kind, detail } };
};

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

const refuse = (rule: string): ReadOrigin => ({
  ok: false,
  response: problem(400, {
    code: 'bad_origin',
    detail: `The header ${ORIGIN_HEADER} ${rule} Example: git tours/first-invoice.json@3f2a1c9`,
  }),
});
