/** What an element is, kept so that it can be found again when its selectors fail. Written by `describeElement`. */
export interface Fingerprint {
  readonly tag: string;
  readonly role?: string | undefined;
  readonly name?: string | undefined;
  readonly text?: string | undefined;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  readonly position?: { readonly index: number; readonly of: number } | undefined;
  readonly landmarks?: readonly string[] | undefined;
  /** Its index among siblings of its tag, its parent's, and so on, from 0. */
  readonly places?: readonly number[] | undefined;
  /** What heads its section. */
  readonly heading?: string | undefined;
  /** The texts nearest to it, before and behind. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** What its siblings say, the nearest first. */
  readonly siblings?: readonly string[] | undefined;
  /** Ancestors as `tag#id.class`, innermost first. */
  readonly ancestors?: readonly string[] | undefined;
  /** What it is made of, as `tag#id.class`, in document order. */
  readonly inside?: readonly string[] | undefined;
  /** The labels of other elements of its kind on the page, hashed, three characters each. */
  readonly others?: string | undefined;
  /** The language of the page, BCP 47. */
  readonly lang?: string | undefined;
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
