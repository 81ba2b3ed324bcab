import { PROBLEM_CATALOGUE, type ProblemCode, parseTheme, type Segment, type Skill } from '@shirube/schema';
import type { Problem } from '@shirube/schema/problem';
import type { Theme } from '@shirube/schema/theme';
import type { Tour } from '@shirube/schema/tour';
import { stepsOf } from '../../document/steps.ts';
import type { PanelName, UiLocale } from '../../session/Session.ts';
import { brokenReferences } from './brokenReferences.ts';
import { checkWords } from './checkWords.ts';
import { type Look, type Looks, pageText } from './looks.ts';

/** One thing to see to before publishing: an error refuses it, a warning does not. */
export interface Check {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  /** JSON Pointer into the tour. */
  readonly path: string;
  /** Number of the step, from 1. */
  readonly step: number | undefined;
  /** Where it is put right. */
  readonly panel: PanelName;
  readonly words: Readonly<Record<UiLocale, string>>;
}
export interface CheckInput {
  readonly tour: Tour;
  /** What a strict parse says. */
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly segments: readonly Segment[];
  readonly skills: readonly Skill[];
  readonly themes: readonly Theme[];
  readonly looks: Looks;
  /** Epoch ms. */
  readonly now: number;
}

/** Warnings of a parse that would fail in front of people. */
const REFUSED = ['missing_translation', 'low_contrast', 'unknown_reference', 'unreachable_step'];

/** What publishing refuses, in the order of the tour, then what is worth a look. Pure. */
export const checkForPublishing = (input: CheckInput): readonly Check[] => {
  const { tour, problems, warnings, themes } = input;
  const theme = themes.find(({ id }) => id === (tour.theme ?? 'default'));
  const parsed = theme && parseTheme(theme);
  const themeProblems = parsed ? [...(parsed.ok ? [] : parsed.problems), ...parsed.warnings] : [];
  const all = [
    ...problems.map((one) => ofProblem(one, 'error')),
    ...warnings.map((one) => ofProblem(one, REFUSED.includes(one.code) ? 'error' : 'warning')),
    ...brokenReferences(input).map((one) => ofProblem(one, 'error')),
    ...themeProblems.map((one) => ({
      ...ofProblem(one, 'error'),
      path: '/theme',
      panel: 'theme' as const,
      step: undefined,
    })),
    ...targetChecks(input),
  ];
  const unique = all.filter(
    (one, i) =>
      all.findIndex(({ code, path, words }) => code === one.code && path === one.path && words.en === one.words.en) ===
      i,
  );
  return [...unique].sort(
    (a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning') || (a.step ?? 0) - (b.step ?? 0),
  );
};

/** What the server refused, as checks: it may know what this page cannot. */
export const checksOfProblems = (problems: readonly Problem[]): readonly Check[] =>
  problems.map((one) => ofProblem(one, 'error'));

const check = (code: string, severity: Check['severity'], path: string, words: Check['words']): Check => ({
  code,
  severity,
  path,
  words,
  step: stepOf(path),
  panel: panelOf(path, code),
});
const ofProblem = ({ code, path, message }: Problem, severity: Check['severity']): Check => {
  const known = PROBLEM_CATALOGUE[code as ProblemCode] as { readonly en: string; readonly ja: string } | undefined;
  return check(code, severity, path, checkWords(code, path) ?? { en: message, ja: known?.ja ?? message });
};

const stepOf = (path: string): number | undefined => {
  const index = /^\/steps\/(\d+)/.exec(path)?.[1];
  return index === undefined ? undefined : Number(index) + 1;
};

const AIM = /^\/(audience|trigger|frequency|schedule|priority)(\/|$)/;
/** The panel in which the field of a path is. */
const panelOf = (path: string, code: string): PanelName => {
  if (/^(missing_translation|missing_text|undeclared_locale)$/.test(code) || /^\/(locales|defaultLocale)/.test(path))
    return 'languages';
  if (AIM.test(path)) return 'aim';
  if (/^\/theme(\/|$)/.test(path)) return 'theme';
  return path.startsWith('/steps/') ? 'step' : 'tour';
};

const targetChecks = ({ tour, looks, now }: CheckInput): readonly Check[] =>
  stepsOf(tour).flatMap((step, i): readonly Check[] => {
    if (!step?.target || typeof step.id !== 'string') return [];
    const path = `/steps/${i}/target`;
    const look = looks[step.id];
    const page = pageText(step.page);
    const say = (code: string, severity: Check['severity'], en: string, ja: string) => [
      check(code, severity, path, { en, ja }),
    ];
    if (!look) {
      return say(
        'target_not_checked',
        'warning',
        page ? `Its target was not checked on ${page} yet.` : 'Its target was not checked on a page yet.',
        page ? `対象の要素は ${page} でまだ確認していません。` : '対象の要素はまだ確認していません。',
      );
    }
    if (!look.here && (look.status === 'found' || look.status === 'healed')) {
      return isOld(look, now)
        ? say(
            'target_not_checked',
            'warning',
            `Its target was not checked on ${look.page} for ${minutes(look.at, now)} minutes.`,
            `対象の要素は ${look.page} で ${minutes(look.at, now)} 分間確認していません。`,
          )
        : [];
    }
    if (look.status === 'found') return [];
    if (look.status === 'healed') {
      return say(
        'target_healed',
        'warning',
        'Its target is found only by its likeness: aim again, so that it stays found.',
        '対象の要素は特徴だけを頼りに見つかっています。指定し直すと確実です。',
      );
    }
    if (!look.here && page === '') {
      return say(
        'target_not_checked',
        'warning',
        'Its target is not on this page, and the step names no other.',
        '対象の要素はこのページにありません。ステップのページも指定されていません。',
      );
    }
    // A menu's item is there only while the menu is open: what was seen in this tab is not lost.
    if (look.foundAt !== undefined) {
      return say(
        'target_not_now',
        'warning',
        `Its target is not on the page at this moment; it was ${ago(look.foundAt, now).en}.`,
        `対象の要素は今はページにありません(${ago(look.foundAt, now).ja}にはありました)。`,
      );
    }
    if (look.status === 'hidden') {
      return say(
        'target_hidden',
        'warning',
        'Its target is on the page, but hidden at this moment.',
        '対象の要素はページにありますが、今は見えません。',
      );
    }
    return look.status === 'ambiguous'
      ? say(
          'target_ambiguous',
          'error',
          'Several elements match its target: nobody can tell which is meant.',
          '対象に当てはまる要素が複数あり、どれを指すのか決められません。',
        )
      : say(
          'target_missing',
          'error',
          `Its target is not on ${look.page}: nobody would see this step.`,
          `対象の要素が ${look.page} に見つかりません。このままでは誰にも表示されません。`,
        );
  });

const OLD_MINUTES = 60;
const minutes = (at: number, now: number): number => Math.max(0, Math.round((now - at) / 60_000));
const ago = (at: number, now: number): { readonly en: string; readonly ja: string } => {
  const count = minutes(at, now);
  if (count === 0) return { en: 'a moment ago', ja: '少し前' };
  return { en: count === 1 ? '1 minute ago' : `${count} minutes ago`, ja: `${count} 分前` };
};
const isOld = ({ at }: Look, now: number): boolean => minutes(at, now) > OLD_MINUTES;
