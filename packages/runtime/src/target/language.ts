import type { Fingerprint } from '@shirube/schema/tour';
import { hashOf } from './hash.ts';
import { nameOf } from './name.ts';
import type { Scope } from './roots.ts';
import { fold } from './text.ts';
import { wordsOf } from './words.ts';

const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;
/** Names and numbers are the same in every language. */
const SAID_MAX = 0.3;
const primary = (tag: string | undefined | null): string => (tag ?? '').toLowerCase().split('-')[0] ?? '';

/**
 * Does the page speak another language than when the target was described? Its `lang` or its script has changed, and hardly a
 * word that stood in and around the target is on it.
 */
export const speaksOtherwise = (wanted: Fingerprint, root: Scope): boolean => {
  const page = root.ownerDocument ?? (root as Document);
  const [then, now] = [primary(wanted.lang), primary(page.documentElement.lang)];
  const words = wordsAround(wanted);
  if (words.length < 3) return then !== '' && now !== '' && then !== now;
  const text = (page.body?.textContent ?? '').slice(0, 200_000).toLowerCase();
  const script = UNSPACED.test(words.join('')) !== UNSPACED.test(text);
  if (!script && then === now) return false;
  return words.filter((word) => text.includes(word)).length <= SAID_MAX * words.length;
};

/** None of the labels that the page had is on it any more, though there are labels: another language, or another product. */
export const lostItsLabels = (wanted: Fingerprint, root: Scope): boolean => {
  const then = new Set(wanted.others?.split(' '));
  if (then.size < 8) return false;
  const labelled = [
    ...root.querySelectorAll('a,button,summary,input,select,textarea,h1,h2,h3,[role=tab],[role=button]'),
  ].slice(0, 200);
  const now = labelled.map((it) => fold(nameOf(it))).filter(Boolean);
  return now.length >= 8 && !now.some((label) => then.has(hashOf(label)));
};

const wordsAround = ({ name, text, heading, before, after, siblings = [] }: Fingerprint): string[] => [
  ...new Set([name, text, heading, before, after, ...siblings].flatMap((it) => [...wordsOf(it ?? '').words])),
];
