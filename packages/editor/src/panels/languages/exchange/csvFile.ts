import type { Tour } from '@shirube/schema/tour';
import { fromCsv, toCsv } from './csv.ts';
import { canonicalLocale } from './locales.ts';
import type { IncomingText } from './plan.ts';
import { readText } from './readText.ts';
import { listUnits, type TextUnit } from './units.ts';

/** Why a file as a whole says nothing to us. `detail`: a line, a language, an id. */
export interface FileProblem {
  readonly code:
    | 'too_large'
    | 'not_utf8'
    | 'bad_quotes'
    | 'no_columns'
    | 'not_xml'
    | 'doctype'
    | 'not_xliff'
    | 'other_tour'
    | 'other_source'
    | 'bad_language';
  readonly detail: string;
}
export type FileTexts =
  | { readonly ok: true; readonly texts: readonly IncomingText[] }
  | { readonly ok: false; readonly problem: FileProblem };

/** One row for each text: its id, where it is, the original, and one column for each language. */
export const writeCsvFile = (tour: Tour, locales: readonly string[], where: (unit: TextUnit) => string): string =>
  toCsv([
    ['id', 'where', `source ${tour.defaultLocale}`, ...locales],
    ...listUnits(tour).map((unit) => [
      unit.id,
      where(unit),
      readText(tour, unit, tour.defaultLocale),
      ...locales.map((locale) => readText(tour, unit, locale)),
    ]),
  ]);

export const readCsvFile = (csv: string, tour: Tour): FileTexts => {
  const refuse = (code: FileProblem['code'], detail = ''): FileTexts => ({ ok: false, problem: { code, detail } });
  const read = fromCsv(csv);
  if (!read.ok) return refuse('bad_quotes', String(read.line));
  const [head = [], ...rows] = read.rows;
  const names = head.map((name) => name.trim());
  const [id, source] = [names.indexOf('id'), names.findIndex((name) => /^source\b/.test(name))];
  if (id === -1 || source === -1) return refuse('no_columns');
  const from = canonicalLocale(names[source]?.replace(/^source\s*/, '') ?? '');
  if (from !== canonicalLocale(tour.defaultLocale)) return refuse('other_source', from ?? names[source]);
  const targets = names.flatMap((name, column) =>
    [id, source].includes(column) || name === 'where' || name === '' ? [] : [{ name, column }],
  );
  const texts: IncomingText[] = [];
  for (const { name, column } of targets) {
    const canonical = canonicalLocale(name);
    const locale = tour.locales?.find((it) => it === name || canonicalLocale(it) === canonical) ?? canonical;
    if (locale === undefined) return refuse('bad_language', name);
    if (locale === tour.defaultLocale) continue;
    for (const [i, row] of rows.entries()) {
      if ((row[id] ?? '').trim() === '') continue;
      const cell = (at: number): string => (row[at] ?? '').replace(/\r\n?/g, '\n');
      texts.push({
        id: cell(id).trim(),
        locale,
        source: cell(source),
        target: cell(column),
        broken: [],
        at: String(i + 2),
      });
    }
  }
  return { ok: true, texts };
};
