import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSkill, parseTheme, parseTour } from '@shirube/schema';
import type { Parsed } from '@shirube/schema/problem';
import type { Tour } from '@shirube/schema/tour';

/** The demo's documents, as they lie in `demo/tours`. */
export const TOURS_FOLDER = join(import.meta.dirname, '..', 'tours');

export interface TourFiles {
  readonly tours: readonly Tour[];
  readonly skills: readonly { readonly id: string }[];
  readonly themes: readonly { readonly id: string }[];
}
/** Reads and parses everything. Throws on the first file with a problem, naming it and all its problems. */
export const readTourFiles = (folder: string = TOURS_FOLDER): TourFiles => {
  const lists = ['skills.json', 'themes.json'];
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && !lists.includes(name));
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const listed = (name: string): readonly unknown[] => {
    const value = read(name);
    if (!Array.isArray(value)) throw new Error(`${name} should hold a list.`);
    return value;
  };
  return {
    tours: names.sort().map((name) => good(name, parseTour(read(name)))),
    skills: listed('skills.json').map((skill) => good('skills.json', parseSkill(skill))),
    themes: listed('themes.json').map((theme) => good('themes.json', parseTheme(theme))),
  };
};

const good = <T>(name: string, parsed: Parsed<T>): T => {
  if (parsed.ok) return parsed.value;
  throw new Error(`${name}: ${parsed.problems.map(({ path, message }) => `${path} ${message}`).join('; ')}`);
};

/** Changes when, and only when, the document does. */
export const fingerprintOf = (document: unknown): string =>
  createHash('sha256').update(JSON.stringify(document)).digest('hex').slice(0, 16);
