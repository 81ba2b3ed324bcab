import { html, nothing, type TemplateResult } from 'lit';
import type { EditorView } from 'prosemirror-view';
import { isMac } from '../../ui/keyNames.ts';
import type { WriteTexts } from '../locale/index.ts';
import type { FormName } from './forms.ts';
import { type Tool, tools } from './tools.ts';

interface ToolsOptions {
  readonly view: EditorView;
  readonly texts: WriteTexts;
  /** The form that stands open. */
  readonly form: FormName | undefined;
  /** The tool that Tab stops at; the arrow keys lead to the others. */
  readonly current: number;
  readonly open: (name: FormName) => void;
  /** Back to the text. */
  readonly close: () => void;
  readonly moveTo: (index: number) => void;
}

const spoken = (key: string): string =>
  key
    .replace('Mod', isMac() ? '⌘' : 'Ctrl')
    .replace('Alt', isMac() ? '⌥' : 'Alt')
    .replace('Shift', isMac() ? '⇧' : 'Shift')
    .replace(/-(\w)$/, (_, last: string) => `-${last.toUpperCase()}`)
    .replaceAll('-', isMac() ? '' : '+');

/** A row of tools: one stop of Tab, arrow keys inside. */
export const toolsView = ({ view, texts, form, current, open, close, moveTo }: ToolsOptions): TemplateResult => {
  const press = ({ act }: Tool): void => {
    if (typeof act === 'string') {
      if (form === act) close();
      else open(act);
      return;
    }
    view.focus();
    act(view.state, view.dispatch, view);
  };
  const onKey = (event: KeyboardEvent): void => {
    const to = {
      ArrowRight: (current + 1) % tools.length,
      ArrowLeft: (current + tools.length - 1) % tools.length,
      Home: 0,
      End: tools.length - 1,
    }[event.key];
    if (to !== undefined) moveTo(to);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<div class="bar" role="toolbar" aria-label=${texts.toolbar} @keydown=${onKey} @mousedown=${(event: Event) => event.preventDefault()}>
    ${tools.map((tool, index) => {
      const name = texts.tools[tool.name];
      const isOn = typeof tool.act === 'string' && form ? form === tool.act : tool.isOn(view.state);
      return html`${tool.first ? html`<span class="gap"></span>` : nothing}<button type="button" aria-label=${name}
        title=${tool.key ? `${name} (${spoken(tool.key)})` : name} aria-pressed=${isOn ? 'true' : 'false'}
        tabindex=${index === current ? 0 : -1} @click=${() => press(tool)}>
        <svg viewBox="0 0 24 24" width="16" height="16" aria-hidden="true"><path d=${tool.icon} /></svg>
      </button>`;
    })}
  </div>`;
};
