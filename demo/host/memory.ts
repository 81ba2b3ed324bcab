import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Published } from './publish.ts';

/** What the demo remembers between starts, in its data folder. */
export interface DemoMemory {
  readonly adminPassword: string;
  readonly published: Published;
  readonly simulated: boolean;
  /** Where it ran the last time, for `pnpm simulate`. */
  readonly running?: { readonly endpoint: string; readonly key: string } | undefined;
}
const FILE = 'demo.json';

export const readMemory = (dataDir: string): DemoMemory => {
  const fresh: DemoMemory = { adminPassword: randomBytes(9).toString('base64url'), published: {}, simulated: false };
  try {
    return { ...fresh, ...(JSON.parse(readFileSync(join(dataDir, FILE), 'utf8')) as Partial<DemoMemory>) };
  } catch {
    return fresh;
  }
};
export const writeMemory = (dataDir: string, memory: DemoMemory): void => {
  mkdirSync(dataDir, { recursive: true });
  // Holds the password that the demo prints, so it is the owner's alone.
  writeFileSync(join(dataDir, FILE), `${JSON.stringify(memory, null, 2)}\n`, { mode: 0o600 });
};
