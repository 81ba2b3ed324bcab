import type { EstimateAnswer, Person } from '@shirube/schema/api';
import { html, type TemplateResult } from 'lit';
import type { UiLocale } from '../../../session/Session.ts';
import { warnIcon } from '../../../ui/icons.ts';
import type { Asked } from '../Latest.ts';
import type { AimTexts } from '../locale/index.ts';

export interface EstimateViewContext {
  readonly ui: UiLocale;
  readonly texts: AimTexts;
  readonly isValid: boolean;
}

/** How many people match, of how many; some of them; and what the number leaves open. It keeps its height while it counts. */
export const estimateView = (
  { ui, texts, isValid }: EstimateViewContext,
  asked: Asked<EstimateAnswer>,
): TemplateResult => {
  const { estimate } = texts;
  const { state, value, failure } = asked;
  const body = !isValid
    ? html`<p class="muted">${estimate.invalid}</p>`
    : state === 'failed'
      ? html`<p class="row top">${warnIcon}<span>${failure?.kind === 'unreachable' ? estimate.unreachable : estimate.failed}</span></p>`
      : value === undefined
        ? html`<p class="muted">${estimate.loading}</p>`
        : answered(value, texts, ui);
  return html`<div class="estimate stack" role="status" aria-label=${estimate.label} aria-busy=${state === 'loading'}>${body}</div>
    ${isValid && state !== 'failed' && value !== undefined && value.sample.length > 0 ? people(value.sample, texts, ui) : ''}`;
};

const answered = (
  { days, people: all, matched, undecided, simulated }: EstimateAnswer,
  { estimate }: AimTexts,
  ui: UiLocale,
): TemplateResult => {
  const number = (value: number): string => value.toLocaleString(ui);
  if (all === 0) return html`<p class="muted">${estimate.none(days)}</p>`;
  return html`
    <p class="number">${estimate.about(number(matched), number(all), days)}</p>
    ${undecided === 0 ? '' : html`<p class="hint number">${estimate.undecided(number(undecided))}</p>`}
    ${simulated ? html`<p><span class="badge">${estimate.simulated}</span></p>` : ''}`;
};

const people = (sample: readonly Person[], { estimate }: AimTexts, ui: UiLocale): TemplateResult => html`
  <details>
    <summary>${estimate.who}</summary>
    <ul class="stack">${sample.map(
      (person) => html`
        <li class="row"><span class="grow truncate">${nameOf(person)}</span>
          <span class="hint">${estimate.seen(new Intl.DateTimeFormat(ui, { dateStyle: 'medium' }).format(person.lastSeenAt))}</span></li>`,
    )}</ul>
  </details>`;

const NAMES = ['name', 'fullName', 'displayName', 'email', 'firstName'];
/** What a person is called: a name or an address among the traits, else the id. */
const nameOf = ({ userId, traits }: Person): string => {
  const names = NAMES.flatMap((key) => (Object.hasOwn(traits, key) ? [traits[key]] : []));
  return (names.find((name) => typeof name === 'string' && name !== '') as string | undefined) ?? userId;
};
