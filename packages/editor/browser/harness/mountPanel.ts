import { css, LitElement } from 'lit';
import type { Panel } from '../../src/ui/Panel.ts';
import { tokens } from '../../src/ui/tokens.ts';
import { type FakeSession, type FakeSessionOptions, fakeSession } from './fakeSession.ts';

const frame = css`
  .root {
    position: fixed;
    inset: 0 0 0 auto;
    width: 360px;
    overflow: auto;
    background: var(--surface);
    border-inline-start: 1px solid var(--line);
  }
`;

/** Mounts one panel in a shadow root as the editor has it: its colours, its width, nothing else. The element is registered by the caller. */
export const mountPanel = (tag: string, options: FakeSessionOptions): { readonly session: FakeSession } => {
  const session = fakeSession(options);
  const host = document.createElement('shirube-editor');
  const root = document.createElement('div');
  root.className = 'root';
  root.lang = session.ui;
  const sheets = [tokens, frame].flatMap(({ styleSheet }) => styleSheet ?? []);
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.adoptedStyleSheets = sheets;
  const panel = document.createElement(tag) as Panel;
  panel.session = session;
  root.append(panel);
  shadow.append(root);
  // Inside <body>, where axe measures contrast too.
  document.body.append(host);
  if (!(panel instanceof LitElement)) throw new Error(`${tag} is not registered`);
  return { session };
};
