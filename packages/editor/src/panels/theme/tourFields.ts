import type { Tour } from '@shirube/schema/tour';
import { html, type TemplateResult } from 'lit';
import type { Session } from '../../session/Session.ts';
import { segmented } from '../../ui/segmented.ts';
import type { ThemeTexts } from './texts.ts';

/** What of the looks belongs to the tour and not to its theme. */
export const tourFields = (session: Session, tour: Tour, texts: ThemeTexts): TemplateResult => {
  const setProgress = (value: NonNullable<Tour['progress']>): void =>
    session.editTour({ name: texts.did.progress }, (it) => {
      const { progress: _, ...rest } = it;
      return value === 'dots' ? rest : { ...it, progress: value };
    });
  const setDismissible = (event: Event): void => {
    const { checked } = event.target as HTMLInputElement;
    session.editTour({ name: texts.did.dismissible }, (it) => {
      const { dismissible: _, ...rest } = it;
      return checked ? rest : { ...it, dismissible: false };
    });
  };
  return html`
      <div class="section">
        <h3>${texts.tour}</h3>
        <div class="field">
          <span class="label">${texts.progress}</span>
          ${segmented({
            label: texts.progress,
            value: tour.progress ?? 'dots',
            options: (['dots', 'bar', 'count', 'none'] as const).map((value) => ({
              value,
              label: texts.progresses[value],
            })),
            choose: setProgress,
          })}
        </div>
        <label class="check">
          <input type="checkbox" .checked=${tour.dismissible !== false} @change=${setDismissible} />
          <span>${texts.dismissible}<br /><span class="hint">${texts.dismissibleHow}</span></span>
        </label>
      </div>
    `;
};
