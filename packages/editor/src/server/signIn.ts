/**
 * How a sign-in ended. `blocked`: the browser opened no window. `cut_off`: the window was out of reach at once, which is what the app's own
 * Cross-Origin-Opener-Policy does. `closed`: the window was closed before it answered.
 */
export type SignInOutcome =
  | { readonly outcome: 'signed_in'; readonly token: string }
  | { readonly outcome: 'blocked' | 'cut_off' | 'closed' | 'aborted' };

/** A browser tells nobody that a window was closed: it has to be asked. */
const ASK_EVERY_MS = 400;

/** Opens the server's sign-in page in a window of its own and waits for its token. Call it from a click, or the browser blocks the window. */
export const signIn = (origin: string, page: Window, signal: AbortSignal): Promise<SignInOutcome> =>
  new Promise((resolve) => {
    const address = `${origin}/editor/sign-in?origin=${encodeURIComponent(page.location.origin)}`;
    const popup = page.open(address, 'shirube-sign-in', 'popup,width=480,height=640');
    if (popup === null) {
      resolve({ outcome: 'blocked' });
      return;
    }
    const end = (outcome: SignInOutcome): void => {
      page.clearInterval(asking);
      page.removeEventListener('message', onMessage);
      signal.removeEventListener('abort', onAbort);
      resolve(outcome);
    };
    const onMessage = (event: MessageEvent): void => {
      // Exactly this server and exactly this window: any other sender is not heard.
      if (event.origin !== origin || event.source !== popup) return;
      const token = tokenOf(event.data);
      if (token === undefined) return;
      popup.close();
      end({ outcome: 'signed_in', token });
    };
    const onAbort = (): void => {
      popup.close();
      end({ outcome: 'aborted' });
    };
    let seenOpen = false;
    let seenClosed = false;
    const asking = page.setInterval(() => {
      if (!popup.closed) seenOpen = true;
      // Asked twice, because a window's last message may still be under way when it closes.
      else if (seenClosed) end({ outcome: seenOpen ? 'closed' : 'cut_off' });
      else seenClosed = true;
    }, ASK_EVERY_MS);
    page.addEventListener('message', onMessage);
    signal.addEventListener('abort', onAbort);
  });

const tokenOf = (data: unknown): string | undefined => {
  if (typeof data !== 'object' || data === null) return undefined;
  const { type, token } = data as { readonly type?: unknown; readonly token?: unknown };
  const known = type === 'shirube-editor-token' && typeof token === 'string' && token.startsWith('et_');
  return known ? token : undefined;
};
