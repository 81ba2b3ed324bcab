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

/** Members, their sessions and their tokens. Of a token only the hash is kept. */
export class Members {
  readonly #documents: Documents;
  readonly #now: () => number;

  constructor(documents: Documents, now: () => number) {
    this.#documents = documents;
    this.#now = now;
  }

  /** Makes the admin when there is none; an asked-for password always becomes the admin's. Returns the password only when it was made up now. */
  async ensureAdmin(asked: string | undefined): Promise<string | undefined> {
    const admin = await this.#member(ADMIN_EMAIL);
    if (asked === undefined && admin !== undefined) return undefined;
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

  /** A session token, or undefined when e-mail or password is wrong; both take the same time. */
  async signIn(email: string, password: string): Promise<string | undefined> {
    const member = await this.#member(email);
    const right = await verifyPassword(password, member?.password_hash ?? (await nobody()));
    return member === undefined || !right ? undefined : this.openSession(email);
  }

  /** For a member who has proven who they are. */
  async openSession(email: string): Promise<string> {
    const token = makeToken('ss_');
    const now = this.#now();
    await this.#documents.deleteFrom('sessions').where('expires_at', '<=', now).execute();
    await this.#documents
      .insertInto('sessions')
      .values({ token_hash: hashToken(token), email, expires_at: now + SESSION_MS })
      .execute();
    return token;
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
