import type { ElementFact, Facts } from '@shirube/schema/rules';
import type { Target } from '@shirube/schema/tour';
import { type Gathered, gather, type LiveCandidate } from './candidates.ts';
import { type Choice, choose, freeAt } from './choose.ts';
import { type Core, changeDevice, DAY_MS, MINUTE_MS, SESSION_MS } from './core.ts';
import { factsNow } from './facts.ts';
import { part } from './lib/part.ts';
import { digest } from './mayStart.ts';
import { watchBusy } from './page/busy.ts';
import type { Disposer } from './ports.ts';
import { savedRun } from './savedRun.ts';
import { createTriggers, type Triggers } from './triggers.ts';

/** What the decider asks of the guide, once there is one. */
export interface Guided {
  /** False while the user's progress on other devices is being asked for. */
  arrived(): boolean;
  /** True while a run holds the screen, or may still come back to it. */
  busy(): boolean;
  decide(woken?: string): void;
  /** A fact changed. */
  changed(): void;
}

/** Knows which tour would start now, and why the others would not. Shows nothing and sends nothing. */
export interface Decider {
  readonly triggers: Triggers;
  gathered(): Gathered;
  facts(): Facts;
  /** All candidates against this moment; `again` is already seen to. */
  choice(): Choice<LiveCandidate>;
  /** Looks whether something may start, and calls for the guide when it is needed for more. `woken`: an event just tracked. */
  decide(woken?: string): void;
  navigated(): void;
  bundleChanged(): void;
  /** Looks at these elements too, in place of those of the last call. */
  need(targets: readonly Target[]): void;
  /** From now on the guide has the say. */
  follow(guide: Guided): void;
}

const loadWatch = part(() => import('./page/watchElements.ts'));

export const createDecider = (core: Core, callGuide: () => void): Decider => {
  let gathered: Gathered = gather(core);
  let elements: Readonly<Record<string, ElementFact>> = {};
  let needed: readonly Target[] = [];
  let unwatch: Disposer | undefined;
  /** Epoch ms at which this page was come to, by load or by navigation. */
  let pageAt = performance.timeOrigin;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let guide: Guided | undefined;
  /** What the answers that were last remembered depended on. */
  let answered: readonly unknown[] = [];
  const triggers = createTriggers();
  const busy = watchBusy(() => decide());

  // Without a server, or a user that it could know, this browser knows all there is.
  const arrived = (): boolean => (guide ? guide.arrived() : !core.user || !core.endpoint);
  const facts = (): Facts => factsNow(core, { arrived: arrived(), elements, pageAt });

  const watchTargets = (): void => {
    unwatch?.();
    unwatch = undefined;
    const targets = [...gathered.elements, ...needed];
    if (!targets.length) return;
    const current = needed;
    loadWatch().then(
      ({ watchElements }) => {
        if (core.gone.aborted || current !== needed || unwatch) return;
        unwatch = watchElements(targets, (found) => {
          elements = found;
          if (guide) guide.changed();
          else decide();
        });
      },
      // Blocked: what rules ask of elements stays unknown.
      () => {},
    );
  };
  const wakeAt = (again: number): void => {
    clearTimeout(timer);
    const now = Date.now();
    const times = [again, ...gathered.seconds.map((s) => pageAt + s * 1000), gathered.timed ? now + MINUTE_MS : again];
    const next = Math.min(...times.filter((time) => time > now));
    // Longer waits end with the page, or are found at the next change; a timer of more than 24 days would fire at once.
    if (next < now + DAY_MS) timer = setTimeout(() => decide(), next - now + 1);
  };
  const choice = (): Choice<LiveCandidate> => {
    const known = facts();
    const { everyMinutes = 30, perDay = 3 } = core.options.interruptions ?? {};
    triggers.update(gathered.candidates, known);
    const chosen = choose(gathered.candidates, {
      facts: known,
      notBefore: core.bundle.updatedAt,
      due: triggers.due,
      tours: core.record.tours,
      busy: guide?.busy() ? 'another_run' : busy.why(),
      auto: core.device.auto,
      everyMinutes,
      perDay,
    });
    wakeAt(chosen.again);
    remember(chosen);
    return chosen;
  };
  /** So that the next pages are spared the question. */
  const remember = ({ lost }: Choice<LiveCandidate>): void => {
    const { notFor } = core.device;
    const of = digest(core);
    const depends = [of, core.user, arrived()];
    if (!core.endpoint || depends.every((one, i) => one === answered[i])) return;
    answered = depends;
    const now = Date.now();
    const former = notFor?.of === of && notFor.until > now ? notFor.tours : [];
    const known = facts();
    const no = new Set(lost.flatMap(({ id, reason }) => (reason === 'audience' ? [id] : [])));
    const more = gathered.candidates.flatMap(({ id, staysOut }) =>
      no.has(id) && !former.includes(id) && staysOut(known) ? [id] : [],
    );
    if (!more.length) return;
    const until = former.length && notFor ? notFor.until : now + SESSION_MS;
    void changeDevice(core, (old) => ({ ...old, notFor: { of, until, tours: [...former, ...more] } }));
  };
  /** Tours that only what other devices know may still let start. */
  const asksServer = ({ lost }: Choice<LiveCandidate>): boolean =>
    !arrived() &&
    lost.some(({ id, reason }) => {
      const one = gathered.candidates.find((candidate) => candidate.id === id);
      return (
        one &&
        reason === 'unknown' &&
        triggers.due.has(id) &&
        freeAt(one.frequency, core.record.tours[id]) <= Date.now()
      );
    });

  const decide = (woken?: string): void => {
    if (core.gone.aborted) return;
    if (guide) {
      guide.decide(woken);
      return;
    }
    try {
      const chosen = choice();
      const shows = chosen.winner || savedRun(core, Date.now());
      // Fetched beside the guide, which will ask for it: one wait less before the first step. What fails here fails there again.
      if (shows) import('./runtime.ts').catch(() => {});
      if (shows || asksServer(chosen)) callGuide();
    } catch (error) {
      core.diagnose('not_decided', `What to show could not be decided: ${error}`);
    }
  };

  const dispose = (): void => {
    clearTimeout(timer);
    unwatch?.();
    busy.dispose();
  };
  core.gone.addEventListener('abort', dispose);
  watchTargets();
  // Gone while this was being loaded.
  if (core.gone.aborted) dispose();

  return {
    triggers,
    gathered: () => gathered,
    facts,
    choice,
    decide,
    navigated() {
      pageAt = Date.now();
    },
    bundleChanged() {
      gathered = gather(core);
      watchTargets();
    },
    need(targets) {
      if (!targets.length && !needed.length) return;
      needed = targets;
      watchTargets();
    },
    follow(one) {
      guide = one;
    },
  };
};
