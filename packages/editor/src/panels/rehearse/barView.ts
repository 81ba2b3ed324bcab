import type { Tour } from '@shirube/schema/tour';
import { html, nothing, type TemplateResult } from 'lit';
import type { Session } from '../../session/Session.ts';
import type { Playing } from './Playing.ts';
import { plainPath, titleOf } from './stepsView.ts';
import type { rehearseTexts } from './texts.ts';

interface Parts {
  readonly session: Session;
  readonly texts: (typeof rehearseTexts)['en'];
  readonly tour: Tour;
  readonly playing: Playing;
  readonly restart: () => void;
}

/** What leads a rehearsal: which step, back, next, again from the start, and stop. */
export const barView = ({ session, texts, tour, playing, restart }: Parts): TemplateResult => {
  const { place } = playing.state;
  const at = tour.steps.findIndex(({ id }) => id === place?.position.stepId);
  const step = tour.steps[at];
  const path = step && plainPath(step);
  return html`<div class="bar" role="toolbar" aria-label=${texts.title}>
    <p class="now" aria-live="polite">${step ? texts.playing(at + 1, tour.steps.length, titleOf(step, { session, texts })) : texts.looking}</p>
    <div class="row">
      <button type="button" aria-disabled=${String(!place?.position.path.length)} @click=${() => playing.back()}>${texts.back}</button>
      <button type="button" class="next" @click=${() => playing.next()}>${texts.next}</button>
      <button type="button" class="quiet" @click=${restart}>${texts.restart}</button>
      <button type="button" class="stop" @click=${() => playing.stop()}>${texts.stop}</button>
    </div>
    ${
      playing.waits === 'page' && path !== undefined
        ? html`<div class="row"><button type="button" @click=${() => session.page.location.assign(path)}>${texts.goTo(path)}</button></div>`
        : nothing
    }
    <p class="hint">${texts.keys}</p>
  </div>`;
};
