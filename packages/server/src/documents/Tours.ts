import type { TourDraft, TourListItem, VersionInfo } from '@shirube/schema/api';
import type { Tour } from '@shirube/schema/tour';
import type { Documents } from './openDocuments.ts';
import { etagOf } from './secrets.ts';

export type Draft = Omit<TourDraft, 'warnings' | 'problems'>;
/** What the writer believes the draft to be: this etag, or not there yet. */
export type Expected = { readonly etag: string } | 'absent';
export type SaveOutcome =
  | { readonly outcome: 'created' | 'updated'; readonly draft: Draft }
  | { readonly outcome: 'conflict'; readonly current: Draft }
  | { readonly outcome: 'missing' };
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
      name: documentOf(row).name,
      etag: row.etag,
      updatedAt: row.updated_at,
      updatedBy: row.updated_by,
      live: live
        .filter((one) => one.tour_id === row.id)
        .map((one) => ({ environment: one.environment, version: one.version ?? 0, publishedAt: one.at })),
    }));
  }

  async draft(id: string): Promise<Draft | undefined> {
    const row = await this.#documents.selectFrom('tours').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? undefined : draftOf(row);
  }

  async save(tour: Tour, expected: Expected, by: string, at: number): Promise<SaveOutcome> {
    const document = JSON.stringify(tour);
    // The time goes into the tag: the same text written again is a newer draft.
    const row = { id: tour.id, document, etag: etagOf(`${at}${document}`), updated_at: at, updated_by: by };
    return this.#documents.transaction().execute(async (trx) => {
      const current = await trx.selectFrom('tours').selectAll().where('id', '=', tour.id).executeTakeFirst();
      if (current === undefined) {
        if (expected !== 'absent') return { outcome: 'missing' };
        await trx.insertInto('tours').values(row).execute();
        return { outcome: 'created', draft: draftOf(row) };
      }
      if (expected === 'absent' || expected.etag !== current.etag)
        return { outcome: 'conflict', current: draftOf(current) };
      await trx.updateTable('tours').set(row).where('id', '=', tour.id).execute();
      return { outcome: 'updated', draft: draftOf(row) };
    });
  }

  /** Versions stay: reports keep their names and steps. */
  async remove(id: string): Promise<void> {
    await this.#documents.deleteFrom('tours').where('id', '=', id).execute();
  }

  async versions(id: string): Promise<readonly (VersionInfo & { readonly tour: Tour })[]> {
    const rows = await this.#documents
      .selectFrom('versions')
      .selectAll()
      .where('tour_id', '=', id)
      .orderBy('version', 'desc')
      .execute();
    const live = await this.#documents
      .selectFrom('live')
      .selectAll()
      .where('tour_id', '=', id)
      .orderBy('environment')
      .execute();
    return rows.map((row) => ({
      version: row.version,
      note: row.note,
      publishedAt: row.published_at,
      publishedBy: row.published_by,
      liveIn: live.filter((one) => one.version === row.version).map((one) => one.environment),
      tour: documentOf(row),
    }));
  }

  /** The next version, live in one environment. */
  async publish(tour: Tour, release: Release): Promise<number> {
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
      tour: row.document === null ? null : documentOf({ document: row.document }),
      at: row.at,
    }));
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

const documentOf = ({ document }: { document: string }): Tour => JSON.parse(document) as Tour;
const draftOf = (row: { document: string; etag: string; updated_at: number; updated_by: string }): Draft => ({
  tour: documentOf(row),
  text: row.document,
  etag: row.etag,
  updatedAt: row.updated_at,
  updatedBy: row.updated_by,
  origin: { kind: 'api' },
});
