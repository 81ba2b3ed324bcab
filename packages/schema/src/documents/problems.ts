import type { Problem } from '../problem.ts';
import type { ProblemCode } from '../problemCatalogue.ts';

export const problem = (code: ProblemCode, path: string, message: string): Problem => ({ code, path, message });

/** A JSON Pointer (RFC 6901) of keys and indexes. */
export const pointer = (keys: readonly PropertyKey[]): string =>
  keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

export type Json = Readonly<Record<string, unknown>>;
export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** The value as a list; what is no list has nothing in it. For checks that run beside the parse, on data of any shape. */
export const items = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const fields = (value: unknown): Json => (isRecord(value) ? value : {});
