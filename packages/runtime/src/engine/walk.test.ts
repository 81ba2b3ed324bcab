import type { RunEvent } from '@shirube/schema/events';
import type { Step, Tour } from '@shirube/schema/tour';
import { expect, test } from 'vitest';
import type { Plan } from './plan.ts';
import { type Answer, type Effect, initialState, type RunInput, type RunState, transition } from './transition.ts';

// Every sequence of inputs up to a length is walked over small tours that hold everything a tour can hold. Two sequences that come to
// the same state, with the same things to remember for the checks, go on alike, so each such pair is walked on from once.

const LENGTH = 12;

const step = (id: string, more: Partial<Step> = {}): Step => ({ id, kind: 'tooltip', content: { en: {} }, ...more });
const target = { selectors: ['#x'] };
const admin = { user: 'role', op: 'eq', value: 'admin' } as const;
const next = { id: 'next', action: 'next', label: {} } as const;
const TOURS: Readonly<Record<string, readonly Step[]>> = {
  'one step': [step('a', { buttons: [next, { id: 'no', action: 'dismiss', label: {} }] })],
  'three steps with targets': [step('a', { target }), step('b', { target }), step('c', { kind: 'modal' })],
  'showIf, with and without the page': [
    step('a'),
    step('b', { showIf: admin, page: '/b' }),
    step('c', { showIf: { element: target, is: 'visible' }, page: '/c' }),
    step('d'),
  ],
  'branches and a way back': [
    step('a', { next: [{ when: admin, goto: 'c' }, { goto: 'b' }] }),
    step('b', { buttons: [{ id: 'again', action: 'goto', goto: 'a', label: {} }] }),
    step('c', { next: [{ when: admin, goto: 'nowhere' }] }),
  ],
  'a circle that nobody sees': [
    step('a', { showIf: admin, next: [{ goto: 'b' }] }),
    step('b', { showIf: admin, next: [{ goto: 'a' }] }),
  ],
  'every policy for a missing target': [
    step('a', { target, onMissing: 'skip' }),
    step('b', { target, onMissing: 'center' }),
    step('c', { target, onMissing: 'wait' }),
    step('d', { target, onMissing: 'end' }),
  ],
  'steps that are left by what happens': [
    step('a', { page: '/a', advance: [{ on: 'page', page: '/b' }] }),
    step('b', { page: '/b', target, advance: [{ on: 'event', event: 'x' }] }),
    step('c', {
      advance: [{ on: 'condition', when: admin }],
      buttons: [{ id: 'done', action: 'complete', label: {} }],
    }),
  ],
  'hotspots and what stands at an edge': [
    step('a', { kind: 'hotspot', target }),
    step('b', { kind: 'slideout' }),
    step('c', { kind: 'hotspot', target, onMissing: 'skip', page: '/c' }),
  ],
};

/** What the checks remember of a run. */
interface Seen {
  readonly started: boolean;
  readonly over: boolean;
  /** The view on the screen, by its visit. */
  readonly open: number;
  /** The step last viewed and not yet left. */
  readonly on: string | undefined;
  readonly viewed: number;
  readonly left: number;
  /** The step was seen before a reload: it may be seen once more, or left without that. */
  readonly again: boolean;
  /** The hotspots that were opened, as last kept: none is ever forgotten. */
  readonly opened: readonly string[];
  /** The visit of the last conditions asked: no other question may share it, or a late answer would count for it. */
  readonly asked: number;
}
const FRESH: Seen = {
  started: false,
  over: false,
  open: 0,
  on: undefined,
  viewed: 0,
  left: 0,
  again: false,
  opened: [],
  asked: 0,
};
const ENDINGS = ['tour_completed', 'tour_dismissed', 'tour_ended'];

const remember = (seen: Seen, effect: Effect, say: (wrong: string) => never): Seen => {
  if (seen.over && effect.do !== 'end') say(`${effect.do} after the ending`);
  if (effect.do === 'evaluate')
    return effect.visit > seen.asked ? { ...seen, asked: effect.visit } : say('two questions share a visit');
  if (effect.do === 'show') return seen.open ? say('shown over an open view') : { ...seen, open: effect.visit };
  if (effect.do === 'close') return seen.open === effect.visit ? { ...seen, open: 0 } : say('closed what is not open');
  if (effect.do === 'end') return seen.open ? say('ended with an open view') : seen;
  if (effect.do === 'persist') {
    const { opened = [] } = effect.position;
    if (new Set(opened).size < opened.length) say('opened kept twice');
    return seen.opened.every((id) => opened.includes(id)) ? { ...seen, opened } : say('forgot what was opened');
  }
  return effect.do === 'emit' ? told(seen, effect.event, say) : seen;
};
const told = (seen: Seen, event: RunEvent, say: (wrong: string) => never): Seen => {
  if (!seen.started && event.type !== 'tour_started') say(`${event.type} before the start`);
  switch (event.type) {
    case 'tour_started':
      return seen.started ? say('started twice') : { ...seen, started: true };
    case 'step_viewed':
      if (!seen.open) say('viewed with nothing on the screen');
      if (seen.on === event.stepId && !seen.again) say('viewed twice in one stay');
      return { ...seen, again: false, on: event.stepId, viewed: seen.viewed + (seen.again ? 0 : 1) };
    case 'step_completed':
    case 'step_back':
      if (seen.on !== event.stepId) say(`${event.type} of a step that was not viewed`);
      if (seen.left >= seen.viewed) say('left more often than viewed');
      return { ...seen, again: false, on: undefined, left: seen.left + 1 };
    case 'step_skipped':
      return { ...seen, again: false, on: undefined };
    default:
      return ENDINGS.includes(event.type) ? { ...seen, over: true } : seen;
  }
};

const ANSWERS: readonly Answer[] = [true, false, 'unknown'];
/** Everything that can come next, the late and the senseless included. */
const inputsFor = (state: RunState, steps: readonly Step[]): RunInput[] => {
  const { visit, open, phase } = state;
  if (phase === 'idle')
    return [{ type: 'start', source: 'auto' }, { type: 'stop' }, { type: 'view', visit: 0, input: { type: 'viewed' } }];
  const asked = phase === 'branching' ? (steps[state.step]?.next?.length ?? 0) : 1;
  const answers = ANSWERS.flatMap((a) => (asked > 1 ? ANSWERS.map((b) => [a, b]) : [[a]]));
  const buttons = steps[state.step]?.buttons ?? [];
  const current: RunInput[] = [
    { type: 'page_here', visit },
    ...answers.map((each): RunInput => ({ type: 'evaluated', visit, answers: each })),
    { type: 'found', visit, confidence: 1 },
    { type: 'found', visit, confidence: 0.8, healed: true },
    { type: 'not_found', visit, reason: 'hidden' },
    { type: 'timeout', visit },
    { type: 'advanced', visit, via: 'event' },
    { type: 'stop' },
    { type: 'end', reason: 'killed' },
    { type: 'start', source: 'api' },
  ];
  const views = [visit, open].flatMap((of): RunInput[] => [
    { type: 'view', visit: of, input: { type: 'viewed' } },
    { type: 'view', visit: of, input: { type: 'next' } },
    { type: 'view', visit: of, input: { type: 'back' } },
    { type: 'view', visit: of, input: { type: 'lost' } },
    { type: 'view', visit: of, input: { type: 'failed' } },
    ...(steps[state.step]?.kind === 'hotspot' ? [{ type: 'view', visit: of, input: { type: 'opened' } } as const] : []),
    { type: 'view', visit: of, input: { type: 'advance', via: 'click' } },
    { type: 'view', visit: of, input: { type: 'dismiss', via: 'escape' } },
    ...buttons.map(({ id }): RunInput => ({ type: 'view', visit: of, input: { type: 'button', id } })),
  ]);
  return [...current, ...views];
};
const isLate = (input: RunInput, state: RunState): boolean =>
  'visit' in input && (input.type === 'view' ? input.visit !== state.open : input.visit !== state.visit);

interface Walked {
  readonly states: number;
  readonly endings: ReadonlySet<string>;
}
const walk = (steps: readonly Step[], length: number, begin: readonly [RunState, Seen]): Walked => {
  const tour: Tour = { schemaVersion: 1, id: 't', name: 't', defaultLocale: 'en', locales: ['en'], steps };
  const plan: Plan = { tour, runId: 'r', version: 1, locale: 'en' };
  const endings = new Set<string>();
  /** Visits only ever grow, so two states that differ in their height alone go on alike. */
  const keyOf = (state: RunState, { viewed, left, ...seen }: Seen): string => {
    const rest = {
      ...state,
      visit: 0,
      open: state.open && state.open - state.visit,
      unseen: Math.min(state.unseen, 30),
    };
    return JSON.stringify([
      rest,
      { ...seen, open: seen.open === state.open, asked: seen.asked === state.visit },
      viewed - left,
    ]);
  };
  const known = new Set<string>([keyOf(...begin)]);
  let edge: (readonly [RunState, Seen, string])[] = [[...begin, '']];
  for (let depth = 0; depth < length; depth++) {
    const further: typeof edge = [];
    for (const [state, seen, trace] of edge) {
      const late: RunInput[] = inputsFor({ ...state, visit: state.visit - 1, open: state.open - 1 }, steps);
      for (const input of [...inputsFor(state, steps), ...late]) {
        const way = `${trace} ${JSON.stringify(input)}`;
        const say = (wrong: string): never => {
          throw new Error(`${wrong}, after${way}`);
        };
        const { state: after, effects } = transition(plan, state, input);
        if (isLate(input, state) && (effects.length || JSON.stringify(after) !== JSON.stringify(state)))
          say('a late answer counted');
        let now = seen;
        for (const effect of effects) {
          now = remember(now, effect, say);
          if (effect.do === 'emit' && ENDINGS.includes(effect.event.type)) endings.add(effect.event.type);
        }
        if ((after.phase === 'over') !== now.over) say('over without an ending, or the other way round');
        if (now.open !== after.open) say('the state forgot what is on the screen');
        const key = keyOf(after, now);
        if (known.has(key)) continue;
        known.add(key);
        further.push([after, now, way]);
      }
    }
    edge = further;
  }
  return { states: known.size, endings };
};

for (const [name, steps] of Object.entries(TOURS)) {
  test(`whatever happens, in any order, a run keeps its order: ${name}`, () => {
    const { states, endings } = walk(steps, LENGTH, [initialState, FRESH]);
    expect(states).toBeGreaterThan(5);
    expect(endings).toContain('tour_dismissed');
    expect(endings).toContain('tour_ended');
  });
  test(`the same for a run that is resumed on any step: ${name}`, () => {
    const tour: Tour = { schemaVersion: 1, id: 't', name: 't', defaultLocale: 'en', locales: ['en'], steps };
    for (let index = 0; index < steps.length; index++) {
      for (const seen of [true, false]) {
        const resume: RunInput = { type: 'resume', step: index, path: index ? [0] : [], seen };
        const { state, effects } = transition({ tour, runId: 'r', version: 1, locale: 'en' }, initialState, resume);
        expect(effects.some((effect) => effect.do === 'emit')).toBe(false);
        const open = effects.find((effect) => effect.do === 'show')?.visit ?? 0;
        const [viewed, left] = [Number(index > 0) + Number(seen), Number(index > 0)];
        const on = seen ? steps[index]?.id : undefined;
        walk(steps, 8, [state, { ...FRESH, started: true, open, viewed, left, on, again: seen }]);
      }
    }
  });
}
