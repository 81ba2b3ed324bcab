export type { ShownStep, StepView } from '../ports.ts';
export { stepView } from '../stepView.ts';
export { createPresenter, type PresenterOptions } from './presenter.ts';
export { whenReached } from './whenReached.ts';
