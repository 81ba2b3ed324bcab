export { createPresenter, type PresenterOptions } from './presenter.ts';
