import type { Member } from '@shirube/schema/api';
import type { Documents } from './openDocuments.ts';
import { hashPassword, hashToken, makeToken, verifyPassword } from './secrets.ts';

export const ADMIN_EMAIL = 'admin@localhost';
export const SESSION_MS = 7 * 24 * 3_600_000;
/** Editor tokens live on a page of the customer's app: half a day at most. */
export const EDITOR_TOKEN_MS = 12 * 3_600_000;

/** Who is asking, and with what. */
export interface Caller {
  readonly member: Member;
  readonly by: 'session' | 'api' | 'editor';
}

export interface PasswordChange {
  readonly email: string;
  readonly current: string;
  readonly password: string;
  /** The token of the session that stays. */
  readonly session: string;
}

/** Members, their sessions and their tokens. Of a token only the hash is kept. */
export class Members {
  readonly #documents: Documents;
  readonly #now: () => number;

  constructor(documents: Documents, now: () => number) {
    this.#documents = documents;
    this.#now = now;
  }

  /**
   * Makes `admin@localhost` when there is nobody; an asked-for password always becomes that one's. Returns the password only when it was
   * made up now.
   */
  async ensureAdmin(asked: string | undefined): Promise<string | undefined> {
    const admin = await this.#member(ADMIN_EMAIL);
    // Where others have taken over, the first one may have been removed on purpose.
    if (asked === undefined && (await this.list()).length > 0) return undefined;
    if (asked !== undefined && admin !== undefined && (await verifyPassword(asked, admin.password_hash)))
      return undefined;
    const password = asked ?? makeToken('');
    const password_hash = await hashPassword(password);
    await this.#documents
      .insertInto('members')
      .values({ email: ADMIN_EMAIL, role: 'admin', password_hash })
      .onConflict((conflict) => conflict.column('email').doUpdateSet({ password_hash }))
      .execute();
    // Whoever signed in with the old password is signed out.
    await this.#documents.deleteFrom('sessions').where('email', '=', ADMIN_EMAIL).execute();
    return asked === undefined ? password : undefined;
  }

  async list(): Promise<readonly Member[]> {
    const rows = await this.#documents.selectFrom('members').select('email').orderBy('email').execute();
    return rows.map(({ email }) => ({ email, role: 'admin' }));
  }

  async invite(email: string, password: string): Promise<'invited' | 'exists'> {
    const { numInsertedOrUpdatedRows } = await this.#documents
      .insertInto('members')
      .values({ email, role: 'admin', password_hash: await hashPassword(password) })
      .onConflict((conflict) => conflict.column('email').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n ? 'invited' : 'exists';
  }

  /** Their sessions and tokens end at once. */
  async remove(email: string): Promise<'removed' | 'missing' | 'last'> {
    return this.#documents.transaction().execute(async (trx) => {
      const members = await trx.selectFrom('members').select('email').execute();
      if (!members.some((member) => member.email === email)) return 'missing';
      if (members.length === 1) return 'last';
      for (const table of ['sessions', 'tokens', 'members'] as const) {
        await trx.deleteFrom(table).where('email', '=', email).execute();
      }
      return 'removed';
    });
  }

  /** Ends their other sessions and their editor tokens; API tokens, which programs use, stay. */
  async changePassword({ email, current, password, session }: PasswordChange): Promise<'changed' | 'wrong'> {
    const member = await this.#member(email);
    if (member === undefined || !(await verifyPassword(current, member.password_hash))) return 'wrong';
    const password_hash = await hashPassword(password);
    await this.#documents.transaction().execute(async (trx) => {
      await trx.updateTable('members').set({ password_hash }).where('email', '=', email).execute();
      await trx
        .deleteFrom('sessions')
        .where('email', '=', email)
        .where('token_hash', '!=', hashToken(session))
        .execute();
      await trx.deleteFrom('tokens').where('email', '=', email).where('kind', '=', 'editor').execute();
    });
    return 'changed';
  }

  /** A session token, or undefined when e-mail or password is wrong; both take the same time. */
  async signIn(email: string, password: string): Promise<string | undefined> {
    const member = await this.#member(email);
    const right = await verifyPassword(password, member?.password_hash ?? (await nobody()));
    return member === undefined || !right ? undefined : this.openSession(email, member.password_hash);
  }

  /** For a member who has proven who they are; undefined when they were removed, or their password changed, meanwhile. */
  async openSession(email: string, passwordHash: string): Promise<string | undefined> {
    const token = makeToken('ss_');
    const now = this.#now();
    await this.#documents.deleteFrom('sessions').where('expires_at', '<=', now).execute();
    const opened = await this.#documents
      .insertInto('sessions')
      .columns(['token_hash', 'email', 'expires_at'])
      .expression((eb) =>
        eb
          .selectFrom('members')
          .select([eb.val(hashToken(token)).as('token_hash'), 'email', eb.val(now + SESSION_MS).as('expires_at')])
          .where('email', '=', email)
          .where('password_hash', '=', passwordHash),
      )
      .executeTakeFirst();
    return opened.numInsertedOrUpdatedRows === 1n ? token : undefined;
  }

  async signOut(token: string): Promise<void> {
    await this.#documents.deleteFrom('sessions').where('token_hash', '=', hashToken(token)).execute();
  }

  async bySession(token: string): Promise<Caller | undefined> {
    const row = await this.#documents
      .selectFrom('sessions')
      .select('email')
      .where('token_hash', '=', hashToken(token))
      .where('expires_at', '>', this.#now())
      .executeTakeFirst();
    return row === undefined ? undefined : { member: { email: row.email, role: 'admin' }, by: 'session' };
  }

  async makeApiToken(name: string, email: string): Promise<string> {
    const token = makeToken('sk_');
    await this.#keep(token, { kind: 'api', name, email, origin: null, expires_at: null });
    return token;
  }

  async makeEditorToken(origin: string, email: string): Promise<string> {
    const token = makeToken('et_');
    const expires_at = this.#now() + EDITOR_TOKEN_MS;
    await this.#keep(token, { kind: 'editor', name: origin, email, origin, expires_at });
    return token;
  }

  /** `origin` is the request's Origin header: an editor token works from the page that it was given to, and nowhere else. */
  async byToken(token: string, origin: string | undefined): Promise<Caller | undefined> {
    const row = await this.#documents
      .selectFrom('tokens')
      .selectAll()
      .where('token_hash', '=', hashToken(token))
      .executeTakeFirst();
    if (row === undefined || (row.expires_at !== null && row.expires_at <= this.#now())) return undefined;
    if (row.kind === 'editor' && row.origin !== origin) return undefined;
    return { member: { email: row.email, role: 'admin' }, by: row.kind };
  }

  /** What an editor does when its author signs out. */
  async endEditorToken(token: string): Promise<void> {
    await this.#documents
      .deleteFrom('tokens')
      .where('token_hash', '=', hashToken(token))
      .where('kind', '=', 'editor')
      .execute();
  }

  async #keep(
    token: string,
    row: { kind: 'api' | 'editor'; name: string; email: string; origin: string | null; expires_at: number | null },
  ): Promise<void> {
    const now = this.#now();
    await this.#documents.deleteFrom('tokens').where('expires_at', '<=', now).execute();
    await this.#documents
      .insertInto('tokens')
      .values({ ...row, token_hash: hashToken(token), created_at: now })
      .execute();
  }

  #member(email: string) {
    return this.#documents.selectFrom('members').selectAll().where('email', '=', email).executeTakeFirst();
  }
}

let nobodysHash: Promise<string> | undefined;
/** A hash that no password has, so that an unknown e-mail costs as much time as a wrong password. */
const nobody = (): Promise<string> => {
  nobodysHash ??= hashPassword(makeToken(''));
  return nobodysHash;
};
