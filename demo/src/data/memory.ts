/** localStorage that may be refused (private mode, sandboxed frames): then the page's own memory, for as long as it lives. */
const fallback = new Map<string, string>();

export const recall = (key: string): string | undefined => {
  try {
    return localStorage.getItem(key) ?? fallback.get(key);
  } catch {
    return fallback.get(key);
  }
};
export const remember = (key: string, value: string): void => {
  fallback.set(key, value);
  try {
    localStorage.setItem(key, value);
  } catch {
    // Memory alone is enough for this page.
  }
};
export const forget = (key: string): void => {
  fallback.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept, so nothing stays.
  }
};
