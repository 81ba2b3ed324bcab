import type { Documents } from './openDocuments.ts';
import { makeToken } from './secrets.ts';

export interface Environment {
  readonly name: string;
  readonly publicKey: string;
  readonly identitySecret: string;
  readonly enforceIdentity: boolean;
}

/** Where versions go live. Read at every batch of events, changed hardly ever: kept in memory beside the table. */
export class Environments {
  readonly #documents: Documents;
  #all: readonly Environment[] = [];

  private constructor(documents: Documents) {
    this.#documents = documents;
  }

  /** Makes `production` and `staging` when the workspace is new. */
  static async open(documents: Documents, now: number): Promise<Environments> {
    for (const name of ['production', 'staging']) {
      await documents
        .insertInto('environments')
        .values({
          name,
          public_key: makeToken('pk_'),
          identity_secret: makeToken(''),
          enforce_identity: 0,
          changed_at: now,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    const environments = new Environments(documents);
    await environments.#load();
    return environments;
  }

  all(): readonly Environment[] {
    return this.#all;
  }

  named(name: string): Environment | undefined {
    return this.#all.find((one) => one.name === name);
  }

  /** Public keys are public: nothing is to be learnt from how long this takes. */
  withKey(publicKey: string): Environment | undefined {
    return this.#all.find((one) => one.publicKey === publicKey);
  }

  async enforceIdentity(name: string, enforce: 'on' | 'off'): Promise<void> {
    await this.#documents
      .updateTable('environments')
      .set({ enforce_identity: enforce === 'on' ? 1 : 0 })
      .where('name', '=', name)
      .execute();
    await this.#load();
  }

  async #load(): Promise<void> {
    const rows = await this.#documents.selectFrom('environments').selectAll().orderBy('name').execute();
    this.#all = rows.map((row) => ({
      name: row.name,
      publicKey: row.public_key,
      identitySecret: row.identity_secret,
      enforceIdentity: row.enforce_identity === 1,
    }));
  }
}
