/**
 * Why the server gave nothing. `signed_out`: the token is missing, ended or unknown (401). `refused`: signed in, but not allowed (403).
 * `gone`: no such tour any more (404). `wrong_key`: the
 * page's key opens no environment. `unreachable`: no answer at all. `unexpected`: any other answer.
 */
export interface Failure {
  readonly kind: 'signed_out' | 'refused' | 'gone' | 'wrong_key' | 'unreachable' | 'unexpected';
  /** What the server said, for `refused` and `unexpected`. */
  readonly detail?: string | undefined;
}

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };
