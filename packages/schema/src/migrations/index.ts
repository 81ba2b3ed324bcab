import type { Json } from '../documents/problems.ts';
import { toVersion1 } from './toVersion1.ts';

/** The one at index n turns a document of version n into one of version n + 1. Pure; tolerant of any shape, because nothing is checked yet. */
export const migrations: readonly ((document: Json) => Json)[] = [toVersion1];
export const CURRENT_VERSION = migrations.length;
