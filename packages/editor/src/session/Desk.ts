import type { TourDraft } from '@shirube/schema/api';
import type { Tour } from '@shirube/schema/tour';
import { begin, type History, mapHistory, push, redo, undo } from '../document/history.ts';
import { printSource } from '../document/sourceText.ts';
import { idAfter, selectedAfter, stepsOf } from '../document/steps.ts';
import type { BeginOptions, DeskParts, OnServer } from './deskParts.ts';
import { hasChanges, keptEntries, keptOf, NO_CHANGES, revived, tourOf, workOf } from './keptWork.ts';
import type { EditOptions, SaveState, Work } from './Session.ts';

/** So long nobody has to type before it is sent. Kept in the browser at once. */
const SEND_AFTER_MS = 600;
const RETRY_MS = [2000, 5000, 15_000, 60_000] as const;
/** As many texts that were sent without an answer are remembered. */
const UNANSWERED = 5;

/**
 * The open tour: its history of edits, kept in the browser at every edit and sent to the server after a pause. One request at a time, each
 * with the ETag of the one before: nobody's newer draft is ever overwritten unseen.
 */
export class Desk {
  #tourId: string;
  readonly #parts: DeskParts;
  #history: History<Work>;
  #stepId: string | undefined;
  #etag: string | undefined;
  /** The text that the server has. */
  #base: string | undefined;
  #save: SaveState = { name: 'saved' };
  #sending: Promise<void> | undefined;
  #timer = 0;
  #tries = 0;
  /** What was sent without an answer: it may have arrived all the same. The newest last. */
  #unanswered: readonly string[] = [];
  #closed = false;
  #abandoned = false;
  #ifTaken: BeginOptions['ifTaken'] = 'ask';
  /** As in `BeginOptions`. */
  origin: string | undefined;

  private constructor(tourId: string, history: History<Work>, parts: DeskParts) {
    this.#tourId = tourId;
    this.#history = history;
    this.#parts = parts;
    this.#stepId = stepsOf(history.present.tour)[0]?.id;
    parts.page.addEventListener('online', this.#retry);
  }

  /** A tour that neither server nor browser has yet. */
  static create(tour: Tour, parts: DeskParts, { origin, ifTaken = 'ask' }: BeginOptions = {}): Desk {
    const desk = new Desk(tour.id, begin({ tour, library: NO_CHANGES }), parts);
    desk.origin = origin;
    desk.#ifTaken = ifTaken;
    desk.#dirty();
    return desk;
  }

  /** The server's draft, or what this browser kept of it where that goes further. */
  static async open(tourId: string, server: OnServer, parts: DeskParts): Promise<Desk | undefined> {
    const kept = await parts.keep.read(tourId);
    const here = kept && revived(kept);
    if (here === undefined || kept === undefined) {
      if (server === undefined) return undefined;
      const desk = new Desk(tourId, begin(workOf(server.text)), parts);
      desk.#at(server.etag, server.text);
      return desk;
    }
    const text = printSource(here.present.tour);
    const unanswered = kept.unanswered ?? [];
    const ours = server === undefined || kept.etag === server.etag || [text, ...unanswered].includes(server.text);
    if (!ours && text === kept.base) {
      // Someone else went on from where this browser stopped: theirs is the draft, and what was here stays one undo away.
      const theirs = { ...here.present, tour: tourOf(server.text) };
      const desk = new Desk(tourId, push(here, theirs, server.updatedBy), parts);
      desk.#at(server.etag, server.text);
      return desk;
    }
    const desk = new Desk(tourId, here, parts);
    desk.#unanswered = unanswered;
    if (!ours) {
      desk.#at(kept.etag, kept.base);
      desk.#save = { name: 'conflict', by: server.updatedBy, at: server.updatedAt, theirs: tourOf(server.text) };
      return desk;
    }
    desk.#at((server ?? kept).etag, server === undefined ? kept.base : server.text);
    if (desk.#needsSending()) desk.#dirty();
    return desk;
  }

  get tourId(): string {
    return this.#tourId;
  }
  get work(): Work {
    return this.#history.present;
  }
  get text(): string {
    return printSource(this.work.tour);
  }
  get stepId(): string | undefined {
    return this.#stepId;
  }
  get etag(): string | undefined {
    return this.#etag;
  }
  get save(): SaveState {
    return this.#save;
  }
  get undoName(): string | undefined {
    return this.#history.past.at(-1)?.name;
  }
  get redoName(): string | undefined {
    return this.#history.future.at(-1)?.name;
  }

  select(stepId: string | undefined): void {
    if (stepId === this.#stepId) return;
    this.#stepId = stepId;
    this.#parts.onChange();
  }

  edit({ name, merge, select }: EditOptions, change: (work: Work) => Work): void {
    const next = change(this.work);
    if (next !== this.work) this.#become(push(this.#history, next, name, merge), select);
    else if (select !== undefined) this.select(select);
  }
  undo(): void {
    this.#become(undo(this.#history));
  }
  redo(): void {
    this.#become(redo(this.#history));
  }

  /** What the library now has is no change any more; the edits that led there can still be undone, as new changes. */
  librarySaved(): void {
    const { past, present, future } = this.#history;
    this.#history = { past, present: { ...present, library: NO_CHANGES }, future };
    this.#keepNow();
    this.#parts.onChange();
  }

  /** In a conflict: what the other author wrote becomes the draft; what was here is one undo away. */
  async takeTheirs(name: string): Promise<void> {
    const theirs = await this.#theirs();
    if (typeof theirs !== 'object') return;
    this.#at(theirs.etag, theirs.text);
    this.#save = { name: 'saved' };
    this.#become(push(this.#history, { ...this.work, tour: tourOf(theirs.text) }, name));
  }
  /** In a conflict: what is here becomes the draft; what the other author wrote is one undo away. */
  async keepMine(name: string): Promise<void> {
    const theirs = await this.#theirs();
    if (theirs === 'gone') {
      this.#at(undefined, undefined);
      this.#save = { name: 'local' };
      this.#dirty();
    }
    if (typeof theirs !== 'object') return;
    const mine = this.work;
    this.#at(theirs.etag, theirs.text);
    this.#save = { name: 'local' };
    // A value of its own: the very same one would be no edit.
    this.#become(push(push(this.#history, { ...mine, tour: tourOf(theirs.text) }, name), { ...mine }, name));
  }
  /** The draft that the server has now, for a look at both; `gone` where it has been deleted. */
  async #theirs(): Promise<TourDraft | 'gone' | undefined> {
    const answer = await this.#parts.api.readDraft(this.tourId);
    if (answer.ok) return answer.value;
    this.#parts.onChange();
    return answer.failure.kind === 'gone' ? 'gone' : undefined;
  }

  /** Sends now. Resolves when nothing is left to send, or sending does not get on. */
  async flush(): Promise<SaveState> {
    for (let turn = 0; turn < 5 && this.#needsSending(); turn += 1) {
      this.#cancelTimer();
      this.#sending ??= this.#send();
      await this.#sending;
      if (this.#save.name !== 'saving' && this.#save.name !== 'saved') break;
    }
    return this.#save;
  }
  /** After a new sign-in. */
  resume(): void {
    if (this.#save.name === 'signed_out' || this.#save.name === 'local') this.#dirty();
  }
  close(): void {
    this.#closed = true;
    this.#cancelTimer();
    this.#parts.page.removeEventListener('online', this.#retry);
  }
  /** Closes it for good: what is still under way keeps nothing of it. */
  abandon(): void {
    this.#abandoned = true;
    this.close();
  }

  #at(etag: string | undefined, text: string | undefined): void {
    this.#etag = etag;
    this.#base = text;
  }
  #become(history: History<Work>, select?: string): void {
    if (history === this.#history || history.present === this.work) return;
    const before = this.work.tour;
    this.#history = history;
    this.#stepId = select ?? selectedAfter(before, this.work.tour, this.#stepId);
    this.#dirty();
  }

  #needsSending(): boolean {
    return !this.#closed && this.#save.name !== 'conflict' && (this.#base === undefined || this.text !== this.#base);
  }
  #dirty(): void {
    this.#keepNow();
    if (this.#save.name !== 'conflict') {
      const unsent = this.#save.name === 'local' ? 'local' : 'saving';
      this.#save = { name: this.#needsSending() ? unsent : 'saved' };
      this.#tries = 0;
      this.#sendIn(SEND_AFTER_MS);
    }
    this.#parts.onChange();
  }
  readonly #retry = (): void => {
    if (this.#save.name === 'local') this.#sendIn(0);
  };
  #sendIn(ms: number): void {
    this.#cancelTimer();
    if (this.#closed) return;
    this.#timer = this.#parts.page.setTimeout(() => {
      if (this.#needsSending()) this.#sending ??= this.#send();
    }, ms);
  }
  #cancelTimer(): void {
    this.#parts.page.clearTimeout(this.#timer);
  }

  async #send(): Promise<void> {
    const { text } = this;
    this.#unanswered = [...this.#unanswered, text].slice(-UNANSWERED);
    this.#keepNow();
    const answer = await this.#parts.api.writeDraft(this.tourId, text, { etag: this.#etag, origin: this.origin });
    if (answer.ok) {
      this.#at(answer.value.etag, text);
      this.#unanswered = [];
      this.origin = undefined;
      this.#tries = 0;
      this.#save = { name: this.text === text ? 'saved' : 'saving' };
      if (this.text !== text) this.#sendIn(SEND_AFTER_MS);
    } else {
      const { kind, by = '', at = 0, detail = '' } = answer.failure;
      if (kind !== 'unreachable' && kind !== 'unexpected') this.#unanswered = this.#unanswered.slice(0, -1);
      if (kind === 'conflict') await this.#conflict(text, by, at);
      else if (kind === 'signed_out') this.#save = { name: 'signed_out' };
      else if (kind === 'unreachable' || kind === 'unexpected') {
        this.#save = { name: 'local' };
        this.#sendIn(RETRY_MS[Math.min(this.#tries, RETRY_MS.length - 1)] ?? 60_000);
        this.#tries += 1;
      } else this.#save = { name: 'refused', detail };
    }
    this.#sending = undefined;
    this.#keepNow();
    if (!this.#closed) this.#parts.onChange();
  }

  /** An answer that was lost on its way back looks like somebody else's draft: it is ours when it says what we sent. */
  async #conflict(sent: string, by: string, at: number): Promise<void> {
    const found = await this.#theirs();
    const theirs = found === 'gone' ? undefined : found;
    if (theirs !== undefined && [sent, ...this.#unanswered].includes(theirs.text)) {
      this.#at(theirs.etag, theirs.text);
      this.#save = { name: this.#needsSending() ? 'saving' : 'saved' };
      this.#sendIn(0);
    } else if (this.#ifTaken === 'rename' && this.#base === undefined) this.#rename();
    else this.#save = { name: 'conflict', by, at, theirs: theirs && tourOf(theirs.text) };
  }

  /** Somebody has begun another tour of this id meanwhile: the next number, and all that can be undone follows. */
  #rename(): void {
    void this.#parts.keep.forget(this.#tourId, 'mine');
    const id = idAfter(this.#tourId);
    this.#tourId = id;
    this.#history = mapHistory(this.#history, (work) => ({ ...work, tour: { ...work.tour, id } }));
    this.#save = { name: 'saving' };
    this.#unanswered = [];
    this.#sendIn(0);
  }

  #keepNow(): void {
    if (this.#abandoned) return;
    const { past, present, future } = this.#history;
    void this.#parts.keep.write(this.#tourId, {
      etag: this.#etag,
      base: this.#base,
      unanswered: this.#unanswered,
      dirty: this.text !== this.#base || hasChanges(present.library),
      at: this.#parts.now(),
      past: keptEntries(past),
      present: keptOf(present),
      future: keptEntries(future),
    });
  }
}
