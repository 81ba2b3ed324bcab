import { html, nothing, type TemplateResult } from 'lit';
import type { Session } from '../../session/Session.ts';
import { foundIcon, missingIcon, warnIcon } from '../../ui/icons.ts';
import type { Check } from './checks.ts';
import type { publishTexts } from './texts.ts';

type Texts = (typeof publishTexts)['en'];

/** What refuses publishing and what is worth a look, each with the way to its place. */
export const checksView = (session: Session, checks: readonly Check[], texts: Texts): TemplateResult => {
  const warnings = checks.filter(({ severity }) => severity === 'warning').length;
  const refused = checks.length > warnings;
  return html`<section class="section" aria-labelledby="checks">
    <h3 id="checks">${texts.checks}</h3>
    ${
      refused
        ? nothing
        : html`<p class="passed good">${foundIcon}<span>${warnings === 0 ? texts.checksPassed : texts.checksWarned(warnings)}</span></p>`
    }
    ${checks.length === 0 ? nothing : html`<ul>${checks.map((check) => line(session, check, texts))}</ul>`}
  </section>`;
};

const line = (session: Session, { severity, step, words, panel, path }: Check, texts: Texts): TemplateResult => {
  const said = step === undefined ? words[session.ui] : texts.atStep(step, words[session.ui]);
  return html`<li class="line ${severity}">
    <span>${severity === 'error' ? missingIcon : warnIcon}<span class="visually-hidden">${texts[severity]}</span></span>
    <span>${said}</span>
    <button
      type="button"
      aria-label=${texts.showOf(said)}
      @click=${() => {
        const id = step === undefined ? undefined : session.draft?.tour.steps[step - 1]?.id;
        if (id !== undefined) session.select(id);
        const locale = /^\/steps\/\d+\/content\/([^/]+)/.exec(path)?.[1];
        if (locale !== undefined && session.draft?.tour.locales?.includes(locale)) session.showLocale(locale);
        session.openPanel(panel, path);
      }}
    >${texts.show}</button>
  </li>`;
};
