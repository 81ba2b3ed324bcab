import { html, type TemplateResult } from 'lit';
import { drawing as flask } from 'lucide-static/icons/flask-conical.svg?drawing';
import { drawing as retryDrawing } from 'lucide-static/icons/rotate-ccw.svg?drawing';
import { drawing as warning } from 'lucide-static/icons/triangle-alert.svg?drawing';
import type { Failure } from '../lib/client.ts';
import type { Words } from '../locale/words.ts';
import { icon } from './icon.ts';

/** What happened, what is safe, what to do. */
export const failureNotice = (words: Words, failure: Failure, onRetry: () => void): TemplateResult => {
  const { failure: say } = words.say;
  const [title, body] =
    failure.kind === 'refused'
      ? [say.refusedTitle, say.refusedBody(failure.status, failure.detail)]
      : failure.kind === 'too-many'
        ? [say.tooManyTitle, say.tooManyBody]
        : [say.unreachableTitle, say.unreachableBody];
  return html`<section class="notice" role="alert">
    <span class="notice-icon bad">${icon(warning, 20)}</span>
    <div class="notice-text">
      <h2>${title}</h2>
      <p>${body}</p>
      <button type="button" class="button" @click=${onRetry}>${icon(retryDrawing)} ${say.retry}</button>
    </div>
  </section>`;
};

export const simulatedLabel = (words: Words): TemplateResult =>
  html`<span class="badge badge-simulated">${icon(flask)} ${words.say.simulated}</span>`;
