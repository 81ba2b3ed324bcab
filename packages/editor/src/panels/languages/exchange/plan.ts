import { parseTour } from '@shirube/schema';
import type { Tour } from '@shirube/schema/tour';
import { addLocale } from './locales.ts';
import { fromMarkup } from './markup.ts';
import { readText, standing } from './readText.ts';
import { listUnits, type TextUnit } from './units.ts';
import { writeText } from './writeText.ts';

/** One text out of a file. */
export interface IncomingText {
  readonly id: string;
  readonly locale: string;
  /** What the file says that the original was; undefined when it does not say. */
  readonly source: string | undefined;
  readonly target: string;
  /** Codes in the text that mean nothing here, as the file writes them. */
  readonly broken: readonly string[];
  /** Where in the file, for people: a line, an id. */
  readonly at: string;
}

export interface Note {
  /**
   * Refused: `unknown_id`, `broken_code`, `own_structure`, `not_valid` (the tour would be refused with it), `changed_source` unless those are asked
   * for. Applied and worth a look: `changed_source`, `lost_code`, `new_code`, `open_sign`.
   */
  readonly code:
    | 'unknown_id'
    | 'broken_code'
    | 'own_structure'
    | 'not_valid'
    | 'changed_source'
    | 'lost_code'
    | 'new_code'
    | 'open_sign';
  readonly text: IncomingText;
  readonly unit: TextUnit | undefined;
  /** What exactly: the codes, or what a strict parse says. */
  readonly detail: string;
}
export interface ImportPlan {
  /** With everything applied; the same object when there is nothing to apply. */
  readonly tour: Tour;
  readonly applied: readonly {
    readonly unit: TextUnit;
    readonly locale: string;
    readonly before: string;
    readonly after: string;
  }[];
  readonly refused: readonly Note[];
  readonly warned: readonly Note[];
  /** Texts that the tour has already. */
  readonly unchanged: number;
  /** Languages that the tour gets by it. */
  readonly added: readonly string[];
}

interface Candidate {
  readonly text: IncomingText;
  readonly unit: TextUnit;
}

/** What an import would do, without doing it. Pure. An empty text in a file changes nothing. */
export const planImport = (
  tour: Tour,
  texts: readonly IncomingText[],
  options: { readonly withChangedSources: boolean },
): ImportPlan => {
  const units = new Map(listUnits(tour).map((unit) => [unit.id, unit]));
  const refused: Note[] = [];
  const candidates: Candidate[] = [];
  let unchanged = 0;
  for (const text of texts) {
    const unit = units.get(text.id);
    if (text.target.trim() === '' && text.broken.length === 0) continue;
    if (unit && readText(tour, unit, text.locale) === text.target) {
      unchanged += 1;
      continue;
    }
    const note = refusalOf(tour, text, unit, options.withChangedSources);
    if (note) refused.push(note);
    else if (unit) candidates.push({ text, unit });
  }
  const { kept, invalid } = valid(tour, candidates);
  const next = apply(tour, kept);
  const written = kept.map(({ text, unit }) => ({
    unit,
    locale: text.locale,
    before: readText(tour, unit, text.locale),
    after: readText(next, unit, text.locale),
  }));
  const applied = written.filter(({ before, after }) => before !== after);
  return {
    tour: next,
    applied,
    refused: [...refused, ...invalid],
    warned: kept.flatMap((candidate) => warningsOf(tour, candidate)),
    unchanged: unchanged + written.length - applied.length,
    added: next.locales.filter((locale) => !tour.locales?.includes(locale)),
  };
};

const isChanged = (tour: Tour, { source }: IncomingText, unit: TextUnit): boolean =>
  source !== undefined && source !== readText(tour, unit, tour.defaultLocale);

const refusalOf = (
  tour: Tour,
  text: IncomingText,
  unit: TextUnit | undefined,
  withChangedSources: boolean,
): Note | undefined => {
  const note = (code: Note['code'], detail = ''): Note => ({ code, text, unit, detail });
  if (!unit) return note('unknown_id', text.id);
  if (text.broken.length > 0) return note('broken_code', text.broken.join(' '));
  if (standing(tour, unit, text.locale) === 'own') return note('own_structure');
  if (isChanged(tour, text, unit) && !withChangedSources) return note('changed_source', text.source);
  return undefined;
};

const apply = (tour: Tour, candidates: readonly Candidate[]): Tour =>
  candidates.reduce((now, { text, unit }) => {
    const next = writeText(now, unit, text.locale, text.target);
    return next === now ? now : addLocale(next, text.locale);
  }, tour);

const pathOf = (tour: Tour, unit: TextUnit, locale: string): string => {
  const step = `/steps/${tour.steps.findIndex(({ id }) => id === unit.stepId)}`;
  const { place } = unit;
  const tag = locale.replaceAll('~', '~0').replaceAll('/', '~1');
  if (place.in === 'title') return `${step}/content/${tag}/title`;
  if (place.in === 'beacon') return `${step}/beacon/label/${tag}`;
  if (place.in === 'button') return `${step}/buttons/${place.index}/label/${tag}`;
  return `${step}/content/${tag}/body/content/${place.path.join('/content/')}`;
};

const isUnder = (path: string, root: string): boolean => path === root || path.startsWith(`${root}/`);

/** A body of which only a part has come has empty places meanwhile: that is unfinished, not wrong. */
const UNFINISHED = ['missing_alt', 'missing_title'];

/** Leaves out what a strict parse would refuse and did not refuse before. */
const valid = (
  tour: Tour,
  candidates: readonly Candidate[],
): { readonly kept: readonly Candidate[]; readonly invalid: readonly Note[] } => {
  const parsed = parseTour(apply(tour, candidates));
  if (parsed.ok) return { kept: candidates, invalid: [] };
  const invalid = candidates.flatMap((candidate): readonly { readonly candidate: Candidate; readonly note: Note }[] => {
    const { text, unit } = candidate;
    const path = pathOf(tour, unit, text.locale);
    const problem = parsed.problems.find((it) => isUnder(it.path, path) && !UNFINISHED.includes(it.code));
    return problem ? [{ candidate, note: { code: 'not_valid', text, unit, detail: problem.message } }] : [];
  });
  const out = new Set(invalid.map(({ candidate }) => candidate));
  return { kept: candidates.filter((it) => !out.has(it)), invalid: invalid.map(({ note }) => note) };
};

/** Variables and links: what a translation must not lose. */
export const codesOf = (markup: string): readonly string[] =>
  fromMarkup(markup).content.flatMap((inline) => [
    ...(inline.type === 'variable' ? [inline.attrs.attribute] : []),
    ...(inline.type === 'hardBreak'
      ? []
      : (inline.marks ?? []).flatMap((mark) => (mark.type === 'link' ? [mark.attrs.href] : []))),
  ]);

const warningsOf = (tour: Tour, { text, unit }: Candidate): readonly Note[] => {
  const note = (code: Note['code'], detail: string): readonly Note[] =>
    detail === '' ? [] : [{ code, text, unit, detail }];
  const changed = isChanged(tour, text, unit) ? note('changed_source', text.source || '—') : [];
  if (!unit.rich) return changed;
  const [source, before, target] = [
    readText(tour, unit, tour.defaultLocale),
    readText(tour, unit, text.locale),
    text.target,
  ].map(codesOf) as [readonly string[], readonly string[], readonly string[]];
  const { stray } = fromMarkup(text.target);
  return [
    ...changed,
    ...note('lost_code', source.filter((code) => !target.includes(code)).join(', ')),
    ...note('new_code', target.filter((code) => !source.includes(code) && !before.includes(code)).join(', ')),
    ...note('open_sign', stray.join(' ')),
  ];
};
