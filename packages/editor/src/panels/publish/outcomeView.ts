import { html, nothing, type TemplateResult } from 'lit';
import type { Session } from '../../session/Session.ts';
import type { Releases } from './Releases.ts';
import type { publishTexts } from './texts.ts';

/** What became of the last thing that was done, in the place where it was asked for, and the way back. */
export const outcomeView = (
  session: Session,
  releases: Releases,
  texts: (typeof publishTexts)['en'],
  retry: () => void,
): TemplateResult | typeof nothing => {
  const { outcome } = releases;
  if (outcome === undefined) return nothing;
  if (outcome.name === 'failed') {
    const { kind } = outcome.failure;
    return html`<div class="outcome failed">
      <p>${texts.failed(outcome.failure)}</p>
      ${
        kind === 'unreachable' || kind === 'unexpected'
          ? html`<div class="row"><button type="button" @click=${retry}>${texts.retry}</button></div>`
          : nothing
      }
    </div>`;
  }
  const { name, environment, before } = outcome;
  const undoes = texts.undoPublish(environment, before);
  return html`<div class="outcome">
    <p>${
      name === 'stopped'
        ? texts.stopped(environment)
        : texts[name === 'published' ? 'published' : 'rolledBack'](outcome.version, environment)
    }</p>
    <div class="row wrap">
      ${
        name === 'published'
          ? html`<a class="button" href=${reportOf(session)} target="_blank" rel="noopener">${texts.report}</a>`
          : nothing
      }
      <button type="button" aria-label="${texts.undo}: ${undoes}" title=${undoes} @click=${() => void releases.undo(undoes)}>${texts.undo}</button>
    </div>
  </div>`;
};

/** The dashboard's page of the open tour. */
const reportOf = ({ server, draft, ui }: Session): string =>
  `${server}/tours/${encodeURIComponent(draft?.tour.id ?? '')}?lang=${ui}`;
