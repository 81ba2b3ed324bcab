import type { Judgement } from '@shirube/runtime/rehearse';
import type { Reason } from '@shirube/schema/rules';
import type { Tour } from '@shirube/schema/tour';
import type { UiLocale, Workspace } from '../../session/Session.ts';
import { leafWords } from './leafWords.ts';
import type { rehearseTexts } from './texts.ts';

type Texts = (typeof rehearseTexts)['en'];

/** Whether somebody would see the tour, in a sentence, and every gate for itself. */
export interface Verdict {
  readonly sees: boolean;
  readonly sentence: string;
  readonly gates: readonly {
    readonly name: string;
    readonly passed: boolean | 'neutral';
    readonly words: string;
    /** The audience's leaves, each with its answer. */
    readonly leaves: readonly string[];
  }[];
}

interface Asked {
  readonly tour: Tour;
  readonly name: string;
  readonly ui: UiLocale;
  readonly workspace: Workspace;
  readonly texts: Texts;
}

export const verdictOf = (judgement: Judgement | undefined, { tour, name, ui, workspace, texts }: Asked): Verdict => {
  if (judgement === undefined) return { sees: false, sentence: texts.verdict.broken, gates: [] };
  const { schedule, audience, trigger, freeAt, facts } = judgement;
  const free = freeAt <= facts.now;
  const later = Number.isFinite(freeAt) ? texts.why.later(when(freeAt, ui)) : texts.why.frequency;
  const why =
    schedule !== 'open'
      ? texts.why[schedule]
      : audience.matches === false
        ? (decisive(audience.because, texts, ui) ?? texts.why.audience)
        : audience.matches === 'unknown'
          ? texts.why.unknown
          : free
            ? undefined
            : later;
  const { gates } = texts;
  const matches = audience.matches;
  return {
    sees: why === undefined,
    sentence:
      why !== undefined
        ? texts.verdict.wouldNot(name, why)
        : trigger === 'manual'
          ? texts.verdict.could(name)
          : texts.verdict.would(name),
    gates: [
      { name: gates.schedule, passed: schedule === 'open', words: texts.schedule[schedule], leaves: [] },
      {
        name: gates.audience,
        passed: matches === true,
        words:
          tour.audience === undefined || audience.because.length === 0
            ? texts.audience.everyone
            : texts.audience[matches === true ? 'yes' : matches === false ? 'no' : 'unknown'],
        leaves: audience.because.map((reason) => leafWords(reason, { ui, workspace, texts })),
      },
      {
        name: gates.trigger,
        passed: trigger === 'here' || 'neutral',
        words: texts.trigger[trigger],
        leaves: [],
      },
      {
        name: gates.frequency,
        passed: free,
        words: free ? texts.frequency.free : Number.isFinite(freeAt) ? later : texts.frequency.never,
        leaves: [],
      },
    ],
  };
};

/** The first leaf that does not hold, where it is one of a trait: it says the most in the fewest words. */
const decisive = (because: readonly Reason[], texts: Texts, ui: UiLocale): string | undefined => {
  const failed = because.filter(({ result }) => result === false);
  const [only] = failed;
  if (only === undefined) return undefined;
  const { wanted, found } = only;
  if (!('user' in wanted || 'company' in wanted) || !['eq', 'in'].includes(wanted.op)) return undefined;
  const path = 'user' in wanted ? wanted.user : wanted.company;
  const quoted = (one: unknown): string =>
    typeof one !== 'string' ? String(JSON.stringify(one)) : ui === 'ja' ? `「${one}」` : `“${one}”`;
  const value = Array.isArray(wanted.value)
    ? wanted.value.map(quoted).join(ui === 'ja' ? '、' : ', ')
    : quoted(wanted.value);
  return texts.why.found(path, found === null || found === undefined ? texts.why.nothing : quoted(found), value);
};

const when = (at: number, ui: UiLocale): string =>
  new Intl.DateTimeFormat(ui, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
