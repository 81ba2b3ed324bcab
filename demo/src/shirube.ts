/** The calls of Shirube's public interface that this product makes. */
export interface ShirubeCalls {
  identify(userId: string, traits: Traits, options: { readonly company: CompanyIdentity }): unknown;
  track(name: string, props?: Traits): unknown;
  start(tourId: string): unknown;
  reset(): unknown;
}
type Traits = Readonly<Record<string, unknown>>;
interface CompanyIdentity {
  readonly id: string;
  readonly traits: Traits;
}
/** Before the tag has loaded, `window.shirube` is this: calls wait in `q` and are made when it has. */
interface ShirubeQueue extends ShirubeCalls {
  readonly q: unknown[][];
}
declare global {
  interface Window {
    shirube?: ShirubeCalls;
  }
}

/** Makes the queue unless Shirube is there already. Pages work the same when it never comes. */
export const installQueue = (): void => {
  if (window.shirube !== undefined) return;
  const q: unknown[][] = [];
  const later =
    (name: string) =>
    (...args: unknown[]): void => {
      q.push([name, ...args]);
    };
  const queue: ShirubeQueue = {
    q,
    identify: later('identify'),
    track: later('track'),
    start: later('start'),
    reset: later('reset'),
  };
  window.shirube = queue;
};

/** Looked up at each call, because the tag replaces the queue when it has loaded. */
export const shirube: ShirubeCalls = {
  identify: (userId, traits, options) => window.shirube?.identify(userId, traits, options),
  track: (name, props) => window.shirube?.track(name, props),
  start: (tourId) => window.shirube?.start(tourId),
  reset: () => window.shirube?.reset(),
};
