import type { Disposer } from '../ports.ts';

/** Everything that the outbox takes from the browser. The one place that reads it; tests pass their own. */
export interface Browser {
  /** Rejects when no answer comes within `withinMs`, or the network refuses. `answer` is the JSON body, or undefined. */
  post(url: string, body: string, withinMs: number): Promise<PostAnswer>;
  /** False: not accepted, the caller still has the events. */
  beacon(url: string, body: string): boolean;
  after(ms: number, run: () => void): Disposer;
  /** Milliseconds that no clock change moves. */
  monotonic(): number;
  /**
   * Runs `work` when no other tab runs it. A tab that holds on for `leaseMs` is frozen, and is robbed: its work may then run
   * beside ours. Without Web Locks `work` does not run at all while another tab has the lease.
   */
  exclusively(name: string, leaseMs: number, work: () => Promise<void>): Promise<void>;
  watch(name: string, url: string, on: Happenings): { readonly tellOtherTabs: () => void; readonly dispose: Disposer };
}
export interface PostAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly answer: unknown;
}
export interface Happenings {
  /** The page is hidden or left: the last moment at which code surely runs. */
  hidden(): void;
  /** The network is back, or the page from the back/forward cache. */
  back(): void;
  /** The page's Content-Security-Policy forbids requests to the url. */
  blocked(): void;
  /** Another tab has stored events. */
  told(): void;
}

export const openBrowser = (): Browser => {
  // Before the host, or another SDK, replaces it.
  const { fetch } = globalThis;
  return {
    async post(url, body, withinMs) {
      // A string body is text/plain, and so needs no preflight.
      const response = await fetch(url, {
        method: 'POST',
        body,
        credentials: 'omit',
        signal: AbortSignal.timeout(withinMs),
      });
      const answer: unknown = await response.json().catch(() => undefined);
      return { status: response.status, retryAfter: response.headers.get('retry-after'), answer };
    },
    beacon(url, body) {
      try {
        return navigator.sendBeacon(url, body);
      } catch {
        return false;
      }
    },
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    monotonic: () => performance.now(),
    async exclusively(name, leaseMs, work) {
      let ran = false;
      const once = () => {
        ran = true;
        return work();
      };
      try {
        const { locks } = navigator;
        const signal = AbortSignal.timeout(leaseMs);
        await locks
          .request(name, { signal }, once)
          .catch(() => (signal.aborted && !ran ? locks.request(name, { steal: true }, once) : undefined));
      } catch {
        // No locks here: they exist in secure contexts only.
      }
      if (!ran) await underLease(name, leaseMs, work);
    },
    watch(name, url, on) {
      const leaving = new AbortController();
      const { signal } = leaving;
      let channel = openChannel(name, on.told);
      const hide = () => document.visibilityState === 'hidden' && on.hidden();
      document.addEventListener('visibilitychange', hide, { signal });
      addEventListener(
        'pagehide',
        () => {
          on.hidden();
          // An open channel keeps the page out of the back/forward cache.
          channel?.close();
        },
        { signal },
      );
      addEventListener(
        'pageshow',
        ({ persisted }) => {
          if (!persisted) return;
          channel = openChannel(name, on.told);
          on.back();
        },
        { signal },
      );
      document.addEventListener('securitypolicyviolation', ({ blockedURI }) => blockedURI === url && on.blocked(), {
        signal,
      });
      addEventListener('online', on.back, { signal });
      return {
        tellOtherTabs() {
          try {
            channel?.postMessage(0);
          } catch {
            // Closed while the page was being left; the next tab or visit looks into the queue anyway.
          }
        },
        dispose() {
          leaving.abort();
          channel?.close();
        },
      };
    },
  };
};

const openChannel = (name: string, onMessage: () => void): BroadcastChannel | undefined => {
  try {
    const channel = new BroadcastChannel(name);
    channel.onmessage = onMessage;
    return channel;
  } catch {
    // A frame without an origin of its own: it has no other tabs.
    return undefined;
  }
};

/** Two tabs may take the lease in the same instant: then both send, and the server counts once. */
const underLease = async (name: string, leaseMs: number, work: () => Promise<void>): Promise<void> => {
  try {
    const wait = Number(localStorage[name]) - Date.now();
    // More than a lease: the clock was set back meanwhile.
    if (wait > 0 && wait <= leaseMs) return;
    localStorage[name] = Date.now() + leaseMs;
  } catch {
    // Storage is blocked, so the tabs share no events either.
  }
  await work();
  try {
    delete localStorage[name];
  } catch {
    // As above.
  }
};
