import type { Problem } from '@shirube/schema/problem';

/**
 * Why the server gave nothing. `signed_out`: the token is missing, ended or unknown (401). `refused`: signed in, but not allowed (403). `gone`: there
 * is no such thing any more (404). `conflict`: someone was faster (409, 412). `invalid`: what was sent has problems (422). `wrong_key`: the page's
 * key opens no environment. `unreachable`: no answer at all. `unexpected`: any other answer.
 */
export interface Failure {
  readonly kind:
    | 'signed_out'
    | 'refused'
    | 'gone'
    | 'conflict'
    | 'invalid'
    | 'wrong_key'
    | 'unreachable'
    | 'unexpected';
  /** What the server said, where it said anything. */
  readonly detail?: string | undefined;
  /** Of `invalid`. */
  readonly problems?: readonly Problem[] | undefined;
  /** Of `conflict`: who was faster, when (epoch ms), and the ETag of what they wrote. */
  readonly by?: string | undefined;
  readonly at?: number | undefined;
  readonly etag?: string | undefined;
}

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };
