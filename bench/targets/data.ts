import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One labelled element: where it was on page A, and the same thing for a person on page B; null where it is gone. */
export interface Case {
  readonly id: number;
  readonly pageA: string;
  readonly pageB: string;
  readonly change: 'release' | 'release-skip' | 'rollback' | 'other page';
  readonly kind: string;
  readonly xpathA: string;
  readonly xpathB: string | null;
  /** Also right. */
  readonly altB?: string | readonly string[] | null;
  readonly note: string;
  readonly product: string;
}

export const cases = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8')) as readonly Case[];
export const urlOf = (page: string): string => `file://${fileURLToPath(new URL(page, import.meta.url))}`;
export const truthsOf = ({ xpathB, altB }: Case): string[] =>
  [xpathB, ...(typeof altB === 'string' ? [altB] : (altB ?? []))].filter((it) => it !== null);
