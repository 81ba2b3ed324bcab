import type {
  DraftOrigin,
  ReleaseInfo,
  TourDraft,
  TourListItem,
  VersionDocument,
  VersionInfo,
} from '@shirube/schema/api';
import type { Tour } from '@shirube/schema/tour';
import type { Documents } from './openDocuments.ts';
import { nameIn } from './readDraft.ts';
import { etagOf } from './secrets.ts';
import type { Tables } from './tables.ts';

/** A draft may be incomplete, so that it is a text here; `readDraft` says what is in it. */
export interface Draft extends Omit<TourDraft, 'tour' | 'warnings' | 'problems'> {
  readonly id: string;
}
export interface WrittenDraft {
  readonly id: string;
  /** JSON, kept as it is. */
  readonly text: string;
  readonly origin: DraftOrigin;
  readonly by: string;
  readonly at: number;
}
/** What the writer believes the draft to be: this etag, or not there yet. */
export type Expected = { readonly etag: string } | 'absent';
export type SaveOutcome =
  | { readonly outcome: 'created' | 'updated'; readonly draft: Draft }
  | { readonly outcome: 'conflict'; readonly current: Draft }
  | { readonly outcome: 'missing' };
export interface Publishable {
  readonly tour: Tour;
  readonly text: string;
}
export interface Release {
  readonly environment: string;
  readonly note: string;
  readonly by: string;
  readonly at: number;
}

/** Drafts, their immutable versions, and which version is live where. */
export class Tours {
  readonly #documents: Documents;

  constructor(documents: Documents) {
    this.#documents = documents;
  }

  async list(): Promise<readonly TourListItem[]> {
    const tours = await this.#documents
      .selectFrom('tours')
      .selectAll()
      .orderBy('updated_at', 'desc')
      .orderBy('id')
      .execute();
    const live = await this.#documents
      .selectFrom('live')
      .selectAll()
      .where('version', 'is not', null)
      .orderBy('environment')
      .execute();
    return tours.map((row) => ({
      id: row.id,
      name: nameIn(row.document) ?? row.id,
      etag: row.etag,
      updatedAt: row.updated_at,
      updatedBy: row.updated_by,
      origin: originOf(row),
      live: live
        .filter((one) => one.tour_id === row.id)
        .map((one) => ({ environment: one.environment, version: one.version ?? 0, publishedAt: one.at })),
    }));
  }

  async draft(id: string): Promise<Draft | undefined> {
    const row = await this.#documents.selectFrom('tours').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? undefined : draftOf(row);
  }

  /** All of them, for what has to be looked for in every one. */
  async drafts(): Promise<readonly Draft[]> {
    return (await this.#documents.selectFrom('tours').selectAll().orderBy('id').execute()).map(draftOf);
  }

  async save({ id, text, origin, by, at }: WrittenDraft, expected: Expected): Promise<SaveOutcome> {
    return this.#documents.transaction().execute(async (trx) => {
      const current = await trx.selectFrom('tours').selectAll().where('id', '=', id).executeTakeFirst();
      const row = {
        id,
        document: text,
        // The tag before it and the time go into the tag: the same text written again is a newer draft, whatever the clock says.
        etag: etagOf(`${current?.etag ?? ''}${at}${text}`),
        updated_at: at,
        updated_by: by,
        origin_kind: origin.kind,
        origin_detail: origin.detail ?? null,
      };
      if (current === undefined) {
        if (expected !== 'absent') return { outcome: 'missing' };
        await trx.insertInto('tours').values(row).execute();
        return { outcome: 'created', draft: draftOf(row) };
      }
      if (expected === 'absent' || expected.etag !== current.etag)
        return { outcome: 'conflict', current: draftOf(current) };
      await trx.updateTable('tours').set(row).where('id', '=', id).execute();
      return { outcome: 'updated', draft: draftOf(row) };
    });
  }

  /** Versions stay: reports keep their names and steps. */
  async remove(id: string): Promise<void> {
    await this.#documents.deleteFrom('tours').where('id', '=', id).execute();
  }

  /** Newest first, without the documents: a tour of years has hundreds. */
  async versionInfos(id: string): Promise<readonly VersionInfo[]> {
    const rows = await this.#documents
      .selectFrom('versions')
      .select(['version', 'note', 'published_at', 'published_by'])
      .where('tour_id', '=', id)
      .orderBy('version', 'desc')
      .execute();
    const live = await this.#liveOf(id);
    return rows.map((row) => infoOf(row, live));
  }

  /** Newest first. */
  async versions(id: string): Promise<readonly VersionDocument[]> {
    const rows = await this.#documents
      .selectFrom('versions')
      .selectAll()
      .where('tour_id', '=', id)
      .orderBy('version', 'desc')
      .execute();
    const live = await this.#liveOf(id);
    return rows.map((row) => versionOf(row, live));
  }

  async version(id: string, version: number): Promise<VersionDocument | undefined> {
    const row = await this.#documents
      .selectFrom('versions')
      .selectAll()
      .where('tour_id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    return row === undefined ? undefined : versionOf(row, await this.#liveOf(id));
  }

  /** Every publish, rollback and kill, newest first. */
  async releases(id: string): Promise<readonly ReleaseInfo[]> {
    return this.#documents
      .selectFrom('releases')
      .select(['action', 'environment', 'version', 'note', 'at', 'by'])
      .where('tour_id', '=', id)
      .orderBy('id', 'desc')
      .execute();
  }

  /** The next version, live in one environment. `text` is the draft that `tour` was parsed from. */
  async publish({ tour, text }: Publishable, release: Release): Promise<number> {
    return this.#documents.transaction().execute(async (trx) => {
      const newest = await trx
        .selectFrom('versions')
        .select((eb) => eb.fn.max('version').as('version'))
        .where('tour_id', '=', tour.id)
        .executeTakeFirst();
      const version = Number(newest?.version ?? 0) + 1;
      await trx
        .insertInto('versions')
        .values({
          tour_id: tour.id,
          version,
          document: JSON.stringify(tour),
          text,
          note: release.note,
          published_at: release.at,
          published_by: release.by,
        })
        .execute();
      await goLive(trx, tour.id, 'publish', version, release);
      return version;
    });
  }

  /** An older version becomes live again, as it was. */
  async rollback(id: string, version: number, release: Release): Promise<'done' | 'no such version'> {
    return this.#documents.transaction().execute(async (trx) => {
      const found = await trx
        .selectFrom('versions')
        .select('version')
        .where('tour_id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst();
      if (found === undefined) return 'no such version';
      await goLive(trx, id, 'rollback', version, release);
      return 'done';
    });
  }

  /** Not live any more, and running runs of it end. */
  async kill(id: string, release: Release): Promise<'done' | 'not live'> {
    return this.#documents.transaction().execute(async (trx) => {
      const live = await trx
        .selectFrom('live')
        .select('version')
        .where('tour_id', '=', id)
        .where('environment', '=', release.environment)
        .executeTakeFirst();
      if (live === undefined) return 'not live';
      await goLive(trx, id, 'kill', null, release);
      return 'done';
    });
  }

  /** Everything that is live, or was killed, in one environment. */
  async live(environment: string): Promise<
    readonly {
      readonly tourId: string;
      readonly version: number | null;
      readonly tour: Tour | null;
      readonly at: number;
    }[]
  > {
    const rows = await this.#documents
      .selectFrom('live')
      .leftJoin('versions', (join) =>
        join.onRef('versions.tour_id', '=', 'live.tour_id').onRef('versions.version', '=', 'live.version'),
      )
      .select(['live.tour_id', 'live.version', 'live.at', 'versions.document'])
      .where('live.environment', '=', environment)
      .orderBy('live.tour_id')
      .execute();
    return rows.map((row) => ({
      tourId: row.tour_id,
      version: row.version,
      tour: row.document === null ? null : (JSON.parse(row.document) as Tour),
      at: row.at,
    }));
  }

  #liveOf(id: string): Promise<readonly Tables['live'][]> {
    return this.#documents.selectFrom('live').selectAll().where('tour_id', '=', id).orderBy('environment').execute();
  }
}

const goLive = async (
  trx: Documents,
  tourId: string,
  action: 'publish' | 'rollback' | 'kill',
  version: number | null,
  { environment, note, by, at }: Release,
): Promise<void> => {
  await trx
    .insertInto('live')
    .values({ environment, tour_id: tourId, version, at })
    .onConflict((conflict) => conflict.columns(['environment', 'tour_id']).doUpdateSet({ version, at }))
    .execute();
  await trx.insertInto('releases').values({ environment, tour_id: tourId, action, version, note, at, by }).execute();
};

const draftOf = (row: Tables['tours']): Draft => ({
  id: row.id,
  text: row.document,
  etag: row.etag,
  updatedAt: row.updated_at,
  updatedBy: row.updated_by,
  origin: originOf(row),
});
const originOf = ({ origin_kind: kind, origin_detail: detail }: Tables['tours']): DraftOrigin =>
  detail === null ? { kind } : { kind, detail };

const infoOf = (
  row: Omit<Tables['versions'], 'tour_id' | 'document' | 'text'>,
  live: readonly Tables['live'][],
): VersionInfo => ({
  version: row.version,
  note: row.note,
  publishedAt: row.published_at,
  publishedBy: row.published_by,
  liveIn: live.filter(({ version }) => version === row.version).map(({ environment }) => environment),
});
const versionOf = (row: Tables['versions'], live: readonly Tables['live'][]): VersionDocument => ({
  ...infoOf(row, live),
  tour: JSON.parse(row.document) as Tour,
  text: row.text ?? row.document,
});
