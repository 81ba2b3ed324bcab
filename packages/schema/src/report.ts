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

export { REPORT_DEFINITIONS, type ReportDefinition, type ReportDefinitionId } from './reportDefinitions.ts';
