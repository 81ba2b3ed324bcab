import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface ChildServer {
  readonly url: string;
  readonly publicKey: string;
  /** Everything it printed until it was ready. */
  readonly output: string;
  readonly process: ChildProcess;
  /** Sends the signal and resolves with the exit code, null when the signal ended it. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}
export interface FailedStart {
  readonly code: number | null;
  readonly errors: string;
}

const running = new Set<ChildProcess>();
/** For afterAll: a test that failed half-way leaves no process behind. */
export const endChildren = (): void => {
  for (const child of running) child.kill('SIGKILL');
};

/** The program as an operator starts it, in a process of its own, on any free port. */
export const startChild = async (variables: Readonly<Record<string, string>>): Promise<ChildServer | FailedStart> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts')], {
    env: { PATH: process.env.PATH, PORT: '0', LANG: 'C', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  const ended = once(child, 'close') as Promise<[number | null]>;
  let output = '';
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ready = new Promise<ChildServer>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const found = /src="(.+)\/shirube\.js" data-key="(.+)"/.exec(output);
      if (found?.[1] === undefined || found[2] === undefined) return;
      const end = async (signal: NodeJS.Signals) => {
        child.kill(signal);
        return (await ended)[0];
      };
      resolve({ url: found[1], publicKey: found[2], output, process: child, end });
    });
  });
  return Promise.race([ready, ended.then(([code]): FailedStart => ({ code, errors }))]);
};

/** For tests that need it to start. */
export const startChildOrThrow = async (variables: Readonly<Record<string, string>>): Promise<ChildServer> => {
  const child = await startChild(variables);
  if ('url' in child) return child;
  throw new Error(`the server did not start: ${child.errors}`);
};
