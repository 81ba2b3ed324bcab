/** Every text of the editor in English. Its shape is what another language has to fill. */
export const en = {
  editor: 'Shirube editor',
  close: 'Close the editor',
  collapse: 'Collapse',
  expand: 'Open the editor panel',
  toLeft: 'Move to the left',
  toRight: 'Move to the right',
  signIn: 'Sign in',
  signInLead: (server: string) => `Sign in at ${server} to see the tours of this app.`,
  signInHow: 'It opens in a window of its own. Nothing is shown to the people who use this app.',
  signingIn: 'Waiting for the sign-in window',
  signingInHow: 'Sign in there and press Allow. If it is hidden behind this one, press Sign in again.',
  signInAgain: 'Sign in again',
  signOut: 'Sign out',
  notice: {
    blocked: 'The browser blocked the sign-in window. Allow pop-ups for this app, then sign in again.',
    cut_off:
      'The sign-in window cannot reach this app, so its answer is lost. Ask a developer to answer this app’s pages with Cross-Origin-Opener-Policy: same-origin-allow-popups, then sign in again.',
    closed: 'The sign-in window was closed before it answered. Sign in again.',
    ended: 'Your sign-in has ended. Sign in again; nothing was changed.',
  },
  loading: 'Loading the tours',
  loadingTour: 'Loading the steps',
  retry: 'Try again',
  failure: {
    signed_out: () => 'Your sign-in has ended. Sign in again.',
    refused: (_server: string, detail: string) =>
      `The server refused: ${detail}. Ask an admin of the workspace for access, then try again.`,
    gone: () => 'This tour is no longer on the server. Go back and load the list again.',
    wrong_key: () =>
      'The server does not know this page’s key. Compare data-key in the app’s script tag with the key that the server shows, then try again.',
    unreachable: (server: string) =>
      `${server} cannot be reached. The app is not affected. Check that the server runs and that this app’s Content-Security-Policy allows it in connect-src, then try again.`,
    unexpected: (server: string, detail: string) =>
      `${server} gave an answer that was not expected: ${detail}. Try again; if it stays, look at the server’s log.`,
  },
  tours: 'Tours',
  reload: 'Load again',
  noTours: 'There is no tour yet',
  noToursHow: (address: string) => `Write one as a file and send it with PUT ${address}. It will be listed here.`,
  liveHere: (version: number, environment: string) => `Version ${version} live in ${environment}`,
  liveElsewhere: (version: number, environment: string) => `Version ${version} in ${environment}`,
  notLive: 'Not live',
  steps: (count: number) => (count === 1 ? '1 step' : `${count} steps`),
  updated: (who: string, when: string) => `Changed by ${who}, ${when}`,
  back: 'All tours',
  showsDraft: 'This is the draft: the tour is not live here.',
  showsVersion: (version: number, environment: string) => `This is version ${version}, live in ${environment}.`,
  showTarget: 'Show target',
  hideTarget: 'Hide target',
  noTarget: 'Has no target: shown in the centre',
  otherPage: (page: string) => `On another page: ${page}`,
  looking: 'Looking',
  status: {
    found: 'Found',
    healed: 'Found by what it looks like: its selectors no longer match',
    hidden: 'Hidden: it is on the page but not visible',
    ambiguous: 'Ambiguous: several elements match',
    missing: 'Missing: nothing on this page matches',
  },
  readOnly: 'Read-only: edit the tour’s file and publish it',
  readOnlySend: (file: string) => `Send the whole of ${file}`,
  readOnlyPublish: 'Then publish it to an environment',
  report: 'Open its report',
  kind: { tooltip: 'Tooltip', modal: 'Modal', slideout: 'Slideout', banner: 'Banner', hotspot: 'Hotspot' },
};

export type Texts = typeof en;
