/** What a probe asks of a library on the page. The card is whatever a person would call the box with the step's words. */
export interface Guide {
  start(): unknown;
  next(): void;
  /** Ends what runs, wherever it is. */
  stop(): unknown;
  card(): Element | null;
  /** Starts a tour whose only target, `LATER`, is not there yet. Absent: the library does not wait for targets. */
  wait?(): unknown;
}

declare global {
  /** Only inside the page; absent on the page without a library. */
  var guide: Guide | undefined;
}

/** Hands the guide to the probes. `?start` in the address begins the tour as soon as the library can. */
export const offer = (guide: Guide): void => {
  globalThis.guide = guide;
  if (new URLSearchParams(location.search).has('start')) guide.start();
};
