import type { MissingReason } from './events.ts';

/** Report requests and results: product contract section 10. A rate without a denominator is null, never 0 or NaN. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  /** 0 to 1, or null when the denominator is 0. */
  readonly value: number | null;
  /** Wilson 95 % interval, each 0 to 1; null when the denominator is 0. */
  readonly interval: readonly [number, number] | null;
}
export interface ReportRequest {
  /** Calendar days `YYYY-MM-DD` in `timezone`, both inclusive; a run counts in the period in which it started. */
  readonly from: string;
  readonly to: string;
  /** IANA zone; default UTC. */
  readonly timezone: string;
  readonly version?: number | undefined;
  readonly environment: string;
  readonly locale?: string | undefined;
}
export interface TourSummary {
  readonly tourId: string;
  readonly name: string;
  /** Live version, or null when it is not live. */
  readonly liveVersion: number | null;
  readonly started: number;
  readonly completed: number;
  readonly dismissed: number;
  readonly abandoned: number;
  readonly broken: number;
  /** Runs with neither an ending nor 30 minutes of silence. */
  readonly inProgress: number;
  readonly completionRate: Rate;
  /** True when any run in the period is simulated. */
  readonly simulated: boolean;
  /** Epoch ms of the last event of a run in the period, or null. */
  readonly lastEventAt: number | null;
}
/** `GET /v1/reports/tours?from&to&timezone&environment`. */
export interface ToursReport {
  readonly request: ReportRequest;
  readonly tours: readonly TourSummary[];
}
export interface StepReport {
  readonly stepId: string;
  /** From the newest version that has it; default-locale title, else the id. */
  readonly title: string;
  readonly reached: number;
  /** Left forward. */
  readonly completed: number;
  readonly skipped: number;
  /** Runs whose last viewed step this is and that did not complete (running ones are not lost yet). */
  readonly dropOff: {
    readonly dismissed: number;
    readonly abandoned: number;
    readonly broken: number;
    readonly rate: Rate;
  };
  readonly inProgress: number;
  /** Visible time in ms, or null when nobody left it yet. */
  readonly timeOnStep: { readonly medianMs: number; readonly p90Ms: number; readonly runs: number } | null;
  readonly targetMissing: number;
  readonly targetHealed: number;
}
/** `GET /v1/reports/tours/:id?from&to&timezone&version&environment&locale`. */
export interface TourReport {
  readonly request: ReportRequest;
  readonly summary: TourSummary;
  /** Started runs that never showed a step, by what became of them. */
  readonly neverShown: {
    readonly dismissed: number;
    readonly abandoned: number;
    readonly broken: number;
    readonly inProgress: number;
  };
  readonly steps: readonly StepReport[];
  /** Runs per calendar day of `timezone`. */
  readonly days: readonly { readonly day: string; readonly started: number; readonly completed: number }[];
  readonly versions: readonly {
    readonly version: number;
    readonly started: number;
    readonly completed: number;
    readonly completionRate: Rate;
  }[];
  readonly locales: readonly { readonly locale: string; readonly started: number }[];
}

/** `GET /v1/reports/targets?from&to&timezone&version&environment&tour`. */
export interface TargetsRequest extends Omit<ReportRequest, 'locale'> {
  /** One tour alone. */
  readonly tour?: string | undefined;
}
/** Runs that looked for a target, by how it came out. looked = found + healed + missing. */
export interface TargetHealth {
  /** Runs that showed the step, or were told that its target is missing. */
  readonly looked: number;
  /** As its selectors say. */
  readonly found: Rate;
  /** Not as its selectors say, but by what the element is; and never missing. */
  readonly healed: Rate;
  /** At least once not found or not shown in time. */
  readonly missing: Rate;
}
/** From worst to best; `collecting` when there are too few runs to say. */
export type TargetState = 'broken' | 'fragile' | 'healing' | 'collecting' | 'healthy';
export interface TargetVerdict {
  readonly state: TargetState;
  /** The newest stretch of the period over which nothing has changed: what the state is told from. */
  readonly now: TargetHealth;
  /** Epoch ms of the first such run of that stretch; null when it was so in the whole period, or is well. */
  readonly since: number | null;
  /** The version that came with the change; null when the same version ran before and after it, so the app changed. */
  readonly withVersion: number | null;
}
export interface TargetStep {
  readonly tourId: string;
  readonly tourName: string;
  readonly liveVersion: number | null;
  readonly stepId: string;
  readonly title: string;
  /** Place in the tour, from 1; null when the tour's document no longer has the step. */
  readonly number: number | null;
  /** A path on which the step can be looked at: its own `page`, else where it was missing or healed most. null when none is known. */
  readonly page: string | null;
  readonly all: TargetHealth;
  /** Runs of the last 24 hours, and those before them. */
  readonly last24h: TargetHealth;
  readonly before: TargetHealth;
  readonly verdict: TargetVerdict;
  /** Of the missing runs, by the reason told first; most first. */
  readonly reasons: readonly { readonly reason: MissingReason; readonly runs: number }[];
  /** Of the missing runs: what became of the step. They add up to the missing ones. */
  readonly became: {
    readonly ended: number;
    readonly skipped: number;
    readonly centered: number;
    /** Shown afterwards: the target came late. */
    readonly foundLater: number;
    /** Not shown again. */
    readonly waited: number;
  };
  /** Of runs in which it healed, each run's lowest. From 0 to 1. */
  readonly confidence: { readonly median: number; readonly min: number; readonly runs: number } | null;
  /** Epoch ms, of runs in the period. */
  readonly firstMissingAt: number | null;
  readonly lastMissingAt: number | null;
  readonly firstHealedAt: number | null;
  readonly lastHealedAt: number | null;
  /** Newest first. */
  readonly versions: readonly ({ readonly version: number } & TargetHealth)[];
  readonly simulated: boolean;
}
/** Worst first. Steps with a target of every tour that is live, or has runs in the period. */
export interface TargetsReport {
  readonly request: TargetsRequest;
  readonly steps: readonly TargetStep[];
}

export { REPORT_DEFINITIONS, type ReportDefinition, type ReportDefinitionId } from './reportDefinitions.ts';
export { TARGET_DEFINITIONS, type TargetDefinitionId } from './targetDefinitions.ts';
