import type { EstimateAnswer } from '@shirube/schema/api';
import type { Tour } from '@shirube/schema/tour';
import { html, type TemplateResult } from 'lit';
import type { Session } from '../../session/Session.ts';
import type { Asked } from '../aim/Latest.ts';
import { aimTexts } from '../aim/locale/index.ts';
import { frequencyWords, triggerWords } from '../aim/views/whenWords.ts';
import { conditionWords } from '../aim/words.ts';
import type { PublishTexts } from './texts.ts';

/** Whom the tour reaches, when and how often, and how many people that is: what one publishes without meaning to is seen here. */
export const reachView = (
  session: Session,
  tour: Tour,
  { value }: Asked<EstimateAnswer>,
  texts: PublishTexts,
): TemplateResult => {
  const aim = aimTexts(session.ui);
  const parts = [
    conditionWords(tour.audience, session.ui, session.workspace),
    triggerWords(tour.trigger, session.ui, aim),
    frequencyWords(tour.frequency, aim),
  ];
  const number = (count: number): string => count.toLocaleString(session.ui);
  return html`
    <section class="section" aria-labelledby="reach">
      <h3 id="reach">${texts.reach}</h3>
      <p>${parts.join(session.ui === 'ja' ? '、' : ', ')}</p>
      ${
        value === undefined || value.people === 0
          ? ''
          : html`<p class="hint number">${aim.estimate.about(number(value.matched), number(value.people), value.days)}</p>`
      }
      <div class="row"><button type="button" class="quiet" @click=${() => session.openPanel('aim', '/audience')}>${texts.changeReach}</button></div>
    </section>
  `;
};
