/** Keeps the sign-in token of this tab, for one server and one key. Never in a URL, never in storage that outlives the tab. */
export interface TokenStore {
  read(): string | undefined;
  keep(token: string): void;
  forget(): void;
}

/** Falls back to memory where the page refuses storage (a sandboxed frame): the sign-in then lasts until the page is left. */
export const createTokenStore = (origin: string, key: string, storage: () => Storage): TokenStore => {
  const name = `shirube:editor:token:${origin}:${key}`;
  let memory: string | undefined;
  const attempt = <T>(use: (store: Storage) => T): T | undefined => {
    try {
      return use(storage());
    } catch {
      return undefined;
    }
  };
  return {
    read: () => memory ?? attempt((store) => store.getItem(name)) ?? undefined,
    keep(token) {
      memory = token;
      attempt((store) => store.setItem(name, token));
    },
    forget() {
      memory = undefined;
      attempt((store) => store.removeItem(name));
    },
  };
};
