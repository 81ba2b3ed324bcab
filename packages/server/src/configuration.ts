import type { Rate } from './http/RateLimit.ts';
import { StartFailure } from './StartFailure.ts';
import type { ServerOptions } from './startServer.ts';

/** Environment variables, as a process has them. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** What the operator asked for. Every variable may be absent or empty; a wrong one is refused, never guessed at. */
export const configurationFrom = (variables: Variables): ServerOptions => {
  const read = (name: string): string | undefined => variables[name] || undefined;
  return {
    dataDir: read('SHIRUBE_DATA_DIR') ?? './.data/shirube',
    port: wholeNumber('PORT', read('PORT'), 0, 65_535) ?? 4700,
    host: read('HOST') ?? '127.0.0.1',
    adminPassword: password(read('SHIRUBE_ADMIN_PASSWORD')),
    rateLimit: rate(read('SHIRUBE_RATE_LIMIT')),
    trustProxy: onOrOff('SHIRUBE_TRUST_PROXY', read('SHIRUBE_TRUST_PROXY')),
  };
};

const MIN_PASSWORD = 8;
const password = (text: string | undefined): string | undefined => {
  if (text === undefined || text.length >= MIN_PASSWORD) return text;
  throw wrong('SHIRUBE_ADMIN_PASSWORD', `at least ${MIN_PASSWORD} characters`);
};

/** Requests a second per address and key; four seconds' worth may come at once. */
const rate = (text: string | undefined): Rate | undefined => {
  const perSecond = wholeNumber('SHIRUBE_RATE_LIMIT', text, 1, 1_000_000);
  return perSecond === undefined ? undefined : { perSecond, burst: perSecond * 4 };
};

const wholeNumber = (name: string, text: string | undefined, least: number, most: number): number | undefined => {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw wrong(name, `a whole number from ${least} to ${most}`);
};

const onOrOff = (name: string, text: string | undefined): boolean | undefined => {
  if (text === undefined) return undefined;
  if (['1', 'true', 'on'].includes(text)) return true;
  if (['0', 'false', 'off'].includes(text)) return false;
  throw wrong(name, 'on or off');
};

const wrong = (name: string, wanted: string): StartFailure =>
  new StartFailure('bad_configuration', `${name} must be ${wanted}.`);
