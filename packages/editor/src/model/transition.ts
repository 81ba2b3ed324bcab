import type { TourDraft, TourListItem } from '@shirube/schema/api';
import type { Bundle } from '@shirube/schema/bundle';
import type { Step } from '@shirube/schema/tour';
import type { Answer, Failure } from '../server/failure.ts';
import { rowsOf } from './rows.ts';
import type { EditorState, OpenTour, SignInNotice, TargetLook, TargetStatus, WantedStep } from './state.ts';

/** What a person did, or what came back. Answers to requests that were left behind never get here: `perform` drops them. */
export type EditorInput =
  | { readonly type: 'opened'; readonly hasToken: boolean }
  | { readonly type: 'sign_in_pressed' }
  | { readonly type: 'signed_in' }
  | { readonly type: 'sign_in_failed'; readonly notice: SignInNotice }
  | { readonly type: 'sign_out_pressed' }
  | { readonly type: 'reload_pressed' }
  | {
      readonly type: 'tours_answered';
      readonly tours: Answer<readonly TourListItem[]>;
      readonly bundle: Answer<Bundle>;
      /** The step that the page's address names; opened when it is live here. */
      readonly wanted?: WantedStep | undefined;
    }
  | { readonly type: 'tour_pressed'; readonly tourId: string }
  | { readonly type: 'draft_answered'; readonly draft: Answer<TourDraft> }
  | { readonly type: 'list_pressed' }
  | { readonly type: 'target_pressed'; readonly stepId: string }
  | { readonly type: 'target_answered'; readonly stepId: string; readonly status: TargetStatus }
  | { readonly type: 'target_looked'; readonly stepId: string; readonly look: TargetLook }
  | { readonly type: 'copy_pressed'; readonly stepId: string }
  | { readonly type: 'copied'; readonly stepId: string }
  /** The address of the page changed without a load. */
  | { readonly type: 'page_changed' };

/** What has to happen outside. Each `load…` and `sign_in` makes the answers of the ones before it late. */
export type EditorEffect =
  | { readonly type: 'sign_in' }
  | { readonly type: 'load_tours' }
  | { readonly type: 'load_draft'; readonly tourId: string }
  | { readonly type: 'forget_token' }
  | { readonly type: 'show_target'; readonly stepId: string; readonly target: NonNullable<Step['target']> }
  | { readonly type: 'copy'; readonly stepId: string; readonly text: string }
  | { readonly type: 'hide_target' };

export interface Turn {
  readonly state: EditorState;
  readonly effects: readonly EditorEffect[];
}

/** The editor's whole behaviour, without a screen: pure. An input that makes no sense in a state changes nothing. */
export const transition = (state: EditorState, input: EditorInput): Turn => {
  switch (input.type) {
    case 'opened':
      return input.hasToken ? loading() : turn({ name: 'signed_out', notice: undefined });
    case 'sign_in_pressed':
      return turn({ name: 'signing_in' }, { type: 'sign_in' });
    case 'signed_in':
    case 'reload_pressed':
      return loading();
    case 'sign_in_failed':
      return turn({ name: 'signed_out', notice: input.notice });
    case 'sign_out_pressed':
      return turn({ name: 'signed_out', notice: undefined }, { type: 'forget_token' }, { type: 'hide_target' });
    case 'tours_answered':
      return toursAnswered(state, input);
    default:
      return state.name === 'tours' ? amongTours(state, input) : turn(state);
  }
};

type Tours = Extract<EditorState, { name: 'tours' }>;

const turn = (state: EditorState, ...effects: readonly EditorEffect[]): Turn => ({ state, effects });
const loading = (): Turn => turn({ name: 'loading' }, { type: 'hide_target' }, { type: 'load_tours' });

/** An ended sign-in asks for a new one wherever it shows; any other failure stays where it happened. */
const signedOut = (failure: Failure): Turn | undefined =>
  failure.kind === 'signed_out'
    ? turn({ name: 'signed_out', notice: 'ended' }, { type: 'forget_token' }, { type: 'hide_target' })
    : undefined;

const toursAnswered = (state: EditorState, input: Extract<EditorInput, { type: 'tours_answered' }>): Turn => {
  if (state.name !== 'loading') return turn(state);
  if (!input.tours.ok) return signedOut(input.tours.failure) ?? turn({ name: 'failed', failure: input.tours.failure });
  // The bundle is asked with the page's key, not with the token: a 401 there is a wrong key, not an ended sign-in.
  if (!input.bundle.ok) return turn({ name: 'failed', failure: wrongKey(input.bundle.failure) });
  const bundle = input.bundle.value;
  const listed: Tours = {
    name: 'tours',
    environment: bundle.environment,
    rows: rowsOf(input.tours.value, bundle),
    open: undefined,
  };
  return input.wanted === undefined ? turn(listed) : openWanted(listed, input.wanted);
};

/** The tour, and the step's target pointed at. What is not there leaves the list as it is. */
const openWanted = (listed: Tours, { tourId, stepId }: WantedStep): Turn => {
  const opened = openTour(listed, tourId);
  const shown = opened.state.name === 'tours' ? targetPressed(opened.state, stepId) : turn(opened.state);
  return turn(shown.state, ...opened.effects, ...shown.effects);
};

const wrongKey = (failure: Failure): Failure =>
  failure.kind === 'signed_out' || failure.kind === 'refused' || failure.kind === 'gone'
    ? { kind: 'wrong_key' }
    : failure;

const amongTours = (state: Tours, input: EditorInput): Turn => {
  switch (input.type) {
    case 'tour_pressed':
      return openTour(state, input.tourId);
    case 'draft_answered':
      return draftAnswered(state, input.draft);
    case 'list_pressed':
      return turn({ ...state, open: undefined }, { type: 'hide_target' });
    case 'target_pressed':
      return targetPressed(state, input.stepId);
    case 'target_answered':
      if (state.open?.shown?.stepId !== input.stepId) return turn(state);
      return turn({ ...state, open: { ...state.open, shown: { stepId: input.stepId, status: input.status } } });
    case 'target_looked':
      if (state.open === undefined) return turn(state);
      return turn({
        ...state,
        open: { ...state.open, looks: { ...state.open.looks, [input.stepId]: input.look } },
      });
    case 'copy_pressed':
      return copyPressed(state, input.stepId);
    case 'copied':
      return turn(state.open === undefined ? state : { ...state, open: { ...state.open, copied: input.stepId } });
    case 'page_changed':
      // What was pointed at, and found, belonged to the page before.
      return turn(
        state.open === undefined ? state : { ...state, open: { ...state.open, looks: {}, shown: undefined } },
        {
          type: 'hide_target',
        },
      );
    default:
      return turn(state);
  }
};

const openTour = (state: Tours, tourId: string): Turn => {
  const row = state.rows.find((candidate) => candidate.item.id === tourId);
  if (row === undefined) return turn(state);
  const open = (document: OpenTour['document']): Tours => ({
    ...state,
    open: { row, document, looks: {}, copied: undefined, shown: undefined },
  });
  if (row.live !== undefined) return turn(open({ name: 'ready', tour: row.live.tour }), { type: 'hide_target' });
  return turn(open({ name: 'loading' }), { type: 'hide_target' }, { type: 'load_draft', tourId });
};

const draftAnswered = (state: Tours, draft: Answer<TourDraft>): Turn => {
  if (state.open?.document.name !== 'loading') return turn(state);
  if (!draft.ok) {
    const failed = { ...state.open, document: { name: 'failed', failure: draft.failure } } as const;
    return signedOut(draft.failure) ?? turn({ ...state, open: failed });
  }
  if (draft.value.tour.id !== state.open.row.item.id) return turn(state);
  return turn({ ...state, open: { ...state.open, document: { name: 'ready', tour: draft.value.tour } } });
};

const copyPressed = (state: Tours, stepId: string): Turn => {
  const repaired = state.open?.looks[stepId]?.repaired;
  return repaired === undefined
    ? turn(state)
    : turn(state, { type: 'copy', stepId, text: JSON.stringify(repaired, null, 2) });
};

const targetPressed = (state: Tours, stepId: string): Turn => {
  const { open } = state;
  if (open === undefined || open.document.name !== 'ready') return turn(state);
  if (open.shown?.stepId === stepId) {
    return turn({ ...state, open: { ...open, shown: undefined } }, { type: 'hide_target' });
  }
  const target = open.document.tour.steps.find((step) => step.id === stepId)?.target;
  if (target === undefined) return turn(state);
  return turn(
    { ...state, open: { ...open, shown: { stepId, status: undefined } } },
    { type: 'show_target', stepId, target },
  );
};
