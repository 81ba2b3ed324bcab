import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Tours and their versions, environments, the library, members and their tokens. */
export const firstTables: Migration = {
  up: async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  `CREATE TABLE tours (id TEXT PRIMARY KEY, document TEXT NOT NULL, etag TEXT NOT NULL, updated_at BIGINT NOT NULL, updated_by TEXT NOT NULL)`,
  `CREATE TABLE versions (tour_id TEXT NOT NULL, version INTEGER NOT NULL, document TEXT NOT NULL, note TEXT NOT NULL,
    published_at BIGINT NOT NULL, published_by TEXT NOT NULL, PRIMARY KEY (tour_id, version))`,
  `CREATE TABLE environments (name TEXT PRIMARY KEY, public_key TEXT NOT NULL UNIQUE, identity_secret TEXT NOT NULL,
    enforce_identity INTEGER NOT NULL, changed_at BIGINT NOT NULL)`,
  `CREATE TABLE live (environment TEXT NOT NULL REFERENCES environments (name), tour_id TEXT NOT NULL, version INTEGER, at BIGINT NOT NULL,
    PRIMARY KEY (environment, tour_id))`,
  `CREATE TABLE releases (id INTEGER PRIMARY KEY, environment TEXT NOT NULL, tour_id TEXT NOT NULL, action TEXT NOT NULL, version INTEGER,
    note TEXT NOT NULL, at BIGINT NOT NULL, "by" TEXT NOT NULL)`,
  `CREATE TABLE library (kind TEXT NOT NULL, id TEXT NOT NULL, document TEXT NOT NULL, etag TEXT NOT NULL, updated_at BIGINT NOT NULL,
    updated_by TEXT NOT NULL, PRIMARY KEY (kind, id))`,
  `CREATE TABLE members (email TEXT PRIMARY KEY, role TEXT NOT NULL, password_hash TEXT NOT NULL)`,
  `CREATE TABLE sessions (token_hash TEXT PRIMARY KEY, email TEXT NOT NULL REFERENCES members (email), expires_at BIGINT NOT NULL)`,
  `CREATE TABLE tokens (token_hash TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL REFERENCES members (email),
    origin TEXT, created_at BIGINT NOT NULL, expires_at BIGINT)`,
];
