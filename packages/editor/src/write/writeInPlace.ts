import { containEvents } from '../page/containEvents.ts';
import { createBody } from './createBody.ts';
import { createTitle } from './createTitle.ts';
import { openCard } from './openCard.ts';
import type { WriteOptions, Writing } from './options.ts';

/**
 * Lets a person write in a step where it stands, as it will look: its title and its text become fields, and a step that lacks one of them
 * gets the place for it. Nothing else of the step changes. Throws where the step is not drawn yet: wait for `viewed`.
 *
 * A new `view` given to the element takes the fields' sheet away until the next `update`; a step that is presented anew is another element.
 */
export const writeInPlace = (options: WriteOptions): Writing => {
  const { element, texts, locale, onLeave } = options;
  let { content } = options;
  let open = true;
  const card = openCard(element, content);
  const uncontain = containEvents(element);

  const change = (part: 'title' | 'body', value: unknown): void => {
    const { [part]: _, ...others } = content;
    // A part without anything in it is left out of the document; one that stays keeps its place in it.
    content = value === undefined ? others : { ...content, [part]: value };
    options.onChange(content);
  };
  let waiting: (() => void)[] = [];
  const onComposed = (): void => {
    const calls = waiting;
    waiting = [];
    for (const call of calls) if (open) call();
  };
  const title = createTitle({
    mount: card.add('title', { label: texts.title, placeholder: texts.titleHere, locale, lines: 'one' }),
    text: content.title,
    onUndo: options.onUndo,
    onRedo: options.onRedo,
    onComposed,
    onChange: (text) => change('title', text),
    toBody: () => body.focus('start'),
  });
  const body = createBody({
    mount: card.add('body', { label: texts.body, placeholder: texts.bodyHere, locale, lines: 'many' }),
    card: card.box,
    target: element.view?.target ?? null,
    floor: options.floor ?? (() => innerHeight),
    text: content.body,
    locale,
    texts,
    variables: options.variables,
    onUndo: options.onUndo,
    onRedo: options.onRedo,
    onComposed,
    onChange: (text) => change('body', text),
    toTitle: () => title.focus(),
  });

  const onKey = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey } = event;
    // 229: an input method is at work, also where the event does not say so.
    if (event.isComposing || event.keyCode === 229) return;
    if (key === 'Escape') onLeave('out');
    else if (key === 'Enter' && (ctrlKey || metaKey)) onLeave('next');
    else if (key === 'F10' && altKey) body.enterToolbar();
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // Before the fields themselves, and also where the presenter has taken Escape for its own.
  for (const { dom } of [title, body]) dom.addEventListener('keydown', onKey, { capture: true });

  return {
    update: (next) => {
      if (!open) return;
      card.dress();
      const before = content;
      content = next;
      if (next.title !== before.title) title.update(next.title);
      if (next.body !== before.body) body.update(next.body);
    },
    focus: (where) => {
      if (where === 'title') title.focus();
      else body.focus('end');
    },
    whenComposed: (then) => {
      if (!open) return;
      if (title.isHeld() || body.isHeld()) waiting.push(then);
      else then();
    },
    dispose: () => {
      if (!open) return;
      open = false;
      title.dispose();
      body.dispose();
      card.close(content);
      uncontain();
    },
  };
};
