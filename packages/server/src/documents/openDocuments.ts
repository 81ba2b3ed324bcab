import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { firstTables } from './migrations/0001-first-tables.ts';
import { draftsAsWritten } from './migrations/0002-drafts-as-written.ts';
import type { Tables } from './tables.ts';

export type Documents = Kysely<Tables>;

/** Numbered, and never edited after a release: each runs once, in the order of its name. */
const migrations = { '0001-first-tables': firstTables, '0002-drafts-as-written': draftsAsWritten };

/** `file` is a path, or ':memory:'. Every commit is on the disk before it is answered: synchronous=FULL. */
export const openDocuments = async (file: string): Promise<Documents> => {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  const documents = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  const { error } = await new Migrator({
    db: documents,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  }).migrateToLatest();
  if (error !== undefined) {
    await documents.destroy();
    throw error;
  }
  return documents;
};
