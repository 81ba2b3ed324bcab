import { roleOf } from '@shirube/runtime/target';
import { rectInPage } from '../page/rect.ts';
import { type Aim, aimsAt, snapped } from './aim.ts';
import { pinStates } from './freeze.ts';
import { createGuard } from './guard.ts';
import { type PickLocale, pickTexts } from './locale/index.ts';
import { createOverlay } from './overlay.ts';
import { callOf, type Pickable, pickableOf } from './pickable.ts';
import { sayReason } from './rate.ts';
import { createSelection } from './selection.ts';
import { createLimits } from './tree.ts';
import { unreadableFrames } from './walk.ts';

export interface PickerOptions {
  readonly page: Window;
  /** Where the overlay is drawn: inside the editor's shadow root, which is in the top layer and has no box of its own. */
  readonly layer: ShadowRoot | HTMLElement;
  /** The editor's host element: neither it nor anything of Shirube's is picked, and it keeps its own events. */
  readonly editor: Element;
  readonly locale: PickLocale;
  /** What would be picked, some 80 ms after the pointer came to rest on it; undefined when there is nothing. */
  readonly onHover: (pickable: Pickable | undefined) => void;
  /** Picking goes on until `dispose`. */
  readonly onPick: (pickable: Pickable) => void;
  /** Escape. Nothing is disposed of. */
  readonly onLeave: () => void;
}
export interface Picker {
  /** Described and rated when it is read. */
  readonly current: Pickable | undefined;
  readonly frozen: boolean;
  /** What the keys do, for buttons: on a touch screen there are no arrow keys. */
  go(way: PickerWay): void;
  /** What Enter does. */
  pick(): void;
  /** Keeps what is open open: the page hears no more of the pointer and the focus. Key F or F8. */
  freeze(): void;
  thaw(): void;
  /** Gives the keyboard to the picker. */
  focus(): void;
  /** Takes everything out again. Safe to call twice. */
  dispose(): void;
}

/** From what is selected: to what is around it, inside it, beside it in the document, beneath it at the pointer, or to what people can use next. */
export type PickerWay = 'wider' | 'narrower' | 'previous' | 'next' | 'beneath' | 'nextStop' | 'previousStop';
const KEYS: Readonly<Record<string, PickerWay>> = {
  ArrowUp: 'wider',
  ArrowDown: 'narrower',
  ArrowLeft: 'previous',
  ArrowRight: 'next',
  Tab: 'nextStop',
  'Shift+Tab': 'previousStop',
};

/** The pointer rests when it has been on an element so long, ms. */
const REST_MS = 80;

/**
 * Lets a person choose an element of the page, by pointer, touch or keyboard. The app hears of no press and no key meanwhile, and nothing in its document is changed:
 * it is read, scrolled to what the keyboard reaches, and has a style sheet more while it is frozen.
 */
export const createPicker = ({ page, layer, editor, locale, onHover, onPick, onLeave }: PickerOptions): Picker => {
  const texts = pickTexts[locale];
  const limits = createLimits(editor);
  const overlay = createOverlay(layer, page, texts);
  const selection = createSelection(page, limits);
  let rated: Pickable | undefined;
  let point: readonly [x: number, y: number] | undefined;
  let timer = 0;
  let unpin: (() => void) | undefined;
  let told = false;
  let byKeys = false;

  const rateNow = (): Pickable | undefined => {
    const { element } = selection;
    if (element === undefined || !element.isConnected) return undefined;
    if (rated?.element !== element) rated = pickableOf(element, texts);
    return rated;
  };
  const label = (): void => {
    const { element } = selection;
    if (element === undefined) return;
    const role = roleOf(element);
    const kind = role && role !== element.localName ? `${element.localName} · ${role}` : element.localName;
    overlay.label(callOf(element, texts), kind, rated?.element === element ? rated : undefined);
  };
  const rest = (by: 'pointer' | 'keyboard'): void => {
    const pickable = rateNow();
    label();
    if (by === 'keyboard' && pickable) overlay.say(spoken(pickable));
    told = pickable !== undefined;
    onHover(pickable);
  };
  /** Something else is selected now, or nothing. */
  const changed = (by: 'pointer' | 'keyboard'): void => {
    byKeys = by === 'keyboard';
    page.clearTimeout(timer);
    if (selection.element === undefined) {
      if (told) onHover(undefined);
      told = false;
      return;
    }
    label();
    timer = page.setTimeout(() => rest(by), REST_MS);
  };
  const spoken = ({ name, stability, because: [why] }: Pickable): string =>
    [name, texts.stability[stability], ...(why ? [sayReason(why, texts)] : [])].join(locale === 'ja' ? '。' : '. ');

  const aim = (x: number, y: number): readonly Aim[] => aimsAt(page.document, x, y, limits);
  /** Not before the click that ends a press, or the app would hear of it: by then the picker may have been disposed of. */
  let pending: number | undefined;
  const pick = (): void => {
    pending = undefined;
    const pickable = rateNow();
    if (pickable) onPick(pickable);
  };
  const freeze = (): void => {
    if (unpin) return;
    unpin = pinStates(page);
    overlay.frozen('frozen');
    overlay.say(texts.frozen);
  };
  const thaw = (): void => {
    if (!unpin) return;
    unpin();
    unpin = undefined;
    overlay.frozen('live');
    overlay.say(texts.thawed);
  };
  const go = (way: PickerWay): void => {
    // From where the pointer is by now.
    look();
    ways[way]();
    changed('keyboard');
  };
  const ways: Readonly<Record<PickerWay, () => void>> = {
    wider: selection.widen,
    narrower: selection.narrow,
    previous: () => selection.neighbour(-1),
    next: () => selection.neighbour(1),
    beneath: selection.beneath,
    nextStop: () => selection.step(1),
    previousStop: () => selection.step(-1),
  };
  const toggle = (): void => (unpin ? thaw() : freeze());
  let shiftAlone = false;

  const unguard = createGuard({
    page,
    isOwn: (event) =>
      event.composedPath().some((it) => it === overlay.host || it === editor || isStep(it)) && !overlay.isShield(event),
    isPickers: (event) => event.composedPath().includes(overlay.host),
    isFrozen: () => unpin !== undefined,
    heard: {
      moved(x, y) {
        point = [x, y];
      },
      isByKeys: () => byKeys,
      left() {
        point = undefined;
        if (selection.forget()) changed('pointer');
      },
      pressed(x, y, by) {
        const before = selection.element;
        if (by === 'touch') {
          if (selection.aim(aim(x, y))) changed('pointer');
          if (selection.element !== before) return;
        } else {
          point = [x, y];
          look();
        }
        pending = page.setTimeout(pick);
      },
      clicked(target) {
        if (pending === undefined && target && limits.mayPick(target)) {
          selection.aim([snapped(target, limits)]);
          pick();
        } else if (pending !== undefined) {
          page.clearTimeout(pending);
          pick();
        }
      },
      key(event) {
        shiftAlone = event.key === 'Shift';
        if (event.ctrlKey || event.metaKey || event.altKey) return false;
        const name = event.shiftKey && event.key === 'Tab' ? 'Shift+Tab' : event.key;
        const way = KEYS[name];
        if (way) go(way);
        else if (name === 'Enter') {
          if (!event.repeat) pick();
        } else if (name === 'Escape') onLeave();
        else if (/^f$/i.test(name) || name === 'F8' || (name === 'Process' && event.code === 'KeyF')) toggle();
        else return name === 'Shift';
        return true;
      },
      keyUp({ key }) {
        if (key !== 'Shift' || !shiftAlone) return;
        go('beneath');
      },
    },
  });
  /** What the pointer is over, at most once a frame. */
  const look = (): void => {
    if (point === undefined) return;
    const [x, y] = point;
    point = undefined;
    if (selection.aim(aim(x, y))) changed('pointer');
  };
  const shield = (): void => overlay.shield(unreadableFrames(page).map((it) => rectInPage(it, page)));
  let frame = 0;
  const follow = (): void => {
    look();
    if (selection.element?.isConnected === false && selection.forget()) changed('pointer');
    overlay.draw(selection.element && rectInPage(selection.element, page));
    shield();
    frame = page.requestAnimationFrame(follow);
  };
  shield();
  frame = page.requestAnimationFrame(follow);
  const returnFocus = borrowFocus(overlay.keys, editor);

  let disposed = false;
  return {
    get current() {
      return rateNow();
    },
    get frozen() {
      return unpin !== undefined;
    },
    go,
    pick,
    freeze,
    thaw,
    focus: () => overlay.keys.focus({ preventScroll: true }),
    dispose() {
      if (disposed) return;
      disposed = true;
      unguard();
      thaw();
      page.clearTimeout(timer);
      page.clearTimeout(pending);
      page.cancelAnimationFrame(frame);
      returnFocus();
      overlay.dispose();
    },
  };
};

/** A step that is shown keeps its own events: it is written in. */
const isStep = (it: EventTarget): boolean => 'localName' in it && String(it.localName).startsWith('shirube-');

/** Focus that is in the editor goes to the picker, whose keys a screen reader hands on; focus that is in the app stays there. */
const borrowFocus = (keys: HTMLElement, editor: Element): (() => void) => {
  const before = focusIn(editor.shadowRoot);
  if (before) keys.focus({ preventScroll: true });
  return () => {
    if (before?.isConnected && keys.matches(':focus')) before.focus({ preventScroll: true });
  };
};

const focusIn = (root: ShadowRoot | null): HTMLElement | undefined => {
  const active = root?.activeElement as HTMLElement | null | undefined;
  return active ? (focusIn(active.shadowRoot) ?? active) : undefined;
};
