import { fields, isRecord, items, pointer } from '../documents/problems.ts';
import { equals, keysOf, own } from './equals.ts';
import { buttonsText, conditionText, shortText, targetText, wordsOf } from './shortText.ts';
import type { ChangeCode, TourChange } from './TourChange.ts';

type Say = (value: unknown) => string | undefined;
const FIELDS: Readonly<Record<string, readonly [ChangeCode, Say?]>> = {
  kind: ['kind_changed', shortText],
  page: ['page_changed', shortText],
  target: ['target_changed', targetText],
  placement: ['placement_changed', shortText],
  position: ['placement_changed', shortText],
  spotlight: ['spotlight_changed', shortText],
  advance: ['advance_changed', (value) => shortText(items(value).map((one) => fields(one).on))],
  next: ['branch_changed', (value) => shortText(items(value).map((one) => fields(one).goto))],
  showIf: ['skip_rule_changed', conditionText],
  onMissing: ['missing_policy_changed', shortText],
  timeoutMs: ['missing_policy_changed', shortText],
  beacon: ['beacon_changed', (value) => shortText(fields(value).position)],
};

/** A step with what it is followed by. Two steps with one id, which a draft may have, are told apart by which comes first. */
interface Known {
  readonly key: string;
  readonly index: number;
  readonly step: unknown;
}
const known = (tour: unknown): readonly Known[] => {
  const count = new Map<string, number>();
  return items(own(tour, 'steps')).map((step, index) => {
    const id = own(step, 'id');
    const name = typeof id === 'string' ? `id ${id}` : 'none';
    const nth = count.get(name) ?? 0;
    count.set(name, nth + 1);
    return { key: `${name} ${nth}`, index, step };
  });
};

const place = ({ step, index }: Known) => {
  const id = own(step, 'id');
  return { stepId: typeof id === 'string' ? id : undefined, step: index + 1 };
};

export const compareSteps = (before: unknown, after: unknown): readonly TourChange[] => {
  // What is no list is a change of the tour as a whole.
  if (!Array.isArray(own(before, 'steps')) || !Array.isArray(own(after, 'steps'))) return [];
  const [were, are] = [known(before), known(after)];
  const old = new Map(were.map((one) => [one.key, one]));
  const kept = new Set(are.map(({ key }) => key));
  const moved = movedKeys(
    were.filter(({ key }) => kept.has(key)).map(({ key }) => key),
    are.filter(({ key }) => old.has(key)).map(({ key }) => key),
  );
  return [
    ...are.flatMap((now): readonly TourChange[] => {
      const was = old.get(now.key);
      const path = `/steps/${now.index}`;
      if (!was) return [{ code: 'step_added', path, ...place(now), after: titleOf(now.step, after) }];
      const move: readonly TourChange[] = moved.has(now.key)
        ? [{ code: 'step_moved', path, ...place(now), before: String(was.index + 1), after: String(now.index + 1) }]
        : [];
      return [...move, ...compareStep(was.step, now.step, path).map((change) => ({ ...change, ...place(now) }))];
    }),
    ...were
      .filter(({ key }) => !kept.has(key))
      .map(
        (was): TourChange => ({
          code: 'step_removed',
          path: `/steps/${was.index}`,
          ...place(was),
          before: titleOf(was.step, before),
        }),
      ),
  ];
};

const titleOf = (step: unknown, tour: unknown): string | undefined => {
  const content = fields(own(step, 'content'));
  const locale = own(tour, 'defaultLocale');
  const text = fields((typeof locale === 'string' ? content[locale] : undefined) ?? Object.values(content)[0]);
  return shortText(text.title) ?? shortText(wordsOf(text.body)) ?? shortText(own(step, 'id'));
};

/** The fewest steps that, taken out and put elsewhere, make the new order of the old: all but a longest run that kept its order. */
const movedKeys = (were: readonly string[], are: readonly string[]): ReadonlySet<string> => {
  const at = new Map(were.map((key, index) => [key, index]));
  // best[i]: keys of the longest rising run that ends with are[i].
  const best: (readonly string[])[] = [];
  let longest: readonly string[] = [];
  are.forEach((key, i) => {
    let run: readonly string[] = [];
    for (let j = 0; j < i; j++) {
      const one = best[j] ?? [];
      if ((at.get(are[j] ?? '') ?? 0) < (at.get(key) ?? 0) && one.length > run.length) run = one;
    }
    const mine = [...run, key];
    best.push(mine);
    if (mine.length > longest.length) longest = mine;
  });
  const stayed = new Set(longest);
  return new Set(are.filter((key) => !stayed.has(key)));
};

const compareStep = (was: unknown, is: unknown, path: string): readonly TourChange[] => {
  if (!isRecord(was) || !isRecord(is))
    return equals(was, is)
      ? []
      : [{ code: 'step_setting_changed', path, before: shortText(was), after: shortText(is) }];
  return keysOf(was, is).flatMap((key): readonly TourChange[] => {
    const [old, now] = [own(was, key), own(is, key)];
    if (equals(old, now)) return [];
    const at = path + pointer([key]);
    if (key === 'content' && isRecord(old) && isRecord(now)) return compareContent(old, now, at);
    if (key === 'buttons') return [buttonsChange(old, now, at)];
    const [code, say = shortText] = (Object.hasOwn(FIELDS, key) && FIELDS[key]) || ['step_setting_changed' as const];
    return [{ code, path: at, ...sides(say(old), say(now)) }];
  });
};

/** Two short texts that are the same say nothing of what changed. */
const sides = (before: string | undefined, after: string | undefined) => (before === after ? {} : { before, after });

const buttonsChange = (old: unknown, now: unknown, path: string): TourChange => {
  const locales = [old, now].flatMap((list) => items(list).flatMap((one) => Object.keys(fields(fields(one).label))));
  const texts = [...new Set(locales)].map((locale) => sides(buttonsText(old, locale), buttonsText(now, locale)));
  return { code: 'buttons_changed', path, ...texts.find((text) => 'after' in text) };
};

const compareContent = (was: unknown, is: unknown, path: string): readonly TourChange[] =>
  keysOf(was, is).flatMap((locale): readonly TourChange[] => {
    const [old, now] = [own(was, locale), own(is, locale)];
    if (equals(old, now)) return [];
    const at = path + pointer([locale]);
    const said = (text: unknown) => shortText(fields(text).title) ?? shortText(wordsOf(fields(text).body));
    if (old === undefined) return [{ code: 'translation_added', path: at, locale, after: said(now) }];
    if (now === undefined) return [{ code: 'translation_removed', path: at, locale, before: said(old) }];
    if (!isRecord(old) || !isRecord(now))
      return [{ code: 'text_changed', path: at, locale, before: shortText(old), after: shortText(now) }];
    return keysOf(old, now).flatMap((key): readonly TourChange[] => {
      const [before, after] = [own(old, key), own(now, key)];
      if (equals(before, after)) return [];
      const here = at + pointer([key]);
      if (key !== 'body')
        return [
          {
            code: key === 'title' ? 'title_changed' : 'text_changed',
            path: here,
            locale,
            before: shortText(before),
            after: shortText(after),
          },
        ];
      const texts = [wordsOf(before), wordsOf(after)] as const;
      return texts[0] === texts[1]
        ? [{ code: 'formatting_changed', path: here, locale }]
        : [{ code: 'text_changed', path: here, locale, before: shortText(texts[0]), after: shortText(texts[1]) }];
    });
  });
