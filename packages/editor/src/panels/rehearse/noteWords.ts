import type { Note } from '@shirube/runtime/rehearse';
import type { Resolution } from '@shirube/runtime/target';
import { type LeafParts, leafWords } from './leafWords.ts';
import type { rehearseTexts } from './texts.ts';

type Texts = (typeof rehearseTexts)['en'];

/** One thing that happened at a step, in words, with what lay behind it. */
export interface NoteLine {
  readonly mood: 'good' | 'warn' | 'bad' | 'plain';
  readonly words: string;
  readonly because: readonly string[];
}

/** What happened at one step, in order. */
export const noteLines = (notes: readonly Note[], stepId: string, parts: LeafParts): readonly NoteLine[] =>
  notes.flatMap((note) => ('stepId' in note.event && note.event.stepId === stepId ? lineOf(note, parts) : []));

const lineOf = ({ event, reasons, target }: Note, parts: LeafParts): readonly NoteLine[] => {
  const { ui, texts } = parts;
  const line = (mood: NoteLine['mood'], words: string, because: readonly string[] = []) => [{ mood, words, because }];
  switch (event.type) {
    case 'step_viewed':
      return line(
        target?.status === 'ambiguous' || target?.status === 'healed' ? 'warn' : 'good',
        target ? `${texts.shown}${ui === 'ja' ? ':' : ': '}${statusWords(target, texts)}` : texts.shown,
        target?.status === 'healed' || target?.status === 'ambiguous' ? target.because : [],
      );
    case 'step_skipped':
      return event.reason === 'show_if'
        ? line(
            'plain',
            texts.skippedByRule,
            reasons.map((reason) => leafWords(reason, parts)),
          )
        : line('bad', texts.skippedMissing);
    case 'target_missing':
      return line(
        'bad',
        `${texts.missingAfter(event.waitedMs ?? 0, texts.missingReasons[event.reason])} (${texts.onMissing[event.onMissing ?? 'wait']})`,
        target?.because ?? [],
      );
    case 'step_completed':
      return line('plain', texts.left(texts.wentOn[event.via]));
    case 'step_back':
      return line('plain', texts.wentBack);
    case 'tour_dismissed':
      return line('plain', texts.closed);
    default:
      return [];
  }
};

export const statusWords = ({ status, confidence }: Pick<Resolution, 'status' | 'confidence'>, texts: Texts): string =>
  status === 'healed' ? texts.statuses.healed(Math.round(confidence * 100)) : texts.statuses[status];

/** How it ended, in a sentence; undefined while it has not. */
export const endWords = (notes: readonly Note[], texts: Texts): string | undefined => {
  const event = notes.at(-1)?.event;
  if (event?.type === 'tour_completed') return texts.ended.completed;
  if (event?.type === 'tour_dismissed') return texts.ended.dismissed;
  if (event?.type !== 'tour_ended') return undefined;
  return texts.ended[event.reason === 'target_missing' ? 'target_missing' : 'error'];
};
