export { createPresenter, type PresenterOptions } from './presenter.ts';
export { whenReached } from './whenReached.ts';
