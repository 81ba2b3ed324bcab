import { createHash, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number }, Buffer>(scrypt);
/** 16 MB and about 50 ms: OWASP's least for scrypt with p = 1 is N = 2^17; p = 5 with N = 2^14 is its equal in work and gentler on memory. */
const COST = { N: 2 ** 14, r: 8, p: 5 };
const KEY_BYTES = 32;

/** `scrypt$salt$key`, in hex. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16);
  return `scrypt$${salt.toString('hex')}$${(await derive(password, salt, KEY_BYTES, COST)).toString('hex')}`;
};

export const verifyPassword = async (password: string, hash: string): Promise<boolean> => {
  const [, salt = '', key = ''] = hash.split('$');
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'hex'), KEY_BYTES, COST), Buffer.from(key, 'hex'));
};

/** 192 random bits behind a prefix that says what it is for: pk_, sk_, et_. */
export const makeToken = (prefix: 'pk_' | 'sk_' | 'et_' | 'ss_' | ''): string =>
  prefix + randomBytes(24).toString('base64url');

/** Tokens are random and long: a plain hash is enough, and looking one up by its hash leaks nothing by time. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export const etagOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** Hex HMAC-SHA256 of the user id with the environment's secret: the proof of who a user is. */
export const signUser = (secret: string, userId: string): string =>
  createHmac('sha256', secret).update(userId).digest('hex');

export const provesUser = (secret: string, userId: string, signature: string | undefined): boolean => {
  const expected = Buffer.from(signUser(secret, userId));
  const given = Buffer.from(signature ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
};
