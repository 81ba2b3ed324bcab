/** RFC 4180, UTF-8. What a spreadsheet would run as a formula gets an apostrophe before it, which `fromCsv` takes away again. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map((cell) => quoted(guarded(cell))).join(',')}\r\n`).join('');

/** Also the full-width signs, which spreadsheets of East Asia take for the same. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const guarded = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);
const unguarded = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);
const quoted = (cell: string): string => (/[",;\t\r\n']/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * Rows of cells, or the line (from 1) at which the quotes stop making sense. The separator is what the first line uses most: a comma, or the
 * semicolon or tab that spreadsheets write in some countries.
 */
export const fromCsv = (
  text: string,
):
  | { readonly ok: true; readonly rows: readonly (readonly string[])[] }
  | { readonly ok: false; readonly line: number } => {
  const source = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(source);
  const rows: string[][] = [];
  let row: string[] = [];
  let line = 1;
  for (let at = 0; at < source.length; ) {
    let cell: string;
    if (source[at] === '"') {
      let end = source.indexOf('"', at + 1);
      while (end !== -1 && source[end + 1] === '"') end = source.indexOf('"', end + 2);
      if (end === -1) return { ok: false, line };
      cell = source.slice(at + 1, end).replaceAll('""', '"');
      line += cell.split('\n').length - 1;
      at = end + 1;
      if (at < source.length && ![separator, '\r', '\n'].includes(source[at] as string)) return { ok: false, line };
    } else {
      let end = at;
      while (end < source.length && ![separator, '\r', '\n'].includes(source[end] as string)) end += 1;
      cell = source.slice(at, end);
      at = end;
    }
    row.push(unguarded(cell));
    if (source[at] === separator) {
      at += 1;
      if (at < source.length) continue;
      row.push('');
    }
    rows.push(row);
    row = [];
    line += 1;
    at += source.startsWith('\r\n', at) ? 2 : 1;
  }
  return { ok: true, rows };
};

const separatorOf = (source: string): string => {
  const first = source.split(/[\r\n]/, 1)[0] ?? '';
  const count = (sign: string): number => first.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
};
