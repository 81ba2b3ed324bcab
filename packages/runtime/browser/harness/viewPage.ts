import {
  createPresenter,
  defineElements,
  describeElement,
  resolveTarget,
  type StepView,
  type Target,
  type ViewInput,
  watchTarget,
} from './parts.ts';

/** What the specs of the view and of targets find on a page as `window.parts`. Views are plain data with a selector for the target. */
export type PlainView = Omit<Partial<StepView>, 'target' | 'step'> & {
  readonly step?: Partial<StepView['step']>;
  readonly target?: string | null;
};

const presenter = createPresenter({ diagnose: (code, message) => diagnoses.push(`${code}: ${message}`) });
const inputs: ViewInput[] = [];
const diagnoses: string[] = [];

const toView = ({ step, target: selector = '#target', ...view }: PlainView): StepView => {
  const kind = step?.kind ?? 'tooltip';
  const wanted =
    (kind === 'tooltip' || kind === 'hotspot') && selector !== null ? { selectors: [selector] } : undefined;
  return {
    runId: 'run-1',
    tourId: 'tour-1',
    locale: 'en',
    content: {
      title: 'Start here',
      body: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Make your first invoice.' }] }],
      },
    },
    placement: 'auto',
    buttons: undefined,
    progress: { kind: 'dots', current: 2, total: 3 },
    canGoBack: true,
    dismissible: true,
    traits: {},
    theme: undefined,
    ...view,
    step: { id: 'step-1', content: {}, kind, ...(wanted && { target: wanted }), ...step },
    target: wanted ? resolveTarget(wanted, document).element : null,
  };
};

export const parts = {
  inputs,
  diagnoses,
  presenter,
  resolveTarget,
  watchTarget,
  describeElement,
  defineElements,
  showAt: (target: Target, view: PlainView = {}) => {
    const shown = toView({ ...view, target: null });
    const element = resolveTarget(target, document).element;
    return presenter.show({ ...shown, target: element, step: { ...shown.step, target } }, (input) =>
      inputs.push(input),
    );
  },
  show: (view: PlainView = {}) => presenter.show(toView(view), (input) => inputs.push(input)),
};
Object.assign(globalThis, { parts });
