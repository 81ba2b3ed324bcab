import type { Context } from 'hono';
import type { Caller } from '../../documents/Members.ts';
import type { Services } from '../Services.ts';

/**
 * Who may call: `public` anyone; `member` a session, an API token or an editor token;
 * `person` a session alone, for what gives others power (tokens, keys).
 */
export type Access = 'public' | 'member' | 'person';

/** One route: what it does, and what openapi.json says of it, in one place so that neither can lack the other. */
export interface Route<A extends Access = Access> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As Hono has it: `/v1/tours/:id`. */
  readonly path: string;
  readonly access: A;
  /** Any web page may read the answer: no cookie, nothing secret. */
  readonly anyOrigin?: true;
  readonly summary: string;
  readonly query?: readonly string[];
  /** Request headers that change what happens, beside those of every request. */
  readonly headers?: readonly string[];
  /** The name of the body's shape in openapi.json. */
  readonly body?: string;
  /** Status of the good answers, each with a sentence. */
  readonly answers: Readonly<Record<number, string>>;
  readonly handle: (call: A extends 'public' ? Call : MemberCall) => Promise<Response> | Response;
}
export interface Call {
  readonly c: Context;
  readonly services: Services;
}
export interface MemberCall extends Call {
  readonly caller: Caller;
}
export type AnyRoute = Route<'public'> | Route<'member'> | Route<'person'>;
