import type { VersionInfo } from '@shirube/schema/api';
import type { Problem } from '@shirube/schema/problem';
import type { Tour } from '@shirube/schema/tour';
import type { Failure } from '../../server/failure.ts';
import type { Session } from '../../session/Session.ts';

/** What became of the last thing that was done; `undo` brings back what was live before. */
export type Outcome =
  | {
      readonly name: 'published' | 'rolled_back';
      readonly version: number;
      readonly environment: string;
      readonly before: number | undefined;
    }
  | { readonly name: 'stopped'; readonly environment: string; readonly before: number }
  | { readonly name: 'failed'; readonly failure: Failure; readonly problems: readonly Problem[] };

/** Versions of the open tour, and everything that makes one live. Draws nothing; `changed` is called when there is something new to draw. */
export class Releases {
  readonly #session: Session;
  readonly #changed: () => void;
  readonly #tours = new Map<number, Tour | 'asked'>();
  #tourId = '';
  versions: readonly VersionInfo[] = [];
  state: 'loading' | 'loaded' | 'failed' = 'loading';
  /** What is going on; nothing else can be begun meanwhile. */
  busy = false;
  outcome: Outcome | undefined;

  constructor(session: Session, changed: () => void) {
    this.#session = session;
    this.#changed = changed;
  }

  /** To be called at every draw: reads the versions when another tour is open. */
  follow(): void {
    const id = this.#session.draft?.tour.id ?? '';
    if (id === this.#tourId) return;
    this.#tourId = id;
    this.#tours.clear();
    this.versions = [];
    this.state = 'loading';
    this.outcome = undefined;
    void this.load();
  }

  async load(): Promise<void> {
    const id = this.#tourId;
    if (id === '') return;
    const answer = await this.#session.api.listVersions(id);
    if (id !== this.#tourId) return;
    // A tour that was never saved has none.
    const none = !answer.ok && answer.failure.kind === 'gone';
    this.versions = answer.ok ? answer.value : none ? [] : this.versions;
    this.state = answer.ok || none ? 'loaded' : 'failed';
    this.#changed();
  }

  /** The document of a version; undefined until it has arrived. */
  tour(version: number): Tour | undefined {
    const known = this.#tours.get(version);
    if (known === undefined) {
      this.#tours.set(version, 'asked');
      void this.#read(version);
    }
    return known === 'asked' ? undefined : known;
  }
  async #read(version: number): Promise<void> {
    const id = this.#tourId;
    const answer = await this.#session.api.readVersion(id, version);
    if (id !== this.#tourId) return;
    if (answer.ok) this.#tours.set(version, answer.value.tour);
    else this.#tours.delete(version);
    if (answer.ok) this.#changed();
  }

  /** Number of the version that is live there. */
  liveIn(environment: string): number | undefined {
    return this.versions.find(({ liveIn }) => liveIn.includes(environment))?.version;
  }

  /** Sends the draft, then what it refers to, then makes it the next version. */
  publish(environment: string, note: string): Promise<void> {
    return this.#do(async () => {
      const before = this.liveIn(environment);
      const save = await this.#session.flush();
      const kept = failureOf(save);
      if (kept) return failed(kept);
      const { segments, skills, themes } = this.#session.draft?.work.library ?? {};
      const changed = [segments, skills, themes].some((changes) => Object.keys(changes ?? {}).length > 0);
      const problems = changed ? await this.#session.saveLibrary() : [];
      if (problems.length > 0) return failed({ kind: 'invalid' }, problems);
      const answer = await this.#session.api.publish(this.#tourId, {
        environment,
        note,
        etag: this.#session.draft?.etag,
      });
      if (!answer.ok) return failed(answer.failure);
      return { name: 'published', version: answer.value.version, environment, before };
    });
  }
  rollBack(environment: string, version: number, note: string): Promise<void> {
    return this.#do(async () => {
      const before = this.liveIn(environment);
      const answer = await this.#session.api.rollback(this.#tourId, { environment, version, note });
      return answer.ok ? { name: 'rolled_back', version, environment, before } : failed(answer.failure);
    });
  }
  stop(environment: string, note: string): Promise<void> {
    return this.#do(async () => {
      const before = this.liveIn(environment) ?? 0;
      const answer = await this.#session.api.kill(this.#tourId, { environment, note });
      return answer.ok ? { name: 'stopped', environment, before } : failed(answer.failure);
    });
  }
  /** Brings back what was live before the last thing that was done. */
  undo(note: string): Promise<void> {
    const { outcome } = this;
    if (outcome === undefined || outcome.name === 'failed') return Promise.resolve();
    const { environment, before } = outcome;
    return before === undefined ? this.stop(environment, note) : this.rollBack(environment, before, note);
  }

  async #do(act: () => Promise<Outcome>): Promise<void> {
    if (this.busy) return;
    const id = this.#tourId;
    this.busy = true;
    this.outcome = undefined;
    this.#changed();
    const outcome = await act();
    this.busy = false;
    if (id !== this.#tourId) return;
    this.outcome = outcome;
    if (outcome.name !== 'failed') await Promise.all([this.load(), this.#session.reload()]);
    this.#changed();
  }
}

const failed = (failure: Failure, problems: readonly Problem[] = failure.problems ?? []): Outcome => ({
  name: 'failed',
  failure,
  problems,
});

/** Why what would be published is not at the server. */
const failureOf = (save: Awaited<ReturnType<Session['flush']>>): Failure | undefined => {
  if (save.name === 'local' || save.name === 'saving') return { kind: 'unreachable' };
  if (save.name === 'signed_out') return { kind: 'signed_out' };
  if (save.name === 'refused') return { kind: 'unexpected', detail: save.detail };
  return save.name === 'conflict' ? { kind: 'conflict', by: save.by, at: save.at } : undefined;
};
