import { compile } from '@shirube/schema/rules';
import type { Advance, Target } from '@shirube/schema/tour';
import type { Disposer, StepView, ViewInput } from '../../ports.ts';
import { lookNow } from '../../target/look.ts';
import { listen, windowsOf } from '../dom.ts';

type Via = Extract<ViewInput, { type: 'advance' }>['via'];
export interface AdvanceWatch {
  /** To be called when the target has left. True when the step has advanced: the target may leave because of the very press. */
  readonly targetLeft: () => boolean;
  readonly dispose: Disposer;
}

/**
 * Calls once, when the target did what the step's `advance` asks for. It listens while events pass the window inwards, so that
 * the page's `stopPropagation` cannot hide them, and it changes nothing of them.
 */
export const watchAdvance = (
  view: StepView,
  target: () => Element | null,
  onAdvance: (via: Via) => void,
): AdvanceWatch => {
  const windows = windowsOf(view.target);
  const stops: Disposer[] = [];
  let pressed = false;
  let done = false;
  const fire = (via: Via): void => {
    if (done) return;
    done = true;
    onAdvance(via);
  };
  const hits = (event: Event, own: Target | undefined): Element | undefined => {
    const element = own ? lookNow(own, document).element : target();
    return element && event.composedPath().includes(element) ? element : undefined;
  };
  const onClick = (own: Target | undefined): void => {
    let element: Element | undefined;
    stops.push(
      listen(windows, ['pointerdown'], (event) => {
        element = hits(event, own);
        pressed = element !== undefined;
      }),
      listen(windows, ['click'], (event) => {
        if (hits(event, own)) fire('click');
      }),
      // The page may act on the press alone: unmount the target, or navigate. Then no click comes.
      listen(windows, ['pointerup', 'pagehide'], (event) => {
        if (element && (event.type === 'pagehide' || !element.isConnected)) fire('click');
      }),
      listen(windows, ['pointerup', 'pointercancel'], () => {
        pressed = false;
        element = undefined;
      }),
    );
  };
  const onInput = (advance: Extract<Advance, { on: 'input' }>): void => {
    const accepts = acceptor(advance);
    let typed = false;
    stops.push(
      listen(windows, ['input', 'change', 'focusout'], (event) => {
        if (!hits(event, advance.target)) return;
        typed ||= event.type !== 'focusout';
        // Without a comparison, the input counts when it is finished: not at its first letter.
        if (typed && (advance.op || event.type !== 'input') && accepts(event.composedPath()[0])) fire('input');
      }),
    );
  };
  for (const advance of view.step.advance ?? []) {
    if (advance.on === 'click') onClick(advance.target);
    else if (advance.on === 'input') onInput(advance);
    else if (advance.on === 'delay') stops.push(afterVisible(advance.ms, () => fire('delay')));
  }
  return {
    targetLeft: () => {
      if (pressed) fire('click');
      return done;
    },
    dispose: () => {
      done = true;
      for (const stop of stops) stop();
    },
  };
};

const acceptor = ({ op, value }: Extract<Advance, { on: 'input' }>): ((field: EventTarget | undefined) => boolean) => {
  if (!op) return (field) => inputOf(field) !== '' && inputOf(field) !== false;
  const rule = compile({ user: 'value', op, value } as Parameters<typeof compile>[0]);
  return (field) => {
    const found = inputOf(field);
    const typed = typeof value === 'number' && found !== '' ? Number(found) : found;
    return rule({ now: 0, user: { value: typed } }) === true;
  };
};

const inputOf = (field: EventTarget | undefined): string | boolean => {
  const { type, checked, value, textContent } = field as Partial<HTMLInputElement>;
  return type === 'checkbox' || type === 'radio' ? checked === true : (value ?? textContent ?? '');
};

/** Counts only the time in which the page is on the screen. */
const afterVisible = (ms: number, onDone: () => void): Disposer => {
  let left = ms;
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onChange = (): void => {
    if (timer !== undefined) left -= performance.now() - since;
    clearTimeout(timer);
    timer = undefined;
    if (document.visibilityState !== 'visible') return;
    since = performance.now();
    timer = setTimeout(onDone, Math.max(0, left));
  };
  document.addEventListener('visibilitychange', onChange);
  onChange();
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', onChange);
  };
};
