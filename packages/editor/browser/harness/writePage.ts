import type { StepElement } from '@shirube/runtime/elements';
import { createPresenter } from '@shirube/runtime/presenter';
import type { RichText, StepContent } from '@shirube/schema/tour';
import { type Writing, writeInPlace, writeTextsFor } from '../../src/write/index.ts';

type View = Parameters<ReturnType<typeof createPresenter>['show']>[0];
export interface PlainOptions {
  readonly content?: StepContent;
  readonly kind?: View['step']['kind'];
  readonly locale?: string;
  /** Language of the editor's own words. */
  readonly words?: string;
  readonly theme?: View['theme'];
}

/** What the specs of writing in place find on their page as `writing`. */
const presenter = createPresenter();
let opened: Writing | undefined;
let last: StepContent = {};

const paragraph = (text: string): RichText => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const standard: StepContent = { title: 'Start here', body: paragraph('Make your first invoice.') };
const element = (): StepElement => {
  const found = document.querySelector<StepElement>('shirube-tooltip,shirube-modal,shirube-slideout,shirube-banner');
  if (!found) throw new Error('no step is shown');
  return found;
};
const root = (): ShadowRoot => element().ownRoot;

export const writing = {
  paragraph,
  standard,
  /** Each content as it was told, oldest first; and what else was called. */
  changes: [] as StepContent[],
  calls: [] as string[],
  /** As the person sees it, composing or not. */
  root,
  element,
  last: () => last,
  show: ({ content = standard, kind = 'tooltip', locale = 'en', theme }: PlainOptions = {}): Promise<void> =>
    new Promise((seen) => {
      const target = kind === 'tooltip' ? document.querySelector('#target') : null;
      const view: View = {
        runId: 'run',
        tourId: 'tour',
        step: { id: 'step', kind, content: {}, ...(target && { target: { selectors: ['#target'] } }) },
        locale,
        content,
        target,
        placement: 'auto',
        buttons: undefined,
        progress: { kind: 'dots', current: 2, total: 3 },
        canGoBack: true,
        dismissible: true,
        traits: { firstName: 'Aiko' },
        theme,
      };
      presenter.show(view, ({ type }) => type === 'viewed' && seen());
    }),
  write: ({ content = standard, locale = 'en', words = 'en' }: PlainOptions = {}): void => {
    opened?.dispose();
    last = content;
    writing.changes.length = 0;
    writing.calls.length = 0;
    opened = writeInPlace({
      element: element(),
      content,
      locale,
      texts: writeTextsFor(words),
      variables: [
        { attribute: 'firstName', example: 'Aiko' },
        { attribute: 'plan', example: 'Team' },
        { attribute: 'company.name', example: 'Hoshi Works' },
      ],
      onChange: (it) => {
        last = it;
        writing.changes.push(it);
      },
      onLeave: (where) => writing.calls.push(`leave ${where}`),
      onUndo: () => writing.calls.push('undo'),
      onRedo: () => writing.calls.push('redo'),
    });
  },
  update: (content: StepContent) => opened?.update(content),
  focus: (where: 'title' | 'body') => opened?.focus(where),
  whenComposed: (name: string) => opened?.whenComposed(() => writing.calls.push(name)),
  dispose: () => opened?.dispose(),
};
Object.assign(globalThis, { writing, violations: [], heard: [] });
document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
  (globalThis as unknown as { violations: string[] }).violations.push(violatedDirective),
);
for (const type of [
  'keydown',
  'keyup',
  'input',
  'beforeinput',
  'paste',
  'click',
  'mousedown',
  'focusin',
  'compositionend',
])
  document.addEventListener(type, (event) => {
    if ((event.target as Element).localName.startsWith('shirube-'))
      (globalThis as unknown as { heard: string[] }).heard.push(type);
  });
