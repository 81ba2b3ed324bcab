/** What an element is, kept so that it can be found again when its selectors fail. Written by `describeElement`. */
export interface Fingerprint {
  readonly tag: string;
  readonly role?: string | undefined;
  readonly name?: string | undefined;
  readonly text?: string | undefined;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  readonly position?: { readonly index: number; readonly of: number } | undefined;
  readonly landmarks?: readonly string[] | undefined;
}

/** The page element that a step points at. `frame` and `within` narrow the search to a frame or a container. At least one of selectors, text, fingerprint. */
export interface Target {
  readonly selectors?: readonly string[] | undefined;
  /** Visible text, white space folded, compared exactly; narrows `selectors`, or stands alone. */
  readonly text?: string | undefined;
  readonly fingerprint?: Fingerprint | undefined;
  readonly frame?: Target | undefined;
  readonly within?: Target | undefined;
}
