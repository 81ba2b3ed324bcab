import type { TourDraft } from '@shirube/schema/api';
import type { Step } from '@shirube/schema/tour';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeStep, duplicateStep, idFrom, insertStep, moveStep, removeStep, setField } from '../document/steps.ts';
import type { Answer } from '../server/failure.ts';
import { Desk } from './Desk.ts';
import type { DeskParts } from './deskParts.ts';
import type { Keep, KeptDraft } from './keep.ts';
import type { Work } from './Session.ts';

/** Written by a person, not by a program: uneven spaces, keys in an order of their own, a number that no printer would write so. */
const BY_HAND = `
{ "schemaVersion" : 1,
  "id":"by-hand", "name": "By \\u0068and",
    "steps": [
    { "kind":"tooltip", "id": "one","content": {"en":{ "title":"One" }}, "timeoutMs": 8e3 },
  {
      "id": "two", "kind": "modal",
      "content": { "en": { "body": { "type":"doc","content":[ ] },
                           "title": "Two" } }
    }, { "id":"three","kind":"modal","content":{"en":{}},"next":[ {"when":{"all":[]},"goto":"one"} ] }
  ],
  "locales": [ "en" ], "defaultLocale":"en",
  "audience": {"all":[ { "user":"plan","op":"eq","value":"trial" } ]}
}
`;

const page = {
  addEventListener() {},
  removeEventListener() {},
  setTimeout: () => 0,
  clearTimeout() {},
} as unknown as Window;

/** One browser's database, and a server that holds one draft. */
const place = (draft: TourDraft) => {
  const kept = new Map<string, string>();
  const keep = {
    read: async (id: string) => {
      const text = kept.get(id);
      return text === undefined ? undefined : (JSON.parse(text) as KeptDraft);
    },
    write: async (id: string, value: KeptDraft) => void kept.set(id, JSON.stringify(value)),
  } as unknown as Keep;
  let now: TourDraft = draft;
  let answers = true;
  const api = {
    readDraft: async (): Promise<Answer<TourDraft>> => ({ ok: true, value: now }),
    writeDraft: async (_id: string, text: string, { etag }: { readonly etag: string | undefined }) => {
      if (etag !== now.etag)
        return { ok: false, failure: { kind: 'conflict', by: now.updatedBy, at: now.updatedAt } } as const;
      now = { ...now, text, etag: `${now.etag}+`, updatedBy: 'me' };
      if (!answers) return { ok: false, failure: { kind: 'unreachable' } } as const;
      return { ok: true, value: now } as const;
    },
  } as unknown as DeskParts['api'];
  return {
    parts: { api, keep, page, now: () => 0, onChange: () => {} } satisfies DeskParts,
    server: () => now,
    /** The network takes what is sent, and loses what is answered. */
    loseAnswers: (lost: 'lost' | 'heard') => {
      answers = lost === 'heard';
    },
    /** Somebody else saves. */
    theySave: (text: string) => {
      now = { ...now, text, etag: `${now.etag}*`, updatedBy: 'them' };
    },
  };
};
const draftOf = (text: string) => ({ text, etag: 'a', updatedBy: 'me', updatedAt: 0 }) as unknown as TourDraft;
const opened = async (at: ReturnType<typeof place>): Promise<Desk> => {
  const desk = await Desk.open('by-hand', at.server(), at.parts);
  if (desk === undefined) throw new Error('nothing was opened');
  return desk;
};

/** One thing that an author does. `at` says to which step, counted round and round. */
type Doing = (work: Work, at: number, words: string) => Work;
const idAt = ({ tour }: Work, at: number): string => tour.steps[at % Math.max(1, tour.steps.length)]?.id ?? '';
const inTour =
  (change: (work: Work, at: number, words: string) => Work['tour']): Doing =>
  (work, at, words) => {
    const tour = change(work, at, words);
    return tour === work.tour ? work : { ...work, tour };
  };
const DOINGS: Readonly<Record<string, Doing>> = {
  add: inTour((work, at) => {
    const id = idFrom(
      'new',
      work.tour.steps.map((one) => one.id),
    );
    const step = { id, kind: 'modal', content: { en: {} } } as Step;
    return insertStep(work.tour, step, idAt(work, at));
  }),
  move: inTour((work, at, words) => moveStep(work.tour, idAt(work, at), words.length - 3)),
  duplicate: inTour((work, at) => duplicateStep(work.tour, idAt(work, at)).tour),
  remove: inTour((work, at) => removeStep(work.tour, idAt(work, at))),
  write: inTour((work, at, words) =>
    changeStep(work.tour, idAt(work, at), (step) =>
      setField(step, 'content', { ...step.content, en: { title: words } }),
    ),
  ),
  place: inTour((work, at) =>
    changeStep(work.tour, idAt(work, at), (step) => setField(step, 'placement', at % 2 ? 'top' : undefined)),
  ),
  audience: inTour(({ tour }, at) =>
    setField(tour, 'audience', at % 3 ? { all: [{ sessions: { op: 'lte', value: at } }] } : undefined),
  ),
  rename: inTour(({ tour }, _at, words) => setField(tour, 'name', words)),
  segment: (work, at, words) => ({
    ...work,
    library: {
      ...work.library,
      segments: {
        ...work.library.segments,
        [`s${at % 3}`]: at % 2 ? null : ({ id: `s${at % 3}`, name: words, condition: { all: [] } } as never),
      },
    },
  }),
};
const doings = fc.array(
  fc.record({
    what: fc.constantFrom(...Object.keys(DOINGS)),
    at: fc.nat(9),
    words: fc.string({ maxLength: 6, unit: 'grapheme' }),
    merge: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
  }),
  { maxLength: 30 },
);
type Doings = typeof doings extends fc.Arbitrary<infer T> ? T : never;
const doAll = (desk: Desk, all: Doings): void => {
  for (const { what, at, words, merge } of all) {
    desk.edit({ name: what, merge }, (work) => DOINGS[what]?.(work, at, words) ?? work);
  }
};
const whole = (desk: Desk): string => JSON.stringify([desk.text, desk.work.library]);
const undoAll = (desk: Desk): void => {
  while (desk.undoName !== undefined) desk.undo();
};
const redoAll = (desk: Desk): void => {
  while (desk.redoName !== undefined) desk.redo();
};

describe('undo', () => {
  it('of everything gives back the very bytes that were opened, and redo of everything the very result', async () => {
    await fc.assert(
      fc.asyncProperty(doings, async (all) => {
        const desk = await opened(place(draftOf(BY_HAND)));
        doAll(desk, all);
        const done = whole(desk);
        undoAll(desk);
        expect(desk.text).toBe(BY_HAND);
        expect(desk.work.library).toEqual({ segments: {}, skills: {}, themes: {} });
        redoAll(desk);
        expect(whole(desk)).toBe(done);
      }),
    );
  });

  it('walks back through every state that was passed, in their order', async () => {
    await fc.assert(
      fc.asyncProperty(doings, async (all) => {
        const desk = await opened(place(draftOf(BY_HAND)));
        const passed = [whole(desk)];
        for (const one of all) {
          const name = desk.undoName;
          const before = whole(desk);
          doAll(desk, [{ ...one, merge: undefined }]);
          if (desk.undoName !== name || whole(desk) !== before) passed.push(whole(desk));
        }
        const seen = [whole(desk)];
        while (desk.undoName !== undefined) {
          desk.undo();
          seen.unshift(whole(desk));
        }
        const distinct = (texts: readonly string[]) => texts.filter((text, index) => text !== texts[index - 1]);
        expect(distinct(seen)).toEqual(distinct(passed));
      }),
    );
  });

  it('goes on after the page was left in the middle of it', async () => {
    await fc.assert(
      fc.asyncProperty(doings, fc.nat(10), async (all, back) => {
        const at = place(draftOf(BY_HAND));
        const desk = await opened(at);
        doAll(desk, all);
        const done = whole(desk);
        for (let turn = 0; turn < back; turn += 1) desk.undo();
        const left = whole(desk);
        await desk.flush();
        desk.close();
        const again = await opened(at);
        expect(again.save.name).not.toBe('conflict');
        expect(whole(again)).toBe(left);
        redoAll(again);
        expect(whole(again)).toBe(done);
        undoAll(again);
        expect(again.text).toBe(BY_HAND);
      }),
    );
  });

  it('brings back the other draft of a conflict, whichever was chosen', async () => {
    const theirs = BY_HAND.replace('"Two"', '"Theirs"');
    await fc.assert(
      fc.asyncProperty(
        doings.filter((all) => all.length > 0),
        fc.boolean(),
        async (all, mineGoesOn) => {
          const at = place(draftOf(BY_HAND));
          const desk = await opened(at);
          doAll(desk, all);
          fc.pre(desk.text !== BY_HAND);
          const mine = desk.text;
          at.theySave(theirs);
          expect((await desk.flush()).name).toBe('conflict');
          expect(at.server().text).toBe(theirs);
          await (mineGoesOn ? desk.keepMine('theirs') : desk.takeTheirs('theirs'));
          expect(desk.text).toBe(mineGoesOn ? mine : theirs);
          expect((await desk.flush()).name).toBe('saved');
          expect(at.server().text).toBe(desk.text);
          desk.undo();
          expect(desk.text).toBe(mineGoesOn ? theirs : mine);
          desk.redo();
          undoAll(desk);
          expect(desk.text).toBe(BY_HAND);
        },
      ),
    );
  });
});

describe('a draft that is wholly saved', () => {
  it('is opened anew from the server when somebody else went on with it, and that can be undone', async () => {
    const at = place(draftOf(BY_HAND));
    const desk = await opened(at);
    doAll(desk, [{ what: 'rename', at: 0, words: 'mine', merge: undefined }]);
    await desk.flush();
    desk.close();
    // Loaded once more in between: what was kept is read back and kept again.
    const second = await opened(at);
    second.edit({ name: 'rename' }, (work) => ({ ...work, tour: { ...work.tour, name: 'again' } }));
    await second.flush();
    second.close();
    const mine = second.text;
    at.theySave(BY_HAND.replace('"Two"', '"Theirs"'));
    const third = await opened(at);
    expect(third.save.name).toBe('saved');
    expect(third.text).toContain('"Theirs"');
    third.undo();
    expect(third.text).toBe(mine);
  });
});

describe('an answer that never came', () => {
  const rename = (desk: Desk, name: string) =>
    desk.edit({ name: 'rename' }, (work) => ({ ...work, tour: { ...work.tour, name } }));

  for (const between of ['the next sending', 'a load of the page'] as const) {
    it(`is no conflict with oneself after ${between}, though more was written meanwhile`, async () => {
      const at = place(draftOf(BY_HAND));
      let desk = await opened(at);
      at.loseAnswers('lost');
      rename(desk, 'first');
      expect((await desk.flush()).name).toBe('local');
      rename(desk, 'second');
      at.loseAnswers('heard');
      if (between === 'a load of the page') {
        desk.close();
        desk = await opened(at);
      }
      expect((await desk.flush()).name).toBe('saved');
      expect(JSON.parse(at.server().text)).toMatchObject({ name: 'second' });
    });
  }

  it('is a conflict all the same when somebody else went on after it', async () => {
    const at = place(draftOf(BY_HAND));
    const desk = await opened(at);
    at.loseAnswers('lost');
    rename(desk, 'first');
    await desk.flush();
    at.loseAnswers('heard');
    at.theySave(BY_HAND.replace('"Two"', '"Theirs"'));
    expect((await desk.flush()).name).toBe('conflict');
    desk.close();
    expect((await opened(at)).save.name).toBe('conflict');
  });
});
