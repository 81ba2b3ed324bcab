import type { TourDraft } from '@shirube/schema/api';
import { describe, expect, it, vi } from 'vitest';
import { newTour } from '../document/newTour.ts';
import type { Api } from '../server/api.ts';
import type { Answer } from '../server/failure.ts';
import { EditorSession, type SessionParts } from './EditorSession.ts';
import type { Keep, KeptDraft } from './keep.ts';

const textOf = (id: string): string =>
  JSON.stringify({ id, name: id, locales: ['en'], defaultLocale: 'en', steps: [] });
const draftOf = (id: string, text = textOf(id)) =>
  ({ text, etag: `${id}-1`, updatedBy: 'them' }) as unknown as TourDraft;
const begun = (id: string) =>
  newTour({ id, name: 'Mine', locale: 'en', page: '/', aim: {} as Parameters<typeof newTour>[0]['aim'] });

/** A server with these drafts; what is read waits until it is let go. */
const place = (...ids: readonly string[]) => {
  const server = new Map(ids.map((id) => [id, draftOf(id)]));
  const kept = new Map<string, KeptDraft>();
  const waiting = new Map<string, () => void>();
  const sent: string[] = [];
  let slow = false;
  const api = {
    readDraft: async (id: string): Promise<Answer<TourDraft>> => {
      if (slow) await new Promise<void>((resolve) => waiting.set(id, resolve));
      const value = server.get(id);
      return value === undefined ? { ok: false, failure: { kind: 'gone' } } : { ok: true, value };
    },
    writeDraft: async (id: string, text: string, { etag }: { readonly etag: string | undefined }) => {
      sent.push(id);
      if (slow) await new Promise<void>((resolve) => waiting.set(`write ${id}`, resolve));
      const before = server.get(id);
      if (before?.etag !== etag) return { ok: false, failure: { kind: 'conflict', by: 'them', at: 0 } } as const;
      const value = { ...draftOf(id, text), etag: `${etag ?? id}+` };
      server.set(id, value);
      return { ok: true, value } as const;
    },
  } as unknown as Api;
  const keep = {
    read: async (id: string) => kept.get(id),
    write: async (id: string, value: KeptDraft) => void kept.set(id, value),
    forget: async (id: string) => void kept.delete(id),
  } as unknown as Keep;
  const page = new EventTarget() as unknown as Window;
  Object.assign(page, { setTimeout: () => 0, clearTimeout: () => {} });
  const listen = vi.spyOn(page, 'addEventListener');
  const unlisten = vi.spyOn(page, 'removeEventListener');
  const session = new EditorSession({
    ui: 'en',
    server: '',
    page,
    api,
    keep,
    now: () => 0,
    shell: {} as SessionParts['shell'],
  });
  return {
    session,
    server,
    kept,
    sent,
    hold: () => {
      slow = true;
    },
    /** Lets one request get its answer, and what follows from it happen. */
    answer: async (what: string) => {
      await vi.waitFor(() => expect([...waiting.keys()]).toContain(what));
      slow = false;
      waiting.get(what)?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
    listening: () => listen.mock.calls.length - unlisten.mock.calls.length,
  };
};
const rename = (session: EditorSession, name: string): void =>
  session.editTour({ name: 'Rename' }, (tour) => ({ ...tour, name }));

describe('Of two tours that are opened one after the other', () => {
  it('the later one is open, also when it was there first', async () => {
    const { session, hold, answer } = place('slow', 'fast');
    hold();
    const first = session.open('slow');
    const second = session.open('fast');
    await answer('fast');
    await answer('slow');
    await Promise.all([first, second]);
    expect(session.draft?.tour.id).toBe('fast');
  });

  it('the first one sends what was not sent yet', async () => {
    const { session, server } = place('one', 'two');
    await session.open('one');
    rename(session, 'Written at the last moment');
    await session.open('two');
    await vi.waitFor(() => expect(server.get('one')?.text).toContain('Written at the last moment'));
  });
});

it('An answer that comes after the editor was closed opens nothing and listens to nothing', async () => {
  const { session, hold, answer, listening } = place('one');
  hold();
  const opening = session.open('one');
  session.dispose();
  await answer('one');
  await opening;
  expect(session.draft).toBeUndefined();
  expect(listening()).toBe(0);
});

describe('A tour that is begun with the id of another one', () => {
  it('gets an id of its own, and the other one stays as it is', async () => {
    const { session, server } = place('invoices', 'invoices-2');
    session.create(begun('invoices'), { ifTaken: 'rename' });
    rename(session, 'Billing');
    await session.flush();
    expect(session.draft).toMatchObject({ tour: { id: 'invoices-3', name: 'Billing' }, save: { name: 'saved' } });
    expect(server.get('invoices')?.text).toBe(textOf('invoices'));
    session.undo();
    expect(session.draft?.tour).toMatchObject({ id: 'invoices-3', name: 'Mine' });
  });

  it('asks which one goes on when it is the file of a tour', async () => {
    const { session } = place('invoices');
    session.create(begun('invoices'));
    expect(await session.flush()).toMatchObject({ name: 'conflict', by: 'them' });
  });
});

it('What was on its way to the server when its tour was deleted is not kept again', async () => {
  const { session, kept, hold, answer } = place('one');
  await session.open('one');
  rename(session, 'Too late');
  hold();
  void session.flush();
  await session.close('one');
  await answer('write one');
  expect([...kept.keys()]).toEqual([]);
});

it('Deleting a tour that is not open any more leaves the open one alone', async () => {
  const { session } = place('one', 'two');
  await session.open('two');
  await session.close('one');
  expect(session.draft?.tour.id).toBe('two');
});

it('In a conflict with a tour that was deleted, keeping what is here brings it back', async () => {
  const { session, server } = place('one');
  await session.open('one');
  server.delete('one');
  rename(session, 'Still wanted');
  expect(await session.flush()).toMatchObject({ name: 'conflict' });
  await session.desk?.keepMine('Theirs');
  expect(await session.flush()).toMatchObject({ name: 'saved' });
  expect(server.get('one')?.text).toContain('Still wanted');
});

it('A segment may have the name of what every object has', async () => {
  const segment = { id: 'constructor', name: 'Builders', condition: { all: [] } };
  const { workspaceOf, NOTHING } = await import('./workspaceOf.ts');
  const work = { tour: begun('one'), library: { segments: { other: null }, skills: {}, themes: {} } };
  expect(workspaceOf({ ...NOTHING, segments: [segment] }, work).segments).toEqual([segment]);
});
