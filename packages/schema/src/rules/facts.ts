import type { Target } from '../target.ts';

/** One tracked event of the user's own past. `at` is client epoch ms. */
export interface PastEvent {
  readonly name: string;
  readonly at: number;
  readonly props?: Readonly<Record<string, unknown>> | undefined;
}
/** What is known of one tour for this user; times are client epoch ms. Absent times never happened. */
export interface TourProgress {
  readonly startedAt?: number | undefined;
  readonly completedAt?: number | undefined;
  readonly dismissedAt?: number | undefined;
}
/** What a look at one element gave. */
export interface ElementFact {
  readonly present: boolean;
  readonly visible: boolean;
  readonly enabled: boolean;
  readonly text?: string | undefined;
  readonly value?: string | undefined;
}
/**
 * Everything that a condition may ask about, as plain data. A fact that is absent (undefined) has not arrived yet: its leaf is unknown.
 * `{}` for traits means "arrived, and empty".
 */
export interface Facts {
  /** Client epoch ms of this evaluation. */
  readonly now: number;
  readonly user?: Readonly<Record<string, unknown>> | undefined;
  readonly company?: Readonly<Record<string, unknown>> | undefined;
  /** In any order. */
  readonly history?: readonly PastEvent[] | undefined;
  /** By tour id; a tour that is not listed was never seen. */
  readonly tours?: Readonly<Record<string, TourProgress>> | undefined;
  /** The current URL, whole. */
  readonly url?: string | undefined;
  /** By `elementKey(target)`; a target that is not listed has not been looked at: unknown. */
  readonly elements?: Readonly<Record<string, ElementFact>> | undefined;
  readonly device?: 'desktop' | 'tablet' | 'mobile' | undefined;
  readonly viewport?: { readonly width: number; readonly height: number } | undefined;
  readonly locale?: string | undefined;
  readonly browser?: string | undefined;
  /** IANA zone of the device, used by `time` without `timezone`. */
  readonly timezone?: string | undefined;
  readonly sessions?: number | undefined;
  readonly secondsOnPage?: number | undefined;
  /** Stable id of the user (or of the anonymous browser), hashed for `sample`. */
  readonly sampleId?: string | undefined;
}
/** The key under which facts hold what was seen of a target. */
export const elementKey = (target: Target): string => JSON.stringify(target);
