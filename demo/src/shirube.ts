/** The calls of Shirube's public interface that this product makes. */
interface ShirubeCalls {
  identify(userId: string, traits: Traits, more: { readonly company: CompanyIdentity }): void;
  track(name: string, props: Traits): void;
  start(tourId: string): void;
  reset(): void;
}
type Traits = Readonly<Record<string, unknown>>;
interface CompanyIdentity {
  readonly id: string;
  readonly traits: Traits;
}
/** An array of calls until the tag has loaded, which makes them in order; then the tag's own object, whose `push` makes them at once. */
interface ShirubeQueue {
  push(call: readonly unknown[]): unknown;
}
declare global {
  interface Window {
    shirube?: ShirubeQueue;
  }
}

/** Works before the tag has loaded, after it, and when it never comes. */
const call = (...parts: readonly unknown[]): void => {
  window.shirube ??= [];
  window.shirube.push(parts);
};
export const shirube: ShirubeCalls = {
  identify: (userId, traits, more) => call('identify', userId, traits, more),
  track: (name, props) => call('track', name, props),
  start: (tourId) => call('start', tourId),
  reset: () => call('reset'),
};
