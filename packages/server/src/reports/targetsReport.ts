import type { ReportRequest, TargetState, TargetStep, TargetsReport, TargetsRequest } from '@shirube/schema/report';
import type { Step, Tour } from '@shirube/schema/tour';
import type { Looks, TargetStepCounts } from '../events/TargetCounts.ts';
import { periodOf } from './period.ts';
import { healthOf, verdictOf } from './targetVerdict.ts';
import type { ReportSources } from './tourReport.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How many parts the course of a step has at most: hours in a month, days in two years. */
const MAX_PARTS = 744;
const WORST_FIRST: readonly TargetState[] = ['broken', 'fragile', 'healing', 'collecting', 'healthy'];

/** Every step with a target, of tours that are live or have runs in the period. */
export const reportTargets = async (sources: ReportSources, request: TargetsRequest): Promise<TargetsReport> => {
  const { environment, version, tour } = request;
  const now = sources.now();
  const period = periodOf(request satisfies Pick<ReportRequest, 'from' | 'to' | 'timezone'>);
  const counts = await sources.events.targets({
    environment,
    ...period,
    now,
    tourId: tour,
    version,
    recentFrom: Math.min(now, period.until) - DAY_MS,
    bucketMs: HOUR_MS * Math.ceil((period.until - period.from) / (HOUR_MS * MAX_PARTS)),
  });
  const live = (await sources.tours.live(environment)).filter(({ version }) => version !== null);
  const tourIds = new Set([...live.map(({ tourId }) => tourId), ...counts.map(({ tourId }) => tourId)]);
  const perTour = await Promise.all(
    [...tourIds]
      .filter((tourId) => tour === undefined || tourId === tour)
      .map(async (tourId) => {
        const versions = await sources.tours.versions(tourId);
        const liveVersion = live.find((one) => one.tourId === tourId)?.version ?? null;
        const wanted = versions.find((one) => one.version === (version ?? liveVersion)) ?? versions[0];
        const ofTour = counts.filter((one) => one.tourId === tourId);
        return stepsOf({ tourId, liveVersion, document: wanted?.tour }, ofTour);
      }),
  );
  return { request, steps: perTour.flat().toSorted(worstFirst) };
};

interface Place {
  readonly tourId: string;
  readonly liveVersion: number | null;
  /** The version that is looked at; undefined for a tour that only events know. */
  readonly document: Tour | undefined;
}

/** The document's steps that have a target. Of a tour that only events know: the steps of which something was told. */
const stepsOf = (place: Place, counts: readonly TargetStepCounts[]): readonly TargetStep[] => {
  const { document } = place;
  if (document === undefined)
    return counts
      .filter(({ course }) => course.length > 0)
      .map((one) => targetStep(place, { stepId: one.stepId, title: one.stepId, number: null, step: undefined }, one));
  return document.steps.flatMap((step, index) => {
    if (step.target === undefined) return [];
    const title = step.content[document.defaultLocale]?.title ?? step.id;
    const known = counts.find(({ stepId }) => stepId === step.id);
    return [targetStep(place, { stepId: step.id, title, number: index + 1, step }, known)];
  });
};

interface Named {
  readonly stepId: string;
  readonly title: string;
  readonly number: number | null;
  readonly step: Step | undefined;
}
const targetStep = (
  { tourId, liveVersion, document }: Place,
  { step, ...named }: Named,
  counts: TargetStepCounts | undefined,
): TargetStep => {
  const all = counts?.all ?? nobody;
  const recent = counts?.recent ?? nobody;
  return {
    tourId,
    tourName: document?.name ?? tourId,
    liveVersion,
    ...named,
    page: pathOf(step) ?? counts?.pages.find(({ page }) => !page.includes(':'))?.page ?? null,
    all: healthOf(all),
    last24h: healthOf(recent),
    before: healthOf({
      looked: all.looked - recent.looked,
      healed: all.healed - recent.healed,
      missing: all.missing - recent.missing,
    }),
    verdict: verdictOf(all, counts?.course ?? []),
    reasons: counts?.reasons ?? [],
    became: counts?.became ?? { ended: 0, skipped: 0, centered: 0, foundLater: 0, waited: 0 },
    confidence: counts?.confidence ?? null,
    firstMissingAt: counts?.firstMissingAt ?? null,
    lastMissingAt: counts?.lastMissingAt ?? null,
    firstHealedAt: counts?.firstHealedAt ?? null,
    lastHealedAt: counts?.lastHealedAt ?? null,
    versions: (counts?.versions ?? []).map(({ version, ...looks }) => ({ version, ...healthOf(looks) })),
    simulated: counts?.simulated ?? false,
  };
};

const nobody: Looks = { looked: 0, healed: 0, missing: 0 };

/** A page that is written as a plain path: one without a placeholder or a wildcard, which nobody can open. */
const pathOf = (step: Step | undefined): string | undefined => {
  const page = step?.page;
  const path =
    typeof page === 'string'
      ? page
      : page?.path?.op === 'eq' && typeof page.path.value === 'string'
        ? page.path.value
        : page?.path?.op === 'in' && Array.isArray(page.path.value)
          ? page.path.value.find((one: unknown) => typeof one === 'string')
          : undefined;
  return typeof path === 'string' && /^\/(?!\/)[^:*{}()?#\\\s]*$/.test(path) ? path : undefined;
};

const worstFirst = (a: TargetStep, b: TargetStep): number =>
  WORST_FIRST.indexOf(a.verdict.state) - WORST_FIRST.indexOf(b.verdict.state) ||
  troubleOf(b) - troubleOf(a) ||
  (a.tourId < b.tourId ? -1 : a.tourId > b.tourId ? 1 : 0) ||
  (a.number ?? 0) - (b.number ?? 0);
/** Runs that are in trouble now: a broken step that many meet comes before one that few do. */
const troubleOf = ({ verdict: { now } }: TargetStep): number => now.missing.numerator + now.healed.numerator;
