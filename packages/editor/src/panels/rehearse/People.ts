import type { Person, PersonFacts } from '@shirube/schema/api';
import type { Session } from '../../session/Session.ts';

/** After the last key, before people are searched for, ms. */
const SEARCH_MS = 250;

/** The real people of the page's environment, and what is known of the chosen one. Draws nothing; `changed` is called when more is known. */
export class People {
  readonly #session: Session;
  readonly #changed: () => void;
  #asked = 0;
  #chosen = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  search = '';
  /** Undefined while they are being read. */
  list: readonly Person[] | 'unreachable' | undefined;
  /** Of the chosen one; undefined while nobody is chosen, or they are being read. */
  facts: PersonFacts | 'unreachable' | undefined;

  constructor(session: Session, changed: () => void) {
    this.#session = session;
    this.#changed = changed;
  }

  /** '' chooses nobody. */
  choose(userId: string): void {
    this.#chosen = userId;
    this.facts = undefined;
    if (this.list === undefined) void this.#find();
    if (userId !== '') void this.#read(userId);
  }
  find(search: string): void {
    this.search = search;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#find(), SEARCH_MS);
  }
  dispose(): void {
    clearTimeout(this.#timer);
  }

  async #find(): Promise<void> {
    const asked = ++this.#asked;
    const answer = await this.#session.api.findPeople(this.#session.workspace.environment, this.search);
    if (asked !== this.#asked) return;
    this.list = answer.ok ? answer.value : 'unreachable';
    this.#changed();
  }
  async #read(userId: string): Promise<void> {
    const answer = await this.#session.api.personFacts(this.#session.workspace.environment, userId);
    if (userId !== this.#chosen) return;
    this.facts = answer.ok ? answer.value : 'unreachable';
    this.#changed();
  }
}
