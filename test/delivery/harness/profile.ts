import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type BrowserContext, chromium } from '@playwright/test';
import { browserPath } from '../../harness/browser.ts';

/** A person's browser profile on disk: the browser over it can be killed and started again. */
export interface Profile {
  /** Starts the browser; its pages share what the profile has stored. */
  start(): Promise<BrowserContext>;
  /** SIGKILL, as the system does when it needs the memory. */
  kill(): Promise<void>;
  remove(): Promise<void>;
}

export const createProfile = (): Profile => {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-profile-'));
  let running: ChildProcess | undefined;

  const kill = async (): Promise<void> => {
    const child = running;
    running = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };

  return {
    async start() {
      const child = spawn(
        await browserPath(),
        [
          '--headless',
          '--no-sandbox',
          '--disable-gpu',
          '--disable-background-networking',
          '--no-first-run',
          '--remote-debugging-port=0',
          `--user-data-dir=${folder}`,
          'about:blank',
        ],
        { stdio: ['ignore', 'ignore', 'pipe'] },
      );
      running = child;
      const browser = await chromium.connectOverCDP(await endpointOf(child));
      const [context] = browser.contexts();
      if (!context) throw new Error('The browser has no default context.');
      return context;
    },
    kill,
    async remove() {
      await kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
};

const endpointOf = async (child: ChildProcess): Promise<string> => {
  if (!child.stderr) throw new Error('The browser has no stderr.');
  for await (const line of createInterface({ input: child.stderr })) {
    const found = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (found) {
      child.stderr.resume();
      return found;
    }
  }
  throw new Error('The browser ended before it listened.');
};
