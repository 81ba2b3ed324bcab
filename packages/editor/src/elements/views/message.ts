import { html, type TemplateResult } from 'lit';
import type { Failure } from '../../server/failure.ts';
import type { ViewContext } from '../context.ts';
import { warnIcon } from './icons.ts';

/** Something went wrong: what happened, and what to do about it. */
export const warning = (words: string): TemplateResult =>
  html`<p class="warning" role="alert">${warnIcon}<span>${words}</span></p>`;

export const failureView = (failure: Failure, { locale, server }: ViewContext): TemplateResult =>
  warning(locale.texts.failure[failure.kind](server, failure.detail ?? ''));

/** Keeps the place of what is coming. */
export const waiting = (words: string): TemplateResult => html`
  <p class="quiet">${words}</p>
  <div class="bones" aria-hidden="true"><i></i><i></i><i></i></div>
`;
