import { parseTour } from '@shirube/schema';
import type { Person, PersonFacts, VersionInfo } from '@shirube/schema/api';
import type { Tour } from '@shirube/schema/tour';
import { PublishPanel } from '../../src/panels/publish/PublishPanel.ts';
import { RehearsePanel } from '../../src/panels/rehearse/RehearsePanel.ts';
import type { Answer, Failure } from '../../src/server/failure.ts';
import type { SaveState, UiLocale, Workspace } from '../../src/session/Session.ts';
import type { FakeSession } from './fakeSession.ts';
import { mountPanel } from './mountPanel.ts';

/** Plain data, handed into the page. */
export interface ReleaseScene {
  readonly panel: 'publish' | 'rehearse';
  readonly ui?: UiLocale;
  readonly tour: Tour;
  readonly workspace?: Partial<Workspace>;
  /** Published before, the oldest first; the last one is live in production. */
  readonly published?: readonly Tour[];
  readonly people?: readonly PersonFacts[];
  /** What the server answers to `publish`. */
  readonly refusal?: Failure;
  readonly save?: SaveState;
}
export interface ReleaseWindow {
  session: FakeSession;
  /** Every request that changes something, as `name body`. */
  requests: string[];
  open(scene: ReleaseScene): void;
}

customElements.define('shirube-editor-publish', PublishPanel);
customElements.define('shirube-editor-rehearse', RehearsePanel);

const ok = <T>(value: T): Promise<Answer<T>> => Promise.resolve({ ok: true, value });
const no = <T>(failure: Failure): Promise<Answer<T>> => Promise.resolve({ ok: false, failure });

const it = globalThis as unknown as ReleaseWindow;
it.requests = [];
it.open = ({ panel, ui = 'en', tour, workspace = {}, published = [], people = [], refusal, save }) => {
  const tours = [...published];
  const live: Record<string, number | undefined> = { production: tours.length || undefined };
  const versions = (): readonly VersionInfo[] =>
    tours
      .map((_, i) => ({
        version: i + 1,
        note: i === 0 ? 'The first one' : '',
        publishedAt: Date.UTC(2026, 10, 20 + i, 9, 30),
        publishedBy: 'aiko@example.com',
        liveIn: Object.keys(live).filter((name) => live[name] === i + 1),
      }))
      .reverse();
  const { session } = mountPanel(`shirube-editor-${panel}`, {
    ui,
    tour,
    workspace,
    check: (draft) => {
      const parsed = parseTour(draft);
      return { problems: parsed.ok ? [] : parsed.problems, warnings: parsed.warnings };
    },
    api: {
      listVersions: () => ok(versions()),
      readVersion: (_, version) => {
        const info = versions().find((one) => one.version === version);
        const found = tours[version - 1];
        return info && found ? ok({ ...info, tour: found, text: JSON.stringify(found) }) : no({ kind: 'gone' });
      },
      publish: (_, body) => {
        it.requests.push(`publish ${JSON.stringify(body)}`);
        if (refusal) return no(refusal);
        tours.push(it.session.draft?.tour as Tour);
        live[body.environment] = tours.length;
        return ok({ version: tours.length, environment: body.environment });
      },
      rollback: (_, { environment, version }) => {
        it.requests.push(`rollback ${environment} ${version}`);
        live[environment] = version;
        return ok({ version, environment });
      },
      kill: (_, { environment }) => {
        it.requests.push(`kill ${environment}`);
        live[environment] = undefined;
        return ok({ environment });
      },
      findPeople: (_, search) => ok(people.filter(({ userId }) => userId.includes(search)) as readonly Person[]),
      personFacts: (_, id) => {
        const found = people.find(({ userId }) => userId === id);
        return found ? ok(found) : no({ kind: 'gone' });
      },
    },
    saveLibrary: async () => {
      it.requests.push('saveLibrary');
      return [];
    },
  });
  if (save) session.saveState(save);
  it.session = session;
};
