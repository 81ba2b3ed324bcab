/** One failure, in documents and in API answers alike. `path` is a JSON Pointer (RFC 6901) into the refused input; '' is its root. */
export interface Problem {
  readonly code: string;
  readonly path: string;
  /** One English sentence that says what is wrong and what would be right. */
  readonly message: string;
}

/** The outcome of every parse: the value, or all problems at once; warnings ride along with both. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly warnings: readonly Problem[] };
