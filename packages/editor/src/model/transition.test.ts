import type { TourListItem } from '@shirube/schema/api';
import type { Bundle } from '@shirube/schema/bundle';
import type { Tour } from '@shirube/schema/tour';
import { describe, expect, it } from 'vitest';
import type { EditorState } from './state.ts';
import { type EditorInput, type Turn, transition } from './transition.ts';

const tour: Tour = {
  schemaVersion: 1,
  id: 'live',
  name: 'Live',
  defaultLocale: 'en',
  locales: ['en'],
  steps: [
    { id: 'a', kind: 'tooltip', content: { en: {} }, target: { selectors: ['#a'] } },
    { id: 'b', kind: 'modal', content: { en: {} } },
  ],
};
const item = (id: string, name: string): TourListItem => ({
  id,
  name,
  etag: '',
  updatedAt: 0,
  updatedBy: '',
  origin: { kind: 'api' },
  live: [],
});
const bundle: Bundle = {
  bundleVersion: 1,
  environment: 'production',
  updatedAt: 0,
  tours: [{ version: 2, tour }],
  segments: [],
  skills: [],
  themes: [],
  killed: [],
};
const answered: EditorInput = {
  type: 'tours_answered',
  tours: { ok: true, value: [item('draft', 'A draft'), item('live', 'Live')] },
  bundle: { ok: true, value: bundle },
};

/** Where these inputs lead from a tab that is signed in, and what the last one asks for. */
const after = (...inputs: readonly EditorInput[]): Turn => {
  let turn: Turn = transition({ name: 'signed_out', notice: undefined }, { type: 'opened', hasToken: true });
  for (const input of inputs) turn = transition(turn.state, input);
  return turn;
};
const openedStep = (state: EditorState): unknown => (state.name === 'tours' ? state.open?.shown : undefined);

describe('the editor', () => {
  it('loads the tours at once when this tab is signed in, and asks to sign in when it is not', () => {
    expect(after().effects).toContainEqual({ type: 'load_tours' });
    const first = transition({ name: 'loading' }, { type: 'opened', hasToken: false });
    expect(first).toEqual({ state: { name: 'signed_out', notice: undefined }, effects: [] });
  });

  it('lists the tours that are live here before the others', () => {
    const { state } = after(answered);
    expect(state.name === 'tours' && state.rows.map(({ item: { id } }) => id)).toEqual(['live', 'draft']);
  });

  it('opens a live tour from the bundle, and asks the server for the draft of any other', () => {
    expect(after(answered, { type: 'tour_pressed', tourId: 'live' }).effects).not.toContainEqual(
      expect.objectContaining({ type: 'load_draft' }),
    );
    expect(after(answered, { type: 'tour_pressed', tourId: 'draft' }).effects).toContainEqual({
      type: 'load_draft',
      tourId: 'draft',
    });
  });

  it('drops a draft that arrives for a tour that is no longer looked at', () => {
    const draft = {
      tour,
      etag: '',
      updatedAt: 0,
      updatedBy: '',
      text: '',
      origin: { kind: 'api' as const },
      problems: [],
      warnings: [],
    };
    const { state } = after(
      answered,
      { type: 'tour_pressed', tourId: 'draft' },
      {
        type: 'draft_answered',
        draft: { ok: true, value: draft },
      },
    );
    expect(state.name === 'tours' && state.open?.document).toEqual({ name: 'loading' });
  });

  it('forgets a token that the server no longer takes, wherever that shows', () => {
    const ended = { ok: false, failure: { kind: 'signed_out' } } as const;
    for (const turn of [
      after({ type: 'tours_answered', tours: ended, bundle: { ok: true, value: bundle } }),
      after(answered, { type: 'tour_pressed', tourId: 'draft' }, { type: 'draft_answered', draft: ended }),
    ]) {
      expect(turn.state).toEqual({ name: 'signed_out', notice: 'ended' });
      expect(turn.effects).toContainEqual({ type: 'forget_token' });
    }
  });

  it('keeps the token when it is only the page’s key that is wrong', () => {
    const { state, effects } = after({ ...answered, bundle: { ok: false, failure: { kind: 'signed_out' } } });
    expect(state).toEqual({ name: 'failed', failure: { kind: 'wrong_key' } });
    expect(effects).toEqual([]);
  });

  it('shows a target, hides it on a second press, and has none to show for a step without a target', () => {
    const open: readonly EditorInput[] = [answered, { type: 'tour_pressed', tourId: 'live' }];
    const press: EditorInput = { type: 'target_pressed', stepId: 'a' };
    expect(after(...open, press).effects).toEqual([
      { type: 'show_target', stepId: 'a', target: { selectors: ['#a'] } },
    ]);
    expect(after(...open, press, press).effects).toEqual([{ type: 'hide_target' }]);
    expect(after(...open, { type: 'target_pressed', stepId: 'b' }).effects).toEqual([]);
  });

  it('does not take the answer of a step that is no longer shown, and shows none on another page', () => {
    const shown: readonly EditorInput[] = [
      answered,
      { type: 'tour_pressed', tourId: 'live' },
      { type: 'target_pressed', stepId: 'a' },
    ];
    const late: EditorInput = { type: 'target_answered', stepId: 'b', status: 'found' };
    expect(openedStep(after(...shown, late).state)).toEqual({ stepId: 'a', status: undefined });
    const moved = after(...shown, { type: 'page_changed' });
    expect(openedStep(moved.state)).toBeUndefined();
    expect(moved.effects).toEqual([{ type: 'hide_target' }]);
  });

  it('opens on the step that the address names, and on the list when it names none of these', () => {
    const open = (wanted: { tourId: string; stepId: string }) => after({ ...answered, wanted });
    expect(openedStep(open({ tourId: 'live', stepId: 'a' }).state)).toEqual({ stepId: 'a', status: undefined });
    expect(open({ tourId: 'live', stepId: 'a' }).effects).toContainEqual(
      expect.objectContaining({ type: 'show_target' }),
    );
    const { state } = open({ tourId: 'nowhere', stepId: 'a' });
    expect(state.name === 'tours' && state.open).toBeUndefined();
  });

  it('copies the repaired target of a step that has one, and forgets what was found with the page', () => {
    const look = { status: 'healed', confidence: 0.9, because: [], repaired: { selectors: ['#b'] } } as const;
    const looked: readonly EditorInput[] = [
      answered,
      { type: 'tour_pressed', tourId: 'live' },
      { type: 'target_looked', stepId: 'a', look },
    ];
    const copy: EditorInput = { type: 'copy_pressed', stepId: 'a' };
    expect(after(...looked, copy).effects).toEqual([
      { type: 'copy', stepId: 'a', text: JSON.stringify({ selectors: ['#b'] }, null, 2) },
    ]);
    expect(after(...looked, { type: 'page_changed' }, copy).effects).toEqual([]);
  });
});
