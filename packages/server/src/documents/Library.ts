import type { Segment, Skill } from '@shirube/schema';
import type { Theme } from '@shirube/schema/theme';
import type { Documents } from './openDocuments.ts';
import { etagOf } from './secrets.ts';
import type { LibraryKind } from './tables.ts';

export interface LibraryDocuments {
  readonly segments: Segment;
  readonly skills: Skill;
  readonly themes: Theme;
}

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

  async one<K extends LibraryKind>(
    kind: K,
    id: string,
  ): Promise<{ readonly document: LibraryDocuments[K]; readonly etag: string } | undefined> {
    const row = await this.#documents
      .selectFrom('library')
      .select(['document', 'etag'])
      .where('kind', '=', kind)
      .where('id', '=', id)
      .executeTakeFirst();
    return row === undefined
      ? undefined
      : { document: JSON.parse(row.document) as LibraryDocuments[K], etag: row.etag };
  }

  async save<K extends LibraryKind>(
    kind: K,
    value: LibraryDocuments[K],
    by: string,
    at: number,
  ): Promise<{ readonly etag: string }> {
    const document = JSON.stringify(value);
    const row = { document, etag: etagOf(`${at}${document}`), updated_at: at, updated_by: by };
    await this.#documents
      .insertInto('library')
      .values({ kind, id: value.id, ...row })
      .onConflict((conflict) => conflict.columns(['kind', 'id']).doUpdateSet(row))
      .execute();
    return { etag: row.etag };
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
