/** Online, what cannot be had is asked for again after 1, 2, 4 and 8 seconds. */
const FIRST_WAIT_MS = 1000;
const LAST_WAIT_MS = 8000;

/**
 * A part of ours that a run needs: loaded when first asked for, and the same from then on. Without a network it comes when there is one
 * again; where it cannot be had all the same, it rejects after 15 seconds, and whoever asks next begins anew.
 */
export const part = <T>(load: () => Promise<T>): (() => Promise<T>) => {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= persist(load).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
};

const persist = async <T>(load: () => Promise<T>): Promise<T> => {
  let ask = load;
  for (let wait = FIRST_WAIT_MS; ; ) {
    try {
      return await ask();
    } catch (error) {
      if (navigator.onLine === false) await new Promise((back) => addEventListener('online', back, { once: true }));
      else if (wait > LAST_WAIT_MS) throw error;
      else {
        await new Promise((over) => setTimeout(over, wait));
        wait *= 2;
      }
      // Most browsers remember for as long as the page lives that an address could not be imported (whatwg/html#6768), and only their
      // message has the address. Where it does not, as in Safari, the same one can be asked for again.
      const [, address] = /imported module: ([^?\s]+)/.exec(String(error)) ?? [];
      if (address) ask = () => import(/* @vite-ignore */ `${address}?${Date.now()}`);
    }
  }
};
