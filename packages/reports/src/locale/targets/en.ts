import type { MissingReason } from '@shirube/schema/events';
import type { TargetState, TargetStep } from '@shirube/schema/report';

const steps = (count: number): string => (count === 1 ? 'step' : 'steps');
const are = (count: number): string => (count === 1 ? 'is' : 'are');

/** What is said of targets, in English; Japanese has its shape. Loaded with the screens that say it. */
export const en = {
  tour: 'Tour',
  anyTour: 'All tours',
  /** One sentence each; together they answer how targets stand. */
  broken: (count: string, value: number, total: string, totalValue: number, since: string) =>
    `${count} of ${total} ${steps(totalValue)} ${are(value)} not found any more${since}.`,
  since: (moment: string) => ` since ${moment}`,
  sinceFirst: (moment: string) => `, the first since ${moment}`,
  fragile: (count: string, value: number) => `${count} ${are(value)} missing for some people.`,
  healing: (count: string, value: number) => `${count} ${are(value)} found only by what the element is.`,
  allFound: (total: string, value: number) =>
    value === 1 ? 'The only step finds its target.' : `All ${total} steps find their targets.`,
  othersFound: (count: string, value: number) =>
    `The other ${count === '1' ? '' : `${count} `}${steps(value)} ${value === 1 ? 'finds its target' : 'find their targets'}.`,
  collecting: (count: string, value: number) => `${count} ${value === 1 ? 'has' : 'have'} too few runs to say.`,
  allCollecting: (period: string) => `Too few runs ${period} to say how targets are found.`,
  state: {
    broken: 'Not found',
    fragile: 'Sometimes missing',
    healing: 'Healing',
    collecting: 'Collecting data',
    healthy: 'Found',
  } satisfies Record<TargetState, string>,
  mark: {
    broken: 'is not found any more',
    fragile: 'is missing for some people',
    healing: 'is found only by what it is',
    collecting: '',
    healthy: '',
  } satisfies Record<TargetState, string>,
  markOf: (step: string, title: string, what: string, since: string) =>
    `The target of step ${step}, “${title}”, ${what}${since}`,
  sinceFull: (moment: string) => `Since ${moment}`,
  withVersion: (version: string) => `It came with version ${version} of the tour.`,
  sameVersion: 'The tour’s version did not change then: probably the app did.',
  wholePeriod: 'So in the whole period.',
  lastSeen: (moment: string) => `Last time ${moment}.`,
  caption: 'Steps with a target, worst first',
  step: 'Step',
  stepOf: (tour: string, number: string) => `${tour}, step ${number}`,
  how: 'How the target was found',
  why: 'Why',
  next: 'Next action',
  found: 'Found as written',
  healed: 'Healed',
  missing: 'Missing',
  became: 'What became of it',
  nobody: 'Nobody looked for it in this period.',
  recent: (now: string, before: string) => `Last 24 hours ${now}, before ${before}`,
  reason: {
    not_found: 'not on the page',
    hidden: 'there, but hidden',
    off_screen: 'outside the screen',
    covered: 'covered by something else',
    ambiguous: 'several match',
    frame_blocked: 'in a frame that cannot be read',
    timed_out: 'too late',
  } satisfies Record<MissingReason, string>,
  outcome: {
    ended: 'tour ended',
    skipped: 'step skipped',
    centered: 'shown in the centre',
    foundLater: 'came late, and was shown',
    waited: 'not shown again',
  } satisfies Record<keyof TargetStep['became'], string>,
  sure: (median: string, min: string) => `Recognised with a confidence of ${median}, at least ${min}.`,
  act: {
    not_found: 'Aim at the element again: nothing on the page matches any more.',
    hidden: 'Show the step when the element is visible, or aim at another one.',
    off_screen: 'Aim at an element that people can scroll to.',
    covered: 'Start the step when nothing lies over the element, or aim at another one.',
    ambiguous: 'Aim at the element again: several look alike.',
    frame_blocked: 'Aim at the frame itself: what is inside cannot be read.',
    timed_out: 'Give the step more time, or let it wait for what makes the element appear.',
  } satisfies Record<MissingReason, string>,
  actSome: 'Some people do not have this element. Show the step only to those who do, or let it be skipped.',
  actHealing:
    'Aim at the element again and publish: its selectors no longer lead to it, and recognition may stop with the next change.',
  actCollecting: 'Wait for more runs.',
  actNone: 'Nothing to do.',
  openEditor: 'Open the editor there',
  openEditorLabel: (title: string) => `Open the editor on the step “${title}”`,
  sayAddress: 'Say where your app is',
  addressTitle: 'Where your app is',
  addressWhy: 'Links then open the editor on the step that needs you. Kept in this browser alone.',
  address: 'Address of the app',
  addressSave: 'Save',
  addressSaved: 'Saved.',
  addressWrong: 'Enter an address that begins with https:// or http://.',
  byVersion: 'By version',
  emptyTitle: 'No step points at an element',
  emptyBody:
    'Steps with a target are listed here as soon as their tour is live: how often the element was found, healed or missing, since when, and what to do.',
  emptyAction: 'Look at all tours',
  emptyClear: 'Clear the filters',
};
export type TargetMessages = typeof en;
