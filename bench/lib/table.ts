/** One line of a table; a cell is text already. */
export type Row = readonly string[];

/** A plain table in Markdown, so that it can be read in a terminal and pasted into a document. Numbers stand right, the first column left. */
export const table = (head: Row, rows: readonly Row[]): string => {
  const widths = head.map((cell, column) =>
    Math.max(3, ...[cell, ...rows.map((row) => row[column] ?? '')].map(columns)),
  );
  const line = (row: Row): string =>
    `| ${head.map((_, column) => pad(row[column] ?? '', widths[column] ?? 3, column > 0)).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column > 0 ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2))).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
};

const columns = (text: string): number => [...text].length;
const pad = (text: string, width: number, right: boolean): string => {
  const space = ' '.repeat(Math.max(0, width - columns(text)));
  return right ? space + text : text + space;
};

export const whole = (value: number): string => Math.round(value).toLocaleString('en');
export const fixed = (value: number, digits: number): string => value.toFixed(digits);
export const times = (value: number, base: number): string => `×${(value / base).toFixed(2)}`;
