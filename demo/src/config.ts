/** What the server that hosts the demo knows only when it starts; it serves this as /config.js. */
export interface DemoConfig {
  /** Where Shirube runs, and its public key; absent when the product is opened without Shirube. */
  readonly shirube?: { readonly endpoint: string; readonly key: string } | undefined;
}
declare global {
  interface Window {
    hinodeConfig?: DemoConfig;
  }
}
export const demoConfig = (): DemoConfig => window.hinodeConfig ?? {};
