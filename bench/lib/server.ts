import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ADMIN_PASSWORD = 'a password for one benchmark';

export interface ServerProcess {
  readonly url: string;
  readonly publicKey: string;
  /** Processor time that the process has used, user and system, in seconds; NaN where the system does not tell. */
  readonly processorSeconds: () => number;
  /** `SIGTERM`: closes its stores. `SIGKILL`: as a crash does. Resolves when the process is gone. */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Starts the server on a free port of the loopback. Rejects when it ends before it listens. */
export const startProcess = async (dataDir: string): Promise<ServerProcess> => {
  const file = fileURLToPath(new URL('./serverProcess.ts', import.meta.url));
  const child = spawn(process.execPath, [file, dataDir, ADMIN_PASSWORD], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([
    once(lines, 'line'),
    gone.then(() => Promise.reject(new Error('the server ended before it listened'))),
  ])) as [string];
  return {
    ...(JSON.parse(line) as { readonly url: string; readonly publicKey: string }),
    processorSeconds: () => processorSeconds(child.pid),
    async stop(signal) {
      child.kill(signal);
      await gone;
    },
  };
};

/** Linux counts a process's time in ticks of a hundredth of a second (proc(5), fields 14 and 15 of stat). */
const processorSeconds = (pid: number | undefined): number => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
};

/** Gives a folder of its own and takes it away afterwards. */
export const withFolder = async <T>(use: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'shirube-bench-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** A signed-in member's requests. Throws on any answer that is not good. */
export const signIn = async (url: string): Promise<(path: string, init?: RequestInit) => Promise<Response>> => {
  const json = { origin: url, 'content-type': 'application/json' };
  const body = JSON.stringify({ email: 'admin@localhost', password: ADMIN_PASSWORD });
  const session = await fetch(`${url}/v1/session`, { method: 'POST', headers: json, body });
  const cookie = session.headers.getSetCookie().map((line) => line.split(';')[0]);
  return async (path, init = {}) => {
    const headers = { ...json, cookie: cookie.join('; '), ...(init.headers as Record<string, string> | undefined) };
    const response = await fetch(`${url}${path}`, { ...init, headers });
    if (!response.ok) throw new Error(`${init.method ?? 'GET'} ${path}: ${response.status} ${await response.text()}`);
    return response;
  };
};
