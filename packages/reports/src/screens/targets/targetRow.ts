import type { TargetHealth, TargetStep } from '@shirube/schema/report';
import { html, nothing, type TemplateResult } from 'lit';
import { drawing as open } from 'lucide-static/icons/square-arrow-out-up-right.svg?drawing';
import { needsRepair } from '../../figures/targets.ts';
import { editorLink } from '../../lib/editorLink.ts';
import { targetWords } from '../../locale/targets/words.ts';
import type { Words } from '../../locale/words.ts';
import { icon } from '../../parts/icon.ts';
import { lookBar } from '../../parts/lookBar.ts';
import { simulatedLabel } from '../../parts/notices.ts';
import { targetState } from '../../parts/targetState.ts';

export interface TargetRow {
  readonly words: Words;
  readonly step: TargetStep;
  readonly timezone: string;
  /** Of the tour's report. */
  readonly href: string;
  /** Where the app is; '' when the reader has not said. */
  readonly app: string;
}

/** One step: how its target stands and since when, how it was found, why not, and what to do. */
export const targetRow = (row: TargetRow): TemplateResult => {
  const { words, step } = row;
  const say = targetWords(words.language);
  return html`<tr role="row" data-step="${step.tourId}/${step.stepId}">
    <th scope="row" role="rowheader">
      ${targetState(words, step.verdict.state)}
      <a class="tour-link" href=${row.href}>${step.title}</a>
      <span class="tour-state muted">${step.number === null ? step.tourName : say.stepOf(step.tourName, words.format.count(step.number))}</span>
      ${step.simulated ? simulatedLabel(words) : nothing}
    </th>
    <td role="cell" class="wide" data-label=${say.how}>
      ${lookBar(words, step.all)} ${recent(words, step)} ${versions(words, step)}
    </td>
    <td role="cell" class="wide" data-label=${say.why}>${whyCell(row)}</td>
    <td role="cell" class="wide" data-label=${say.next}>${nextCell(row)}</td>
  </tr>`;
};

/** What has changed of late, when it is trouble: the missing share, or the healed one of a step that heals. */
const recent = (words: Words, step: TargetStep): TemplateResult | typeof nothing => {
  if (!needsRepair(step)) return nothing;
  const { verdict, last24h, before } = step;
  const say = targetWords(words.language);
  const what = verdict.state === 'healing' ? 'healed' : 'missing';
  const part = (health: TargetHealth) => {
    const { value, numerator, denominator } = health[what];
    const { format } = words;
    return value === null
      ? words.say.noValue
      : `${format.rate(value)} (${words.say.rateOf(format.count(numerator), format.count(denominator))})`;
  };
  return html`<p class="small muted">${say[what]}: ${say.recent(part(last24h), part(before))}</p>`;
};

const versions = (words: Words, step: TargetStep): TemplateResult | typeof nothing => {
  if (step.versions.length < 2) return nothing;
  return html`<details class="by-version">
    <summary>${targetWords(words.language).byVersion}</summary>
    <ul class="counts">
      ${step.versions.map((one) => html`<li><b>${words.say.filters.versionNumber(one.version)}</b> ${lookBar(words, one)}</li>`)}
    </ul>
  </details>`;
};

const whyCell = ({ words, step, timezone }: TargetRow): TemplateResult => {
  const { format } = words;
  const say = targetWords(words.language);
  const { verdict, reasons, became, confidence } = step;
  const list = (parts: readonly (readonly [string, number])[]) =>
    html`<ul class="counts">${parts.map(([name, count]) => html`<li>${name} <b>${format.count(count)}</b></li>`)}</ul>`;
  const outcomes = (['ended', 'skipped', 'centered', 'foundLater', 'waited'] as const).filter((one) => became[one] > 0);
  const last = verdict.state === 'healing' ? step.lastHealedAt : step.lastMissingAt;
  return html`
    ${
      needsRepair(step)
        ? html`<p>${
            verdict.since === null
              ? say.wholePeriod
              : html`<time datetime=${new Date(verdict.since).toISOString()}><b>${say.sinceFull(format.moment(verdict.since, timezone))}</b></time>`
          }</p>
          <p class="small muted">
            ${verdict.since === null ? nothing : verdict.withVersion === null ? say.sameVersion : say.withVersion(format.count(verdict.withVersion))}
            ${last === null ? nothing : say.lastSeen(format.moment(last, timezone))}
          </p>`
        : nothing
    }
    ${reasons.length === 0 ? nothing : list(reasons.map(({ reason, runs }) => [say.reason[reason], runs]))}
    ${
      outcomes.length === 0
        ? nothing
        : html`<p class="small muted">${say.became}</p>${list(outcomes.map((one) => [say.outcome[one], became[one]]))}`
    }
    ${confidence === null ? nothing : html`<p class="small muted">${say.sure(format.rate(confidence.median), format.rate(confidence.min))}</p>`}
  `;
};

const nextCell = ({ words, step, app }: TargetRow): TemplateResult => {
  const say = targetWords(words.language);
  const link = editorLink(app, step);
  return html`<p>${actionOf(words, step)}</p>
    ${
      !needsRepair(step)
        ? nothing
        : link === undefined
          ? html`<p class="small"><a class="inline-link" href="#app-address">${say.sayAddress}</a></p>`
          : html`<p><a class="inline-link" href=${link} target="_blank" rel="noopener" aria-label=${say.openEditorLabel(step.title)}>${icon(open)} ${say.openEditor}</a></p>`
    }`;
};

const actionOf = (words: Words, { verdict, reasons }: TargetStep): string => {
  const say = targetWords(words.language);
  const main = reasons[0]?.reason ?? 'not_found';
  switch (verdict.state) {
    case 'broken':
      return say.act[main];
    case 'fragile':
      return main === 'not_found' ? say.actSome : say.act[main];
    case 'healing':
      return say.actHealing;
    case 'collecting':
      return say.actCollecting;
    case 'healthy':
      return say.actNone;
  }
};
