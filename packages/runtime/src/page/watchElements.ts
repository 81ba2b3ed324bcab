import { type ElementFact, elementKey } from '@shirube/schema/rules';
import type { Target } from '@shirube/schema/tour';
import type { Disposer } from '../ports.ts';
import { lookNow } from '../target/look.ts';
import { isVisible } from '../target/visible.ts';

/** Looking takes at most one part in this many of the time while the page keeps changing. */
const COST_SHARE = 200;
const LEAST_PAUSE_MS = 50;
/** However long a look took: a busy processor makes it seem dear, too. */
const MOST_PAUSE_MS = 1000;

/** What a rule may ask of one element. A target that cannot be resolved is absent. */
export const lookAt = (target: Target, root: Document, onLoaded?: () => void): ElementFact => {
  const { element } = lookNow(target, root, onLoaded);
  if (!element) return { present: false, visible: false, enabled: false };
  return {
    present: true,
    visible: isVisible(element),
    enabled: !element.matches(':disabled,[aria-disabled="true"]'),
    text: element.textContent?.replace(/\s+/g, ' ').trim().slice(0, 1000) ?? '',
    value: 'value' in element && (element as HTMLInputElement).type !== 'password' ? String(element.value) : undefined,
  };
};

/** Looks at all targets now and after the page changed, and tells when an answer differs from the last one. */
export const watchElements = (
  targets: readonly Target[],
  onChange: (elements: Readonly<Record<string, ElementFact>>) => void,
): Disposer => {
  let told = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cost = 0;
  const look = (): void => {
    timer = undefined;
    const began = performance.now();
    const found = Object.fromEntries(targets.map((target) => [elementKey(target), lookAt(target, document, later)]));
    cost = performance.now() - began;
    const text = JSON.stringify(found);
    if (text === told) return;
    told = text;
    onChange(found);
  };
  const later = (): void => {
    timer ??= setTimeout(look, Math.min(Math.max(LEAST_PAUSE_MS, cost * COST_SHARE), MOST_PAUSE_MS));
  };
  const observer = new MutationObserver(later);
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const stop = new AbortController();
  for (const type of ['input', 'change', 'transitionend', 'animationend', 'toggle', 'load', 'resize'])
    addEventListener(type, later, { capture: true, passive: true, signal: stop.signal });
  look();
  return () => {
    stop.abort();
    observer.disconnect();
    clearTimeout(timer);
  };
};
