import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Where a draft comes from, and the text of a version as it was written. What is there already came through the API. */
export const draftsAsWritten: Migration = {
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  `ALTER TABLE tours ADD COLUMN origin_kind TEXT NOT NULL DEFAULT 'api'`,
  `ALTER TABLE tours ADD COLUMN origin_detail TEXT`,
  `ALTER TABLE versions ADD COLUMN text TEXT`,
];
