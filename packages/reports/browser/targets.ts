import type { TargetHealth, TargetStep } from '@shirube/schema/report';
import { rate } from './reports.ts';

/** Runs that looked, of which so many healed and so many missed. */
const health = (looked: number, healed: number, missing: number): TargetHealth => ({
  looked,
  found: rate(looked - healed - missing, looked),
  healed: rate(healed, looked),
  missing: rate(missing, looked),
});
const step = (stepId: string, title: string, number: number, more: Partial<TargetStep>): TargetStep => ({
  tourId: 'first-invoice',
  tourName: 'Send your first invoice',
  liveVersion: 4,
  stepId,
  title,
  number,
  page: '/invoices',
  all: health(0, 0, 0),
  last24h: health(0, 0, 0),
  before: health(0, 0, 0),
  verdict: { state: 'collecting', now: health(0, 0, 0), since: null, withVersion: null },
  reasons: [],
  became: { ended: 0, skipped: 0, centered: 0, foundLater: 0, waited: 0 },
  confidence: null,
  firstMissingAt: null,
  lastMissingAt: null,
  firstHealedAt: null,
  lastHealedAt: null,
  versions: [],
  simulated: false,
  ...more,
});

/** Tuesday, 14:00 UTC. */
export const SINCE = Date.UTC(2026, 10, 17, 14);

/** One step in every state, worst first. */
export const targetSteps: readonly TargetStep[] = [
  step('send', 'Send it', 4, {
    all: health(400, 0, 120),
    last24h: health(40, 0, 39),
    before: health(360, 0, 81),
    verdict: { state: 'broken', now: health(122, 0, 118), since: SINCE, withVersion: null },
    reasons: [
      { reason: 'not_found', runs: 110 },
      { reason: 'hidden', runs: 10 },
    ],
    became: { ended: 100, skipped: 0, centered: 0, foundLater: 5, waited: 15 },
    firstMissingAt: SINCE,
    lastMissingAt: SINCE + 86_400_000,
    versions: [
      { version: 4, ...health(300, 0, 118) },
      { version: 3, ...health(100, 0, 2) },
    ],
  }),
  step('logo', 'Add your logo', 1, {
    tourId: 'invite-team',
    tourName: 'Invite your team',
    page: null,
    all: health(200, 0, 40),
    last24h: health(20, 0, 4),
    before: health(180, 0, 36),
    verdict: { state: 'fragile', now: health(200, 0, 40), since: null, withVersion: null },
    reasons: [{ reason: 'not_found', runs: 40 }],
    became: { ended: 0, skipped: 40, centered: 0, foundLater: 0, waited: 0 },
    firstMissingAt: SINCE,
    lastMissingAt: SINCE,
    simulated: true,
  }),
  step('new', 'Start here', 1, {
    all: health(500, 130, 0),
    last24h: health(50, 50, 0),
    before: health(450, 80, 0),
    verdict: { state: 'healing', now: health(131, 130, 0), since: SINCE, withVersion: 4 },
    confidence: { median: 0.9, min: 0.9, runs: 130 },
    firstHealedAt: SINCE,
    lastHealedAt: SINCE + 86_400_000,
  }),
  step('late', 'See what was paid', 5, {}),
  step('customer', 'Add a customer', 2, {
    all: health(452, 0, 2),
    last24h: health(45, 0, 0),
    before: health(407, 0, 2),
    verdict: { state: 'healthy', now: health(452, 0, 2), since: null, withVersion: null },
    reasons: [{ reason: 'timed_out', runs: 2 }],
    became: { ended: 0, skipped: 0, centered: 0, foundLater: 2, waited: 0 },
    firstMissingAt: SINCE,
    lastMissingAt: SINCE,
  }),
];
