import type { Tour } from '@shirube/schema/tour';
import type { Session } from '../../session/Session.ts';
import { pickFile, saveFile } from '../../ui/files.ts';
import { openMenu } from '../../ui/openMenu.ts';
import { textsIn } from '../../ui/texts.ts';
import { type FileProblem, writeCsvFile } from './exchange/csvFile.ts';
import { localeName } from './exchange/locales.ts';
import { type ImportPlan, type IncomingText, planImport } from './exchange/plan.ts';
import { MAX_FILE_BYTES, readFile } from './exchange/readFile.ts';
import { standing } from './exchange/readText.ts';
import { listUnits, type TextUnit } from './exchange/units.ts';
import { writeXliff } from './exchange/writeXliff.ts';
import { languageTexts } from './texts.ts';

/** The menu of what a translator can be given. */
export const openExports = (button: HTMLElement, root: ShadowRoot, session: Session): void => {
  const { tour } = session.draft ?? {};
  if (!tour) return;
  const texts = textsIn(languageTexts, session.ui);
  const units = listUnits(tour);
  const others = (tour.locales ?? []).filter((it) => it !== tour.defaultLocale);
  const where = (unit: TextUnit): string => texts.where(unit.stepNumber, texts.role[unit.role]);
  const save = (locales: readonly string[], name: string, text: string, type: string): void => {
    saveFile(root, name, text, type);
    const own = locales.flatMap((locale) => units.filter((unit) => standing(tour, unit, locale) === 'own'));
    if (own.length > 0) session.notify(texts.leftOut(own.length));
  };
  const csv = (start: string) => () =>
    save(others, `${tour.id}.csv`, start + writeCsvFile(tour, others, where), 'text/csv;charset=utf-8');
  openMenu(button, [
    ...others.map((locale) => ({
      label: texts.xliffFor(localeName(locale, session.ui)),
      do: () => save([locale], `${tour.id}.${locale}.xlf`, writeXliff(tour, locale, where), 'application/xliff+xml'),
    })),
    { label: texts.csvAll, do: csv('') },
    // The mark by which Excel knows UTF-8.
    { label: texts.csvExcel, do: csv('\uFEFF') },
  ]);
};

export interface PickedImport {
  readonly name: string;
  readonly texts: readonly IncomingText[];
  readonly problem: FileProblem | undefined;
}

/** Lets the person choose a file and reads it. Undefined when there is none, or when another tour is open by then. */
export const pickImport = async (root: ShadowRoot, session: Session): Promise<PickedImport | undefined> => {
  const tourId = session.draft?.tour.id;
  const file = await pickFile(root, '.csv,.xlf,.xliff,text/csv,application/xliff+xml');
  if (!file) return undefined;
  const bytes = file.size > MAX_FILE_BYTES ? undefined : new Uint8Array(await file.arrayBuffer());
  const tour = session.draft?.tour;
  if (!tour || tour.id !== tourId) return undefined;
  const tooLarge = { ok: false, problem: { code: 'too_large', detail: '' } } as const;
  const read = bytes ? readFile(bytes, tour) : tooLarge;
  return { name: file.name, texts: read.ok ? read.texts : [], problem: read.ok ? undefined : read.problem };
};

/** Plans an import. A report is drawn often and planned once: a file may have thousands of texts. */
export const createPlanner = () => {
  let last: { readonly by: readonly unknown[]; readonly plan: ImportPlan } | undefined;
  return (tour: Tour, texts: readonly IncomingText[], withChangedSources: boolean): ImportPlan => {
    const by = [tour, texts, withChangedSources];
    if (!last || by.some((it, i) => it !== last?.by[i]))
      last = { by, plan: planImport(tour, texts, { withChangedSources }) };
    return last.plan;
  };
};
