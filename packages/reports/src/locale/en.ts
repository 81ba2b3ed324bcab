import type { Cause } from '../figures/finding.ts';

const plural = (count: number, one: string, other: string): string => (count === 1 ? one : other);

/** English. `Messages` is derived from it, so a text that Japanese lacks is a type error. Counts arrive formatted, with the number beside them where grammar needs it. */
export const en = {
  product: 'Shirube',
  skipToContent: 'Skip to content',
  navigation: 'Main',
  tours: 'Tours',
  targets: 'Targets',
  allTours: 'All tours',
  language: 'Language',
  languageName: { en: 'English', ja: '日本語' },
  appearance: 'Appearance',
  appearanceName: { auto: 'Auto', light: 'Light', dark: 'Dark' },
  signedInAs: (email: string) => `Signed in as ${email}`,
  members: 'Members',
  signOut: 'Sign out',
  loading: 'Loading the numbers…',
  simulated: 'Simulated data',
  noValue: '—',
  noRunsYet: 'no runs yet',

  signIn: {
    title: 'Sign in',
    lede: 'See who finished your tours, and where people left.',
    email: 'Email',
    password: 'Password',
    showPassword: 'Show password',
    hidePassword: 'Hide password',
    submit: 'Sign in',
    busy: 'Signing in…',
    hint: 'First time? The server printed the password for admin@localhost when it started.',
    emailMissing: 'Enter your email.',
    passwordMissing: 'Enter your password.',
    mismatch: 'This email and password do not belong together. Check both and try again.',
    tooMany: (seconds: number | null) =>
      seconds === null
        ? 'Too many tries. Wait a minute and try again.'
        : `Too many tries. Try again in ${seconds} ${plural(seconds, 'second', 'seconds')}.`,
    unreachable: 'The server does not answer, so you are not signed in yet. Check the connection and try again.',
    refused: (status: number, detail: string) =>
      `The server refused the sign-in (${status}: ${detail}). Try again, or ask whoever runs it.`,
    expired: 'Your session has ended. Sign in to carry on where you were.',
  },

  period: {
    label: 'Period',
    last: (days: number) => `${days} days`,
    custom: 'Custom',
    customLong: 'Custom period',
    from: 'From',
    to: 'To',
    apply: 'Apply',
    wrongDay: 'Enter both days.',
    wrongOrder: 'The first day must not be after the last.',
    inLast: (days: number) => `in the last ${days} days`,
    between: (range: string) => `in ${range}`,
  },
  filters: {
    label: 'Filters',
    version: 'Version',
    anyVersion: 'All versions',
    versionNumber: (version: number) => `Version ${version}`,
    locale: 'Locale',
    anyLocale: 'All locales',
    timezone: 'Time zone',
    ownTimezone: (name: string) => `${name} (this browser)`,
    commonZones: 'Common',
    otherZones: 'All time zones',
    environment: 'Environment',
  },

  list: {
    live: (count: number, text: string) => `${text} ${plural(count, 'tour', 'tours')} live.`,
    noneLive: 'No tour is live.',
    finished: (completed: string, started: string, startedCount: number, period: string) =>
      `${completed} of ${started} ${plural(startedCount, 'run', 'runs')} finished ${period}.`,
    nothingStarted: (period: string) => `Nothing was started ${period}.`,
    caption: 'All tours with their runs in the period',
    name: 'Tour',
    started: 'Started',
    completed: 'Completed',
    rate: 'Completion rate',
    left: 'Drop-off',
    lastActivity: 'Last activity',
    liveVersion: (version: number) => `Version ${version} live`,
    notLive: 'Not live',
    never: 'none in this period',
    emptyTitle: 'Your tours will appear here',
    emptyBody:
      'Each published tour gets a line: how many runs started, how many finished, and where people left. Add this line to your app, then open the app with ?\u2060shirube=edit to record your first tour.',
    emptyAction: 'Copy the script tag',
    emptyCopied: 'Copied',
    emptyCode: 'Script tag for your app',
    emptyKey: 'Replace pk_… with the public key of the environment; the server prints it when it starts.',
  },

  tour: {
    back: 'All tours',
    liveVersion: (version: number) => `Version ${version} live`,
    notLive: 'Not live',
    none: (period: string) => `Nobody started this tour ${period}.`,
    all: (started: string, count: number) => (count === 1 ? 'The only run finished' : `All ${started} runs finished`),
    finished: (completed: string, started: string, rate: string) =>
      `${completed} of ${started} runs finished (${rate})`,
    mostAt: (step: string, title: string) => `most leave at step ${step}, “${title}”.`,
    moreAt: (step: string, title: string) => `step ${step}, “${title}”, loses more than any other.`,
    mostNeverShown: 'most of the others never saw a step.',
    moreNeverShown: 'more never saw a step than left at any one of them.',
    spread: 'no single step stands out.',
    nobodyLeft: 'nobody left.',
    stillRunning: (count: string, value: number) => `${count} ${plural(value, 'is', 'are')} still in progress.`,
    few: (low: string, high: string) => `Few runs: the true rate lies between ${low} and ${high}.`,
    splitThere: (total: string, parts: string) => `Of the ${total} lost there, ${parts}.`,
    splitAll: (total: string, parts: string) => `Of the ${total} lost in all, ${parts}.`,
    part: {
      dismissed: (count: string, value: number) => `${count} ${plural(value, 'was', 'were')} dismissed`,
      abandoned: (count: string, value: number) => `${count} ${plural(value, 'was', 'were')} abandoned`,
      broken: (count: string) => `${count} broke`,
    } satisfies Record<Cause, (count: string, value: number) => string>,
    allThere: (total: string, value: number, cause: Cause) =>
      `${value === 1 ? 'The only run lost there' : `All ${total} lost there`} ${
        cause === 'broken' ? 'broke' : `${plural(value, 'was', 'were')} ${cause}`
      }.`,
    nextAction: 'Next action',
    action: {
      dismissed: 'Shorten what the step says, or show it later: people see it and close it.',
      abandoned: 'Look at the way on from this step: people see it and do not find, or do not want, what comes next.',
      broken: 'Open the tour in the editor and point at the element again: the step could not be shown.',
    } satisfies Record<Cause, string>,
    neverShownAction: 'Check the first step’s element and page: runs start before it can be found.',
    neverShown: (count: string) => `${count} started but never saw a step`,
    neverShownParts: (parts: string) => ` (${parts})`,
    inProgressPart: (count: string) => `${count} in progress`,
    started: 'Started',
    completed: 'Completed',
    rate: 'Completion rate',
    left: 'Left',
    inProgress: 'In progress',
    interval: (interval: string) => `95% interval ${interval}`,
    emptyTitle: (period: string) => `No runs ${period}`,
    emptyBody:
      'When someone starts this tour, the share that finished, the step where people leave and the time on each step appear here.',
    emptyAction: 'Look at the last 90 days',
    emptyClear: 'Clear the filters',
    notFoundTitle: 'There is no such tour',
    notFoundBody: (id: string) =>
      `No tour with the id “${id}” exists here. It may have been deleted, or the link was shortened.`,
  },

  funnel: {
    title: 'Where runs leave',
    caption: 'Runs per step',
    chart: (tour: string, steps: number) =>
      `Bar chart: runs that reached each of the ${steps} ${plural(steps, 'step', 'steps')} of ${tour}, by what became of them. The table below says the same.`,
    step: 'Step',
    reached: 'Reached',
    passed: 'Passed',
    dismissed: 'Dismissed',
    abandoned: 'Abandoned',
    broken: 'Broken',
    inProgress: 'In progress',
    dropOff: 'Drop-off rate',
    label: (left: string, reached: string, rate: string) => `${rate} left · ${left} of ${reached}`,
    nobody: 'no runs yet',
    mark: (what: string, count: string, reached: string) => `${what}: ${count} of ${reached}`,
    axis: 'Runs',
  },
  steps: {
    title: 'Time and targets',
    caption: 'Time on step and target health per step',
    forward: 'Left forward',
    skipped: 'Skipped',
    median: 'Median time',
    p90: '90% within',
    measured: 'Timed runs',
    missing: 'Target missing',
    healed: 'Target healed',
    noTime: 'nobody left it yet',
    healthy: 'found every time',
  },
  trend: {
    title: 'Day by day',
    caption: 'Runs per day',
    chart: (tour: string, range: string) =>
      `Line chart: runs of ${tour} started and completed per day, ${range}. The table below says the same.`,
    day: 'Day',
    started: 'Started',
    completed: 'Completed',
  },
  versions: {
    title: 'By version',
    caption: 'Completion rate by version',
    version: 'Version',
    live: 'live',
    none: 'No version has runs in this period.',
  },
  locales: {
    title: 'By locale',
    caption: 'Started runs by locale',
    locale: 'Locale',
    started: 'Started',
    share: 'Share',
  },

  view: { label: (title: string) => `Show “${title}” as`, chart: 'Chart', table: 'Table' },
  scroll: (title: string) => `${title}, scrolls sideways`,
  rateOf: (numerator: string, denominator: string) => `${numerator} of ${denominator}`,

  definition: (term: string) => `What “${term}” means`,

  failure: {
    unreachableTitle: 'The server does not answer',
    unreachableBody:
      'Your tours keep running, and events wait on people’s devices until the server is back, so no number is lost. Check that the server is up and try again.',
    refusedTitle: 'The report could not be made',
    refusedBody: (status: number, detail: string) =>
      `The server answered ${status}: “${detail}” The recorded events are safe. Try again; if it stays, show this to whoever runs the server.`,
    tooManyTitle: 'Too many requests',
    tooManyBody: 'The server asks for a pause. Nothing is lost. Wait a moment and try again.',
    retry: 'Try again',
  },
  unknownPage: {
    title: 'There is nothing at this address',
    body: 'The link may be old or mistyped.',
    action: 'Go to all tours',
  },
  footer: (zone: string) => `A run counts in the period in which it started. Days are in ${zone}.`,
};

export type Messages = typeof en;
