/** What plays a video: a page of the host's in a frame, or the browser itself. `from` is where it comes from, as people know it. */
export interface VideoPlayer {
  readonly kind: 'frame' | 'file';
  readonly src: string;
  readonly from: string;
}

interface VideoHost {
  readonly name: string;
  /** The address of one video. Its groups are what `frame` is given. */
  readonly address: RegExp;
  readonly frame: (found: readonly (string | undefined)[], src: string, locale: string) => string;
}

/** Seconds from `t=90`, `t=90s` or `t=1m30s`; 0 without. */
const startOf = (src: string): number => {
  const [, h, m, s] = /[?&#](?:t|start)=(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,5})s?)?(?:[&#]|$)/.exec(src) ?? [];
  return Number(h ?? 0) * 3600 + Number(m ?? 0) * 60 + Number(s ?? 0);
};
const youtube: VideoHost['frame'] = ([id], src, locale) =>
  `https://www.youtube-nocookie.com/embed/${id}?autoplay=1&playsinline=1&rel=0&hl=${locale}${startOf(src) ? `&start=${startOf(src)}` : ''}`;

/** Each frame is told to play at once, because it is made when someone asks for it, and not to follow who watches, where the host knows how. */
const HOSTS: Readonly<Record<string, VideoHost>> = {
  'www.youtube.com': {
    name: 'YouTube',
    address: /^\/(?:watch\?(?:[^#]*&)?v=|embed\/(?!videoseries)|shorts\/|live\/)([\w-]{11})(?![\w-])/,
    frame: youtube,
  },
  'www.youtube-nocookie.com': {
    name: 'YouTube',
    address: /^\/embed\/(?!videoseries)([\w-]{11})(?![\w-])/,
    frame: youtube,
  },
  'youtu.be': { name: 'YouTube', address: /^\/([\w-]{11})(?![\w-])/, frame: youtube },
  'player.vimeo.com': {
    name: 'Vimeo',
    address: /^\/video\/(\d{1,12})(?:\?(?:[^#]*&)?h=(\w{1,40})|[?#]|$)/,
    frame: ([id, hash]) => vimeo(id, hash),
  },
  'vimeo.com': {
    name: 'Vimeo',
    address: /^\/(\d{1,12})(?:\/(\w{1,40}))?(?:[?#]|$)/,
    frame: ([id, hash]) => vimeo(id, hash),
  },
  'www.loom.com': {
    name: 'Loom',
    address: /^\/(?:share|embed)\/(\w{1,64})(?:[?#]|$)/,
    frame: ([id]) => `https://www.loom.com/embed/${id}?autoplay=1&hideEmbedTopBar=true`,
  },
  'fast.wistia.net': {
    name: 'Wistia',
    address: /^\/embed\/iframe\/(\w{1,40})(?:[?#]|$)/,
    frame: ([id]) => `https://fast.wistia.net/embed/iframe/${id}?autoPlay=true&doNotTrack=true`,
  },
};
const vimeo = (id = '', hash?: string): string =>
  `https://player.vimeo.com/video/${id}?${hash ? `h=${hash}&` : ''}dnt=1&autoplay=1`;

/** The hosts whose players a step may show: those that are made to be embedded. */
export const VIDEO_HOSTS: readonly string[] = Object.keys(HOSTS);

/** Host, port and the rest of an https address without user name; undefined for any other text. */
const httpsParts = (
  src: string,
): { readonly host: string; readonly port: string; readonly rest: string } | undefined => {
  const [, host, port = '', rest = ''] = /^https:\/\/([a-z0-9.-]+)(:\d+)?([/?#][^\s\\]*)?$/i.exec(src) ?? [];
  return host === undefined ? undefined : { host: host.toLowerCase(), port, rest };
};

/** Host of an https address without user name, or undefined. */
export const httpsHost = (src: string): string | undefined => httpsParts(src)?.host;

/**
 * How a video is played, from its address: as an author copies it from the host, or of a file (.mp4, .webm), which may lie anywhere, because
 * it runs nothing. Undefined when it is none of these. `locale` is the language of the player's own words.
 */
export const videoPlayer = (src: string, locale = 'en'): VideoPlayer | undefined => {
  const parts = httpsParts(src);
  if (!parts) return undefined;
  const { host, port, rest } = parts;
  if (/^\/[^?#]*\.(?:mp4|webm)(?:[?#]|$)/i.test(rest)) return { kind: 'file', src, from: host + port };
  // Of its own only: `HOSTS.constructor` is no host.
  const known = Object.hasOwn(HOSTS, host) && port === '' ? HOSTS[host] : undefined;
  const found = known?.address.exec(rest);
  if (!known || !found) return undefined;
  return {
    kind: 'frame',
    src: known.frame(found.slice(1), rest, encodeURIComponent(locale)),
    from: known.name,
  };
};
