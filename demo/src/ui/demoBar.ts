import { html, nothing, type TemplateResult } from 'lit';
import type { Lang, MessageKey, Translate } from '../i18n/index.ts';
import { type Person, people } from '../people.ts';
import { icon } from './icons.ts';

export interface DemoBar {
  readonly lang: Lang;
  readonly t: Translate;
  readonly person: Person;
  /** Where the reports are; absent without Shirube. */
  readonly reports: string | undefined;
  choose(person: Person): void;
  reset(): void;
}
export const personTitle: Readonly<Record<Person['id'], MessageKey>> = {
  novice: 'titleNovice',
  veteran: 'titleVeteran',
  viewer: 'titleViewer',
  mobile: 'titleMobile',
};
const personNote: Readonly<Record<Person['id'], MessageKey>> = {
  novice: 'noteNovice',
  veteran: 'noteVeteran',
  viewer: 'noteViewer',
  mobile: 'noteMobile',
};

/** The strip above the product that lets one person try all the others. */
export const demoBar = ({ lang, t, person, reports, choose, reset }: DemoBar): TemplateResult => html`
  <aside class="demo-bar" aria-label=${t('demoBar')}>
    <span class="demo-mark">${t('demo')}</span>
    <button class="demo-button" type="button" popovertarget="people" data-demo="people">
      <span class="demo-label">${t('viewingAs')}</span>
      <strong>${person.name[lang]}</strong>${icon('chevronDown')}
    </button>
    <button class="demo-button" type="button" data-demo="reset" @click=${reset}>
      ${icon('restart')}<span class="wide">${t('resetDemo')}</span>
    </button>
    <span class="demo-links">
      <a class="demo-button" href="/?shirube=edit" data-demo="edit">${icon('pencil')}<span class="wide">${t('editTours')}</span></a>
      ${
        reports === undefined
          ? nothing
          : html`<a class="demo-button" href=${reports} data-demo="reports">${icon('chart')}<span class="wide">${t('reports')}</span></a>`
      }
    </span>
  <div id="people" class="menu people" popover aria-label=${t('viewingAs')} role="group">
    ${people.map(
      (candidate) => html`
        <button
          type="button"
          class="person"
          aria-pressed=${candidate.id === person.id}
          data-person=${candidate.id}
          popovertarget="people"
          popovertargetaction="hide"
          @click=${() => choose(candidate)}
        >
          <span class="avatar" aria-hidden="true">${candidate.firstName[lang].slice(0, 1)}</span>
          <span class="person-words">
            <strong>${candidate.name[lang]}</strong>
            <span class="person-title">${t(personTitle[candidate.id])}</span>
            <span class="person-note">${t(personNote[candidate.id])}</span>
          </span>
          ${candidate.id === person.id ? icon('check') : nothing}
        </button>
      `,
    )}
    <p class="people-note">${t('demoNote')}</p>
  </div>
  </aside>
`;
