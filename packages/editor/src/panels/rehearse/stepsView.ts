import type { Note } from '@shirube/runtime/rehearse';
import type { Resolution } from '@shirube/runtime/target';
import type { Step, Tour } from '@shirube/schema/tour';
import { html, nothing, type TemplateResult } from 'lit';
import type { Session } from '../../session/Session.ts';
import { foundIcon, missingIcon, warnIcon } from '../../ui/icons.ts';
import { pageText } from '../publish/looks.ts';
import { type NoteLine, noteLines, statusWords } from './noteWords.ts';
import type { rehearseTexts } from './texts.ts';

interface Parts {
  readonly session: Session;
  readonly tour: Tour;
  readonly texts: (typeof rehearseTexts)['en'];
  readonly notes: readonly Note[];
  /** Of the steps whose targets were looked for on this page, by step. */
  readonly found: ReadonlyMap<string, Resolution>;
  /** Id of the step that is being played. */
  readonly current: string | undefined;
  /** What the played step waits for now. */
  readonly waits: string | undefined;
  readonly playFrom: (stepId: string) => void;
  readonly pretend: (event: string) => void;
  readonly test: () => void;
  /** What the last test of all targets said. */
  readonly tested: string;
}

/** Every step: where its target is now, and what happened when it was played. */
export const stepsView = (parts: Parts): TemplateResult => {
  const { tour, texts, test, tested } = parts;
  return html`<section class="section" aria-labelledby="steps">
    <div class="row">
      <h3 id="steps" class="grow">${texts.steps}</h3>
      <button type="button" class="quiet" @click=${test}>${texts.test}</button>
    </div>
    <p class="hint" role="status">${tested}</p>
    <ol class="steps">${(tour.steps ?? []).map((step, i) => stepView(step, i + 1, parts))}</ol>
  </section>`;
};

const stepView = (step: Step, number: number, parts: Parts): TemplateResult => {
  const { session, texts, notes, current, waits, playFrom, pretend } = parts;
  const lines = noteLines(notes, step.id, { ui: session.ui, workspace: session.workspace, texts });
  const isCurrent = step.id === current;
  const events = isCurrent ? (step.advance ?? []).flatMap((way) => (way.on === 'event' ? [way.event] : [])) : [];
  return html`<li aria-current=${isCurrent ? 'step' : nothing}>
    <div class="head">
      <span class="number muted">${number}</span>
      <span class="title">${titleOf(step, parts)}</span>
      <button type="button" class="quiet" aria-label=${texts.playFromStep(number)} title=${texts.playFromStep(number)} @click=${() => playFrom(step.id)}>${texts.playFrom}</button>
    </div>
    ${lines.length > 0 ? lines.map((line) => noteView(line, texts)) : targetView(step, number, parts)}
    ${isCurrent && waits !== undefined ? html`<p class="note plain"><span></span><span>${waits}</span></p>` : nothing}
    ${events.map((event) => html`<div><button type="button" @click=${() => pretend(event)}>${texts.pretend(event)}</button></div>`)}
  </li>`;
};

const noteView = (
  { mood, words, because }: NoteLine,
  texts: Parts['texts'],
): TemplateResult => html`<div class="note ${mood}">
  ${mood === 'good' ? foundIcon : mood === 'warn' ? warnIcon : mood === 'bad' ? missingIcon : html`<span></span>`}
  <span>${words}</span>
  ${
    because.length === 0
      ? nothing
      : html`<details class="because"><summary>${texts.because}</summary><ul>${because.map((one) => html`<li>${one}</li>`)}</ul></details>`
  }
</div>`;

/** Where the target is now, on this page; else on which page it is to be looked for, and the way there. */
const targetView = (step: Step, number: number, { session, texts, found }: Parts): TemplateResult => {
  if (!step.target) return noteView({ mood: 'plain', words: texts.noTarget, because: [] }, texts);
  const look = found.get(step.id);
  if (look === undefined) {
    const path = plainPath(step);
    return html`${noteView({ mood: 'plain', words: texts.onPage(pageText(step.page)), because: [] }, texts)}
      ${
        path === undefined
          ? nothing
          : html`<div><button type="button" @click=${() => session.page.location.assign(path)}>${texts.goTo(path)}</button></div>`
      }`;
  }
  const mood = look.status === 'found' ? 'good' : look.status === 'missing' ? 'bad' : 'warn';
  return html`${noteView({ mood, words: statusWords(look, texts), because: mood === 'good' ? [] : look.because }, texts)}
    ${
      mood === 'good'
        ? nothing
        : html`<div><button
            type="button"
            aria-label=${texts.showStep(number)}
            @click=${() => {
              session.select(step.id);
              session.openPanel('step', `/steps/${number - 1}/target`);
            }}
          >${texts.showStep(number)}</button></div>`
    }`;
};

/** The step's page, where it is one page and not a pattern: somebody can be sent there. */
export const plainPath = ({ page }: Step): string | undefined =>
  typeof page === 'string' && /^\/[\w./~%-]*$/.test(page) ? page : undefined;

export const titleOf = (step: Step, { session, texts }: Pick<Parts, 'session' | 'texts'>): string => {
  const locale = session.draft?.contentLocale ?? '';
  const contents = [step.content?.[locale], ...Object.values(step.content ?? {})];
  return contents.find((content) => content?.title)?.title ?? (step.id || texts.untitled);
};
