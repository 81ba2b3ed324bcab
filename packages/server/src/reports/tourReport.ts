import type { ReportRequest, StepReport, TourReport, TourSummary, ToursReport } from '@shirube/schema/report';
import type { Tour } from '@shirube/schema/tour';
import { nameIn, readDraft } from '../documents/readDraft.ts';
import type { Draft, Tours } from '../documents/Tours.ts';
import { type EventStore, QUARTER_MS, type RunTotals, type StepCounts, type TourCounts } from '../events/EventStore.ts';
import { dayOf, daysOf, periodOf } from './period.ts';
import { rate } from './wilson.ts';

export interface ReportSources {
  readonly tours: Tours;
  readonly events: EventStore;
  readonly now: () => number;
}

/** Every tour that exists or has a run in the period. */
export const reportTours = async (
  { tours, events, now }: ReportSources,
  request: ReportRequest,
): Promise<ToursReport> => {
  const counts = await events.tours({ environment: request.environment, ...periodOf(request), now: now() });
  const known = await tours.list();
  const names = new Map(known.map(({ id, name }) => [id, name]));
  const live = new Map(
    known.map(({ id, live }) => [id, live.find((one) => one.environment === request.environment)?.version ?? null]),
  );
  const ids = [...new Set([...known.map(({ id }) => id), ...counts.map(({ tourId }) => tourId)])];
  return {
    request,
    tours: ids.map((tourId) => {
      const totals = counts.find((one) => one.tourId === tourId) ?? nothing;
      return summary(tourId, names.get(tourId) ?? tourId, live.get(tourId) ?? null, totals);
    }),
  };
};

/** undefined: no such tour, neither as a document nor in any event. */
export const reportTour = async (
  sources: ReportSources,
  tourId: string,
  request: ReportRequest,
): Promise<TourReport | undefined> => {
  const [versions, draft] = await Promise.all([sources.tours.versions(tourId), sources.tours.draft(tourId)]);
  const published = versions.map(({ tour }) => tour);
  const documents = published.length > 0 ? published : draft === undefined ? [] : completeOnly(draft);
  const steps = stepsInOrder(documents);
  const counts = await sources.events.tour({
    environment: request.environment,
    ...periodOf(request),
    now: sources.now(),
    tourId,
    version: request.version,
    locale: request.locale,
    steps: [...steps.keys()],
  });
  if (documents.length === 0 && draft === undefined && counts.steps.length === 0) return undefined;
  const liveVersion = versions.find(({ liveIn }) => liveIn.includes(request.environment))?.version ?? null;
  return {
    request,
    summary: summary(tourId, documents[0]?.name ?? nameIn(draft?.text ?? '{}') ?? tourId, liveVersion, counts.totals),
    neverShown: {
      dismissed: counts.neverShown.dismissed,
      abandoned: counts.neverShown.abandoned,
      broken: counts.neverShown.broken,
      inProgress: counts.neverShown.inProgress,
    },
    // A step of an older version that nobody of these runs has met says nothing.
    steps: counts.steps
      .filter((step) => documents[0]?.steps.some(({ id }) => id === step.stepId) === true || wasMet(step))
      .map((step) => stepReport(step, steps.get(step.stepId) ?? step.stepId)),
    days: days(counts, request),
    versions: counts.versions.map((one) => ({ ...one, completionRate: rate(one.completed, one.started) })),
    locales: counts.locales,
  };
};

/** Of a draft that was never published and is incomplete there is nothing to show but its name. */
const completeOnly = ({ text }: Draft): readonly Tour[] => {
  const { parsed } = readDraft(text);
  return parsed.ok ? [parsed.value] : [];
};

/** Step ids with their titles: as the newest version has them, then those of older versions. */
const stepsInOrder = (newestFirst: readonly Tour[]): ReadonlyMap<string, string> => {
  const titles = new Map<string, string>();
  for (const tour of newestFirst) {
    for (const step of tour.steps) {
      if (!titles.has(step.id)) titles.set(step.id, step.content[tour.defaultLocale]?.title ?? step.id);
    }
  }
  return titles;
};

const wasMet = (step: StepCounts): boolean => step.reached + step.skipped + step.targetMissing + step.completed > 0;

const stepReport = ({ stepId, last, time, ...counts }: StepCounts, title: string): StepReport => {
  const { dismissed, abandoned, broken } = last;
  return {
    stepId,
    title,
    reached: counts.reached,
    completed: counts.completed,
    skipped: counts.skipped,
    dropOff: { dismissed, abandoned, broken, rate: rate(dismissed + abandoned + broken, counts.reached) },
    inProgress: last.inProgress,
    timeOnStep: time,
    targetMissing: counts.targetMissing,
    targetHealed: counts.targetHealed,
  };
};

const days = ({ quarters }: TourCounts, request: ReportRequest): TourReport['days'] => {
  const byDay = new Map(daysOf(request).map((day) => [day, { day, started: 0, completed: 0 }]));
  for (const { quarter, started, completed } of quarters) {
    const day = byDay.get(dayOf(quarter * QUARTER_MS, request.timezone));
    if (day === undefined) continue;
    day.started += started;
    day.completed += completed;
  }
  return [...byDay.values()];
};

const nothing: RunTotals = {
  started: 0,
  completed: 0,
  dismissed: 0,
  abandoned: 0,
  broken: 0,
  inProgress: 0,
  simulated: false,
  lastEventAt: null,
};
const summary = (tourId: string, name: string, liveVersion: number | null, totals: RunTotals): TourSummary => ({
  tourId,
  name,
  liveVersion,
  started: totals.started,
  completed: totals.completed,
  dismissed: totals.dismissed,
  abandoned: totals.abandoned,
  broken: totals.broken,
  inProgress: totals.inProgress,
  completionRate: rate(totals.completed, totals.started),
  simulated: totals.simulated,
  lastEventAt: totals.lastEventAt,
});
