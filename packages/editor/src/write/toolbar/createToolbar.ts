import { html, nothing, render } from 'lit';
import { type EditorState, NodeSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { tokens } from '../../ui/tokens.ts';
import type { WriteTexts } from '../locale/index.ts';
import type { Variable } from '../options.ts';
import { holdSelection } from '../text/heldSelection.ts';
import { type FormName, forms } from './forms.ts';
import { formView, type OpenForm, suggested } from './formView.ts';
import { placeToolbar } from './place.ts';
import { toolbarStyles } from './styles.ts';
import { toolsView } from './toolsView.ts';

export interface Toolbar {
  /** Draws what holds for the selection now. */
  readonly refresh: () => void;
  readonly open: (name: FormName) => void;
  /** Leads the focus to the tools. */
  readonly enter: () => void;
  readonly dispose: () => void;
}

interface ToolbarOptions {
  readonly card: HTMLElement;
  readonly view: EditorView;
  readonly target: Element | null;
  readonly floor: () => number;
  readonly texts: WriteTexts;
  readonly variables: readonly Variable[];
}

/** What is selected as a whole, if there is a form for it. */
const atomAt = ({ selection }: EditorState): FormName | undefined =>
  selection instanceof NodeSelection && Object.hasOwn(forms, selection.node.type.name)
    ? (selection.node.type.name as FormName)
    : undefined;

/** What can be done with the text, at the text. Lies inside the card, so that a step that holds the page does not shut it out. */
export const createToolbar = ({ card, view, target, floor, texts, variables }: ToolbarOptions): Toolbar => {
  const tools = document.createElement('div');
  tools.className = 'tools';
  tools.hidden = true;
  const root = tools.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [tokens, toolbarStyles].flatMap(({ styleSheet }) => styleSheet ?? []);
  card.append(tools);
  let form: OpenForm | undefined;
  /** The form stands open for as long as its atom is selected, with the focus in the text. */
  let follows = false;
  let byPointer = false;
  let selection = view.state.selection;
  let current = 0;

  const isInside = (): boolean => (tools.getRootNode() as ShadowRoot).activeElement === tools;
  const show = (name: FormName): void => {
    const values = forms[name].read(view.state);
    form = { name, values: values ?? startOf(name), changes: values !== undefined, wrong: undefined, reached: -1 };
  };
  /** A word that is selected becomes what the form begins with. */
  const startOf = (name: FormName): OpenForm['values'] => {
    const { from, to } = view.state.selection;
    const text = view.state.doc.textBetween(from, to, ' ');
    return name === 'link' && /^(?:https?:|mailto:)/.test(text) ? { href: text } : {};
  };
  const close = (): void => {
    form = undefined;
    holdSelection(view, 'let go');
    view.focus();
    refresh();
  };
  const open = (name: FormName): void => {
    follows = false;
    if (form?.name !== name || !forms[name].read(view.state)) show(name);
    holdSelection(view, 'hold');
    refresh();
    root.querySelector('input')?.focus();
    root.querySelector('input')?.select();
  };
  const change = (more: Partial<OpenForm>): void => {
    if (form) form = { ...form, wrong: undefined, reached: -1, ...more };
    refresh();
  };
  const save = (): void => {
    if (!form) return;
    const wrong = forms[form.name].check(form.values);
    if (wrong) {
      change({ wrong });
      root.getElementById(wrong.field)?.focus();
      return;
    }
    const apply = forms[form.name].apply(form.values);
    close();
    apply(view.state, view.dispatch, view);
  };
  const pick = ({ attribute }: Variable): void => {
    change({ values: { ...form?.values, attribute } });
    root.getElementById('fallback')?.focus();
  };
  const onFormKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229 || !form) return;
    const listed = form.name === 'variable' ? suggested(variables, form.values.attribute) : [];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const atField = (event.target as HTMLElement).id === 'attribute';
    const reached = listed[form.reached];
    if (event.key === 'Escape') close();
    else if (step && atField && listed.length > 0)
      change({
        reached: (form.reached + step + listed.length + (form.reached < 0 && step < 0 ? 1 : 0)) % listed.length,
      });
    else if (event.key === 'Enter' && atField && reached) pick(reached);
    else return;
    event.preventDefault();
    event.stopPropagation();
    root.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  };
  const actions = {
    type: (field: keyof OpenForm['values'], value: string) => change({ values: { ...form?.values, [field]: value } }),
    pick,
    save,
    remove: () => {
      const remove = form && forms[form.name].remove;
      close();
      remove?.(view.state, view.dispatch, view);
    },
    key: onFormKey,
  };

  const followSelection = (): void => {
    const { selection: now } = view.state;
    if (now.eq(selection)) return;
    selection = now;
    const name = atomAt(view.state);
    // Whoever passes it with the arrow keys has not asked for it.
    follows = byPointer && name !== undefined;
    if (follows && name) show(name);
    else if (!isInside()) form = undefined;
  };
  const refresh = (): void => {
    if (view.isDestroyed) return;
    followSelection();
    tools.hidden = !view.hasFocus() && !isInside();
    if (tools.hidden) {
      if (!follows) form = undefined;
      return;
    }
    render(
      // An island in what is written; the step leaves its events to it because of that.
      html`<div class="root box" contenteditable="false" lang=${texts.tag}>
        ${toolsView({ view, texts, form: form?.name, current, open, close, moveTo })}
        ${form ? formView(form, texts, variables, actions) : nothing}
      </div>`,
      root,
    );
    place();
  };
  const moveTo = (index: number): void => {
    current = index;
    refresh();
    root.querySelectorAll<HTMLElement>('.bar button')[index]?.focus();
  };
  // Whoever has the focus after this has it for longer than the change took.
  const onFocus = (): void => queueMicrotask(refresh);
  /** Not while the pointer selects: the tools would come in its way. */
  let selecting = false;
  const place = (): void => {
    if (!tools.hidden && !view.isDestroyed && !selecting) placeToolbar(tools, card, view, target, floor());
  };
  const select = (now: boolean): void => {
    selecting = now;
    tools.style.pointerEvents = now ? 'none' : '';
    place();
  };
  const stop = new AbortController();
  const { signal } = stop;
  view.dom.addEventListener('pointerdown', () => select(true), { signal });
  for (const type of ['pointerdown', 'keydown'])
    view.dom.addEventListener(
      type,
      () => {
        byPointer = type === 'pointerdown';
      },
      { signal, capture: true },
    );
  for (const type of ['pointerup', 'pointercancel'])
    window.addEventListener(type, () => selecting && select(false), { signal, capture: true });
  for (const it of [view.dom, tools])
    for (const type of ['focusin', 'focusout']) it.addEventListener(type, onFocus, { signal });
  view.dom.parentElement?.addEventListener('scroll', place, { signal, passive: true });
  window.addEventListener('resize', place, { signal, passive: true });
  const sizes = new ResizeObserver(place);
  sizes.observe(card);

  return {
    refresh,
    open,
    enter: () => {
      const name = atomAt(view.state);
      if (name) open(name);
      else moveTo(current);
    },
    dispose: () => {
      stop.abort();
      sizes.disconnect();
      tools.remove();
    },
  };
};
