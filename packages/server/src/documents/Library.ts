import type { Segment, Skill } from '@shirube/schema';
import type { Theme } from '@shirube/schema/theme';
import type { Documents } from './openDocuments.ts';
import { etagOf } from './secrets.ts';
import type { Expected } from './Tours.ts';
import type { LibraryKind, Tables } from './tables.ts';

export interface LibraryDocuments {
  readonly segments: Segment;
  readonly skills: Skill;
  readonly themes: Theme;
}

/** Who wrote what is there, and when; epoch ms. */
export interface Written {
  readonly etag: string;
  readonly updatedAt: number;
  readonly updatedBy: string;
}
export interface Writing {
  readonly by: string;
  readonly at: number;
  /** Absent: whatever is there is overwritten. */
  readonly expected?: Expected | undefined;
}
export type LibraryOutcome =
  | { readonly outcome: 'saved'; readonly etag: string }
  | { readonly outcome: 'conflict'; readonly current: Written }
  | { readonly outcome: 'missing' };

/** What tours refer to by id: segments, skills, themes. One table, for all three are a named JSON document. */
export class Library {
  readonly #documents: Documents;

  constructor(documents: Documents) {
    this.#documents = documents;
  }

  async all<K extends LibraryKind>(kind: K): Promise<readonly LibraryDocuments[K][]> {
    const rows = await this.#documents
      .selectFrom('library')
      .select('document')
      .where('kind', '=', kind)
      .orderBy('id')
      .execute();
    return rows.map((row) => JSON.parse(row.document) as LibraryDocuments[K]);
  }

  /** All, each with the tag to send when changing it; read at once, so that no tag is newer than its document. */
  async list<K extends LibraryKind>(
    kind: K,
  ): Promise<{ readonly documents: readonly LibraryDocuments[K][]; readonly etags: Readonly<Record<string, string>> }> {
    const rows = await this.#documents
      .selectFrom('library')
      .select(['id', 'document', 'etag'])
      .where('kind', '=', kind)
      .orderBy('id')
      .execute();
    return {
      documents: rows.map((row) => JSON.parse(row.document) as LibraryDocuments[K]),
      etags: Object.fromEntries(rows.map(({ id, etag }) => [id, etag])),
    };
  }

  async one<K extends LibraryKind>(
    kind: K,
    id: string,
  ): Promise<({ readonly document: LibraryDocuments[K] } & Written) | undefined> {
    const row = await rowOf(this.#documents, kind, id);
    return row === undefined
      ? undefined
      : { document: JSON.parse(row.document) as LibraryDocuments[K], ...writtenOf(row) };
  }

  async save<K extends LibraryKind>(
    kind: K,
    value: LibraryDocuments[K],
    { by, at, expected }: Writing,
  ): Promise<LibraryOutcome> {
    const document = JSON.stringify(value);
    return this.#documents.transaction().execute(async (trx) => {
      const current = await rowOf(trx, kind, value.id);
      if (expected !== undefined) {
        if (current === undefined && expected !== 'absent') return { outcome: 'missing' };
        if (current !== undefined && (expected === 'absent' || expected.etag !== current.etag))
          return { outcome: 'conflict', current: writtenOf(current) };
      }
      // As for drafts: the tag before it makes the same text a newer one.
      const etag = etagOf(`${current?.etag ?? ''}${at}${document}`);
      const row = { document, etag, updated_at: at, updated_by: by };
      await trx
        .insertInto('library')
        .values({ kind, id: value.id, ...row })
        .onConflict((conflict) => conflict.columns(['kind', 'id']).doUpdateSet(row))
        .execute();
      return { outcome: 'saved', etag };
    });
  }

  /** Epoch ms of the newest change, 0 when there is nothing. */
  async changedAt(): Promise<number> {
    const row = await this.#documents
      .selectFrom('library')
      .select((eb) => eb.fn.max('updated_at').as('at'))
      .executeTakeFirst();
    return Number(row?.at ?? 0);
  }

  async remove(kind: LibraryKind, id: string): Promise<'done' | 'missing'> {
    const result = await this.#documents
      .deleteFrom('library')
      .where('kind', '=', kind)
      .where('id', '=', id)
      .executeTakeFirst();
    return result.numDeletedRows > 0n ? 'done' : 'missing';
  }
}

const rowOf = (documents: Documents, kind: LibraryKind, id: string): Promise<Tables['library'] | undefined> =>
  documents.selectFrom('library').selectAll().where('kind', '=', kind).where('id', '=', id).executeTakeFirst();

const writtenOf = (row: Tables['library']): Written => ({
  etag: row.etag,
  updatedAt: row.updated_at,
  updatedBy: row.updated_by,
});
