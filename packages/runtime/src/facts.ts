import type { ElementFact, Facts } from '@shirube/schema/rules';
import type { Core } from './core.ts';

/** What the guide knows that no one else does. */
export interface Known {
  /** False while the user's progress on other devices is being asked for. */
  readonly arrived: boolean;
  readonly elements: Readonly<Record<string, ElementFact>>;
  /** Epoch ms at which this page was come to, by load or by navigation. */
  readonly pageAt: number;
}

/** BCP 47: the option, else the document's language, else the browser's. */
export const localeOf = (core: Core): string =>
  core.options.locale || document.documentElement.lang || navigator.language;

/** The facts of this instant. Cheap: nothing here forces a layout. */
export const factsNow = (core: Core, known: Known): Facts => {
  const { user, device, record } = core;
  const now = Date.now();
  return {
    now,
    // Someone identified on an earlier page, but not yet on this one: what they are is on its way.
    user: user ? (user.traits ?? {}) : device.userId ? undefined : {},
    company: user ? (user.company?.traits ?? {}) : device.userId ? undefined : {},
    history: known.arrived ? record.history : undefined,
    tours: known.arrived ? record.tours : undefined,
    url: location.href,
    elements: known.elements,
    ...machine(),
    viewport: { width: innerWidth, height: innerHeight },
    locale: localeOf(core),
    sessions: device.sessions,
    secondsOnPage: (now - known.pageAt) / 1000,
    sampleId: core.recordId,
  };
};

/** What stays as it is while the page lives. */
const machine = (): Pick<Facts, 'device' | 'browser' | 'timezone'> => {
  known ??= {
    device: deviceKind(),
    browser: browserName(),
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  return known;
};
let known: Pick<Facts, 'device' | 'browser' | 'timezone'> | undefined;

/** By how it is pointed at and by its screen, never by its name: a coarse pointer under 600 CSS px on the short side is a phone. */
const deviceKind = (): 'desktop' | 'tablet' | 'mobile' =>
  matchMedia('(pointer: fine)').matches ? 'desktop' : Math.min(screen.width, screen.height) < 600 ? 'mobile' : 'tablet';

/** Which family draws this page: edge, opera, firefox, chrome, safari, or other. */
const browserName = (): string =>
  /(edg|opr|firefox|fxios|chrome|crios|safari)/i
    .exec(navigator.userAgent.replace(/.*(edg|opr)[a-z]*\//i, '$1'))?.[1]
    ?.toLowerCase()
    .replace(
      /^(edg|opr|fxios|crios)$/,
      (short) => ({ edg: 'edge', opr: 'opera', fxios: 'firefox', crios: 'chrome' })[short] ?? short,
    ) ?? 'other';
