/** Where the editor's server is and which environment the page belongs to. */
export interface EditorOptions {
  /** Origin of the server, or a URL on it: "https://guide.example.com". */
  readonly endpoint: string;
  /** The public key of the page's environment, `pk_…`. */
  readonly key: string;
}

/** The origin that every request goes to and the only one that a token is taken from. Throws a TypeError for what is not an http(s) URL. */
export const endpointOrigin = (endpoint: string): string => {
  const url = new URL(endpoint);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new TypeError(`not an http address: ${endpoint}`);
  return url.origin;
};
