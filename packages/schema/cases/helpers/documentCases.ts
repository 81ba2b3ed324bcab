import { readFileSync } from 'node:fs';

export type Kind = 'tour' | 'segment' | 'skill' | 'theme' | 'condition' | 'bundle';
export interface Place {
  readonly code: string;
  readonly path: string;
}
export interface DocumentCase {
  readonly name: string;
  readonly parse: Kind | 'tourJson';
  readonly set: Readonly<Record<string, unknown>>;
  readonly remove: readonly string[];
  /** Instead of a document: a text to parse. */
  readonly text?: string;
  readonly problems: readonly Place[];
  readonly warnings: readonly Place[];
}
const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`../documents/${file}`, import.meta.url), 'utf8')) as {
    readonly base: Readonly<Record<Kind, unknown>>;
    readonly cases: readonly DocumentCase[];
  };
export const { base, cases: bad } = read('bad.json');
export const { cases: good } = read('good.json');

/** The document of a case: a copy of the base with places set and removed. */
export const documentOf = (row: DocumentCase): unknown => {
  let document = structuredClone(base[row.parse as Kind]);
  const change = (path: string, edit: (holder: Record<string, unknown>, key: string) => void) => {
    const keys = path
      .split('/')
      .slice(1)
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = keys.pop() ?? '';
    edit(
      keys.reduce((at, key) => at[key] as Record<string, unknown>, document as Record<string, unknown>),
      last,
    );
  };
  for (const [path, value] of Object.entries(row.set)) {
    if (path === '') document = value;
    else
      change(path, (holder, key) => {
        holder[key] = structuredClone(value);
      });
  }
  for (const path of row.remove)
    change(path, (holder, key) => {
      delete holder[key];
    });
  return document;
};
