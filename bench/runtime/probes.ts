import './guides/guide.ts';

/** Where and when a card was seen. `ms` are of this page's clock (`performance.now`). */
export interface Seen {
  /** The frame whose painting shows the card for the first time, at its final place give or take what its entrance moves it. */
  readonly shown: number;
  /** The frame from which on nothing about the card changes any more: its entrance is over. */
  readonly settled: number;
  /** Frames that were painted from the call until `shown`. */
  readonly frames: number;
  /** px between the card and its target; 0 when they touch. */
  readonly distance: number;
}
interface Sample {
  readonly at: number;
  readonly frame: number;
  readonly rect: DOMRect;
  readonly opacity: number;
}

/** Frames without a change after which a card is taken as settled: longer than any pause in the entrance of one of the libraries. */
const REST_FRAMES = 24;
const GIVE_UP_FRAMES = 600;
/** How far an entrance may move a card while it already counts as being at its place, px. */
const ENTRANCE_PX = 8;
/** px that the page and the inner scroller move in one frame, and the frames after which they turn back. */
const PAGE_STEP = 3;
const INNER_STEP = 2;
const TURN_FRAMES = 20;
/** Mutations in one frame. */
const BATCH = 25;

const channel = new MessageChannel();
let waiting: (() => void)[] = [];
channel.port1.onmessage = () => {
  const now = waiting;
  waiting = [];
  for (const one of now) one();
};
/** Resolves after a frame has been painted, in a task of its own: what is read then is what is on the screen. Gives the frame's time. */
const painted = (): Promise<number> =>
  new Promise((done) =>
    requestAnimationFrame((at) => {
      waiting.push(() => done(at));
      channel.port2.postMessage(0);
    }),
  );

const opacityOf = (element: Element): number => {
  let opacity = 1;
  for (
    let at: Element | null = element;
    at;
    at = at.parentElement ?? (at.getRootNode() as Partial<ShadowRoot>).host ?? null
  )
    opacity *= Number(getComputedStyle(at).opacity);
  return opacity;
};
const sample = (at: number, frame: number, title: string): Sample | undefined => {
  const card = guide?.card();
  if (!card?.textContent?.includes(title) || !card.checkVisibility({ visibilityProperty: true })) return undefined;
  const rect = card.getBoundingClientRect();
  return rect.width > 1 && rect.height > 1 ? { at, frame, rect, opacity: opacityOf(card) } : undefined;
};
const same = (a: Sample | undefined, b: Sample | undefined): boolean =>
  !!a && !!b && a.opacity === b.opacity && off(a.rect, b.rect) === 0;
const off = (a: DOMRect, b: DOMRect): number =>
  Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y), Math.abs(a.width - b.width), Math.abs(a.height - b.height));

/**
 * Watches from now on until the card with this title has come to rest beside its target. Throws when it does not, is outside the screen, or
 * is away from its target: then there is nothing to measure.
 */
const seen = async (
  target: string,
  title: string,
  from = performance.now(),
): Promise<Seen & { readonly from: number }> => {
  const samples: Sample[] = [];
  let rest = 0;
  for (let frame = 1; rest < REST_FRAMES; frame++) {
    if (frame > GIVE_UP_FRAMES) throw new Error(`no card "${title}" has come to rest`);
    const now = sample(await painted(), frame, title);
    rest = same(samples.at(-1), now) ? rest + 1 : 0;
    if (now) samples.push(now);
  }
  const last = samples.at(-1);
  const aim = document.querySelector(target)?.getBoundingClientRect();
  if (!last || !aim) throw new Error(`no target ${target}`);
  const distance = gap(last.rect, aim);
  const { left, top, right, bottom } = last.rect;
  if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight)
    throw new Error(`the card "${title}" is not on the screen`);
  if (distance > 60) throw new Error(`the card "${title}" is ${distance} px from its target`);
  if (last.opacity < 0.99) throw new Error(`the card "${title}" is not opaque`);
  const begins = samples.findLastIndex((it) => !same(it, last)) + 1;
  const shows = samples.findLastIndex((it) => it.opacity === 0 || off(it.rect, last.rect) > ENTRANCE_PX) + 1;
  const { at, frame } = samples[shows] ?? last;
  return { shown: at - from, settled: (samples[begins] ?? last).at - from, frames: frame, distance, from };
};
const gap = (a: DOMRect, b: DOMRect): number =>
  Math.max(0, a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);

/** Moves the page and the inner scroller for so many frames, as scrolling does: before the frame, not inside it. `each` is told after each painting. */
const scroll = async (frames: number, each: (frame: number) => void = () => {}): Promise<void> => {
  const inner = document.querySelector('#table');
  for (let frame = 0; frame < frames; frame++) {
    const way = Math.floor(frame / TURN_FRAMES) % 2 ? -1 : 1;
    scrollBy(0, way * PAGE_STEP);
    inner?.scrollBy(0, way * INNER_STEP);
    await painted();
    each(frame);
  }
};

const mutate = async (count: number): Promise<void> => {
  const rows = [...document.querySelectorAll('.row')].slice(-200);
  const room = document.querySelector('#room');
  for (let done = 0; done < count; done += BATCH) {
    for (let n = done; n < done + BATCH; n++) {
      const row = rows[n % rows.length];
      const state = row?.querySelector('.state');
      if (n % 4 === 0) row?.setAttribute('data-n', String(n));
      else if (n % 4 === 1) row?.classList.toggle('seen');
      else if (n % 4 === 2 && state?.firstChild) state.firstChild.nodeValue = `sent ${n}`;
      else if (n % 8 === 3) room?.append(Object.assign(document.createElement('i'), { textContent: String(n) }));
      else room?.firstChild?.remove();
    }
    await painted();
  }
};

const probes = {
  seen,
  /** The call, and what became of it. */
  timed: (what: 'start' | 'next', target: string, title: string) => {
    const result = seen(target, title);
    void guide?.[what]();
    return result;
  },
  scroll: (frames: number) => scroll(frames),
  mutate,
  /** By how many frames' movement the card is away from where it should be beside its target, for each frame. */
  async lag(frames: number, target: string) {
    const between = (): number => {
      const [card, aim] = [guide?.card(), document.querySelector(target)];
      return card && aim ? card.getBoundingClientRect().top - aim.getBoundingClientRect().top : Number.NaN;
    };
    const topOf = (): number => document.querySelector(target)?.getBoundingClientRect().top ?? Number.NaN;
    const [rest, lags, from] = [between(), [] as number[], topOf()];
    let moved = 0;
    await scroll(frames, () => {
      lags.push(Math.abs(between() - rest) / (PAGE_STEP + INNER_STEP));
      moved = Math.max(moved, Math.abs(topOf() - from));
    });
    if (moved < 50) throw new Error(`the target moved by ${moved} px only`);
    return lags;
  },
  /** Puts the late target on the page and counts the frames until its card is on the screen. */
  async comes(target: string, title: string) {
    await painted();
    const result = seen(target, title);
    const button = document.createElement('button');
    button.id = target.slice(1);
    button.textContent = 'Late';
    document.querySelector('header')?.append(button);
    return result;
  },
  /** A whole tour, as fast as the library goes. */
  async tour(titles: readonly string[]) {
    void guide?.start();
    for (const title of titles) {
      for (let frame = 0; !sample(0, 0, title); frame++) {
        if (frame > GIVE_UP_FRAMES) throw new Error(`"${title}" did not come`);
        await painted();
      }
      await painted();
      guide?.next();
    }
    for (let frame = 0; guide?.card()?.checkVisibility(); frame++) {
      if (frame > GIVE_UP_FRAMES) throw new Error('the tour did not end');
      await painted();
    }
    await guide?.stop();
  },
  rest: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)),
};

declare global {
  /** Only inside the page. */
  var probe: typeof probes;
  var first: Promise<Seen> | undefined;
}
globalThis.guide = undefined;
globalThis.probe = probes;
const wanted = new URLSearchParams(location.search).get('start');
// From the start of the navigation.
if (wanted) globalThis.first = seen(...(JSON.parse(wanted) as [string, string]), 0);
