import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Path of a Firefox on this machine: `FIREFOX_PATH` when set, else the usual places; `undefined` when there is none. */
export const findFirefox = (env: Readonly<Record<string, string | undefined>> = process.env): string | undefined =>
  env.FIREFOX_PATH ?? [...onPath(env.PATH ?? ''), ...USUAL].find(runs);

const NAMES = ['firefox', 'firefox-esr', 'firefox-developer-edition', 'firefox-nightly'];
const USUAL = [
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

const onPath = (path: string): readonly string[] =>
  path.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));

const runs = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
