import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, test } from 'vitest';
import { firstTables } from './migrations/0001-first-tables.ts';
import { openDocuments } from './openDocuments.ts';
import { Tours } from './Tours.ts';

test('A data folder of the first release keeps its drafts and versions', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shirube-documents-'));
  const file = join(folder, 'documents.sqlite');
  const database = new Database(file);
  const first = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  const getMigrations = () => Promise.resolve({ '0001-first-tables': firstTables });
  await new Migrator({ db: first, provider: { getMigrations } }).migrateToLatest();
  const document = '{"schemaVersion":1,"id":"invite","name":"Invite"}';
  database.prepare('INSERT INTO tours VALUES (?, ?, ?, ?, ?)').run('invite', document, 'e1', 1, 'a@b.c');
  database.prepare('INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?)').run('invite', 1, document, '', 1, 'a@b.c');
  await first.destroy();

  const documents = await openDocuments(file);
  const tours = new Tours(documents);
  expect(await tours.draft('invite')).toMatchObject({ text: document, origin: { kind: 'api' } });
  expect(await tours.list()).toMatchObject([{ name: 'Invite', origin: { kind: 'api' } }]);
  expect(await tours.version('invite', 1)).toMatchObject({ text: document, tour: { name: 'Invite' } });
  await documents.destroy();
  await rm(folder, { recursive: true });
});
