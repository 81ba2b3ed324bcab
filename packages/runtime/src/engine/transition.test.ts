import type { Step } from '@shirube/schema/tour';
import { expect, test } from 'vitest';
import type { Plan } from './plan.ts';
import { type Effect, initialState, type RunInput, type RunState, transition } from './transition.ts';

const target = { selectors: ['#x'] };
const admin = { user: 'role', op: 'eq', value: 'admin' } as const;
const step = (id: string, more: Partial<Step> = {}): Step => ({ id, kind: 'tooltip', content: {}, ...more });
const START: RunInput = { type: 'start', source: 'auto' };

/** Plays inputs that answer the visit then current, and gives what every one of them led to, in short words. */
const play = (steps: readonly Step[], ...inputs: ((visit: number, open: number) => RunInput)[]): string[][] => {
  const plan: Plan = {
    tour: { schemaVersion: 1, id: 't', name: 't', defaultLocale: 'en', locales: ['en'], steps },
    runId: 'r',
    version: 1,
    locale: 'en',
  };
  let state: RunState = initialState;
  return inputs.map((input) => {
    const after = transition(plan, state, input(state.visit, state.open));
    state = after.state;
    return after.effects.flatMap(word);
  });
};
const word = (effect: Effect): string | string[] => {
  if (effect.do === 'persist') return [];
  if (effect.do === 'show') return `show ${effect.step.id}${effect.centered ? ' centered' : ''}`;
  if (effect.do !== 'emit') return effect.do;
  const { event } = effect;
  const detail = 'stepId' in event ? ` ${event.stepId}` : '';
  return event.type + detail + ('reason' in event ? ` ${event.reason}` : '') + ('via' in event ? ` ${event.via}` : '');
};
const start = (): RunInput => START;
const found = (visit: number): RunInput => ({ type: 'found', visit, confidence: 1 });
const timeout = (visit: number): RunInput => ({ type: 'timeout', visit });
const here = (visit: number): RunInput => ({ type: 'page_here', visit });
const answer =
  (...answers: (boolean | 'unknown')[]) =>
  (visit: number): RunInput => ({ type: 'evaluated', visit, answers });
const act =
  (type: 'viewed' | 'next' | 'back' | 'lost') =>
  (_: number, open: number): RunInput => ({ type: 'view', visit: open, input: { type } });
const dismiss = (_: number, open: number): RunInput => ({
  type: 'view',
  visit: open,
  input: { type: 'dismiss', via: 'escape' },
});

test('the step before stays on the screen until the next one is found', () => {
  const [, , , left, next] = play(
    [step('a', { target }), step('b', { target })],
    start,
    found,
    act('viewed'),
    act('next'),
    found,
  );
  expect(left).toEqual(['step_completed a button', 'look']);
  expect(next).toEqual(['close', 'show b']);
});

test('the step before can still be dismissed meanwhile, and goes when its target goes', () => {
  const steps = [step('a', { target }), step('b', { target })];
  expect(play(steps, start, found, act('next'), dismiss).at(-1)).toEqual(['close', 'tour_dismissed b escape', 'end']);
  expect(play(steps, start, found, act('next'), act('lost')).at(-1)).toEqual(['close']);
});

test('a target that leaves is looked for again, and the step is not counted as viewed twice', () => {
  const played = play([step('a', { target })], start, found, act('viewed'), act('lost'), found, act('viewed'));
  expect(played.slice(2)).toEqual([['step_viewed a'], ['close', 'look'], ['show a'], []]);
});

test('waiting for a target tells once that it is missing, takes the step before away, and goes on waiting', () => {
  const steps = [step('a', { target }), step('b', { target, onMissing: 'wait' })];
  const hidden = (visit: number): RunInput => ({ type: 'not_found', visit, reason: 'hidden' });
  const played = play(steps, start, found, act('next'), hidden, timeout, timeout, found);
  expect(played.slice(4)).toEqual([['close', 'target_missing b hidden'], [], ['show b']]);
});

test('a missing target can be skipped, end the tour, or show its step in the centre', () => {
  const after = (onMissing: 'skip' | 'end' | 'center'): string[] | undefined =>
    play([step('a', { target, onMissing }), step('b')], start, timeout).at(-1);
  expect(after('skip')).toEqual(['target_missing a not_found', 'step_skipped a target_missing', 'show b centered']);
  expect(after('end')).toEqual(['target_missing a not_found', 'tour_ended a target_missing', 'end']);
  expect(after('center')).toEqual(['target_missing a not_found', 'show a centered']);
});

test('a target found by its fingerprint is told as healed, once in a stay', () => {
  const healed = (visit: number): RunInput => ({ type: 'found', visit, confidence: 0.8, healed: true });
  const played = play([step('a', { target })], start, healed, act('viewed'), act('lost'), healed);
  expect(played.flat().filter((one) => one.startsWith('target_healed'))).toEqual(['target_healed a']);
});

test('a showIf that does not ask about the page is asked before its page is waited for', () => {
  const steps = [step('a', { showIf: admin, page: '/admin' }), step('b')];
  expect(play(steps, start, answer('unknown'), answer(false))).toEqual([
    ['tour_started', 'evaluate'],
    [],
    ['step_skipped a show_if', 'show b centered'],
  ]);
  expect(play(steps, start, answer(true), here).slice(1)).toEqual([['wait_page'], ['show a centered']]);
});

test('a showIf that asks about the page is asked there', () => {
  const showIf = { element: target, is: 'visible' } as const;
  expect(play([step('a', { showIf, page: '/a' })], start, here, answer(true))).toEqual([
    ['tour_started', 'wait_page'],
    ['evaluate'],
    ['show a centered'],
  ]);
});

test('the first branch that holds is taken; one that is not known yet is waited for', () => {
  const steps = [
    step('a', {
      next: [
        { when: admin, goto: 'c' },
        { when: admin, goto: 'b' },
      ],
    }),
    step('b'),
    step('c'),
  ];
  const ways = [answer(true, true), answer(false, true), answer('unknown', true), answer(false, false)];
  expect(ways.map((way) => play(steps, start, act('next'), way).at(-1)?.at(-1))).toEqual([
    'show c centered',
    'show b centered',
    undefined,
    'show b centered',
  ]);
});

test('back goes to the step that was seen before, and prepares it again', () => {
  const steps = [step('a', { target }), step('b', { showIf: admin }), step('c')];
  const played = play(steps, start, found, act('next'), answer(false), act('back'), found);
  expect(played.slice(4)).toEqual([
    ['step_viewed c', 'step_back c', 'look'],
    ['close', 'show a'],
  ]);
});

test('a circle that nobody sees ends with an error, and so does one that runs by itself', () => {
  const unseen = [
    step('a', { showIf: admin, next: [{ goto: 'b' }] }),
    step('b', { showIf: admin, next: [{ goto: 'a' }] }),
  ];
  const no = Array.from({ length: 12 }, () => [answer(false), answer(true)]).flat();
  expect(play(unseen, start, ...no).flat()).toContain('tour_ended b error');
  const seen = [step('a', { advance: [{ on: 'condition', when: admin }], next: [{ goto: 'a' }] })];
  const on = (visit: number): RunInput => ({ type: 'advanced', visit, via: 'condition' });
  const round = Array.from({ length: 2000 }, () => [act('viewed'), on, answer(true)]).flat();
  expect(play(seen, start, ...round).flat()).toContain('tour_ended a error');
});

test('a step seen before a reload may be left by what happened meanwhile, without being shown again', () => {
  const steps = [step('a', { page: '/a', advance: [{ on: 'page', page: '/b' }] }), step('b', { page: '/b' })];
  const resume = (): RunInput => ({ type: 'resume', step: 0, path: [], seen: true });
  const on = (visit: number): RunInput => ({ type: 'advanced', visit, via: 'page' });
  expect(play(steps, resume, on, here)).toEqual([
    ['listen', 'wait_page'],
    ['step_completed a page', 'wait_page'],
    ['show b centered'],
  ]);
});

test('a tour that must not be dismissed is not, except by the app', () => {
  const steps = [step('a')];
  const plan: Plan = {
    tour: { schemaVersion: 1, id: 't', name: 't', defaultLocale: 'en', locales: ['en'], steps, dismissible: false },
    runId: 'r',
    version: 1,
    locale: 'en',
  };
  const { state } = transition(plan, initialState, START);
  expect(transition(plan, state, dismiss(1, 1)).effects).toEqual([]);
  expect(transition(plan, state, { type: 'stop' }).effects.map(({ do: what }) => what)).toEqual([
    'close',
    'emit',
    'end',
  ]);
});
