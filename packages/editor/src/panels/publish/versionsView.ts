import { compareTours, explainChange } from '@shirube/schema';
import type { VersionInfo } from '@shirube/schema/api';
import type { Tour } from '@shirube/schema/tour';
import { html, nothing, type TemplateResult } from 'lit';
import type { Session } from '../../session/Session.ts';
import { changeList } from './changesView.ts';
import type { Releases } from './Releases.ts';
import type { publishTexts } from './texts.ts';

/** `draft`, or the number of a version. */
type Side = number | 'draft';
export interface VersionsState {
  readonly compare: { readonly from: Side; readonly to: Side } | undefined;
}
interface Parts {
  readonly session: Session;
  readonly releases: Releases;
  readonly texts: (typeof publishTexts)['en'];
  readonly environment: string;
  readonly state: VersionsState;
  readonly set: (state: VersionsState) => void;
}

/** Every version, what is live where, and what can be done with each. */
export const versionsView = (parts: Parts): TemplateResult => {
  const { releases, texts } = parts;
  return html`<section class="section" aria-labelledby="versions">
    <h3 id="versions">${texts.versions}</h3>
    ${
      releases.versions.length === 0
        ? html`<p class="muted">${releases.state === 'failed' ? texts.failed({ kind: 'unreachable' }) : texts.noVersions}</p>`
        : html`${compareView(parts)}
            <ul>${releases.versions.map((version) => versionView(version, parts))}</ul>`
    }
  </section>`;
};

const versionView = (info: VersionInfo, { session, releases, texts, environment }: Parts): TemplateResult => {
  const { version, note, publishedAt, publishedBy, liveIn } = info;
  const named = (words: string): string => `${texts.version(version)}: ${words}`;
  const act = (words: string, run: () => void): TemplateResult =>
    html`<button type="button" class="quiet" aria-label=${named(words)} aria-disabled=${String(releases.busy)} @click=${run}>${words}</button>`;
  return html`<li class="version">
    <div class="row wrap">
      <strong class="number">${texts.version(version)}</strong>
      ${liveIn.map((name) => html`<span class="badge live">${texts.liveIn(name)}</span>`)}
    </div>
    ${note === '' ? nothing : html`<p>${note}</p>`}
    <p class="hint">${publishedBy} · <time datetime=${new Date(publishedAt).toISOString()}>${when(publishedAt, session.ui)}</time></p>
    <div class="row wrap">
      ${act(texts.openAsDraft, () => void openAsDraft(version, session, texts))}
      ${
        liveIn.includes(environment)
          ? act(texts.stop(environment), () => void releases.stop(environment, texts.stop(environment)))
          : act(
              texts.rollBack(environment),
              () => void releases.rollBack(environment, version, texts.rollBack(environment)),
            )
      }
    </div>
  </li>`;
};

const openAsDraft = async (version: number, session: Session, texts: Parts['texts']): Promise<void> => {
  const id = session.draft?.tour.id ?? '';
  const answer = await session.api.readVersion(id, version);
  if (session.draft?.tour.id !== id) return;
  if (!answer.ok) {
    session.notify(texts.failed(answer.failure));
    return;
  }
  session.editTour({ name: texts.openAsDraftName(version) }, () => answer.value.tour);
  session.notify(texts.openedAsDraft(version), { label: texts.undo, do: () => session.undo() });
};

const compareView = ({ session, releases, texts, state, set }: Parts): TemplateResult => {
  const sides: readonly Side[] = ['draft', ...releases.versions.map(({ version }) => version)];
  const [newest = 'draft', former] = releases.versions.map(({ version }) => version);
  const chosen = state.compare ?? (former === undefined ? { from: newest, to: 'draft' } : { from: former, to: newest });
  const select = (name: 'from' | 'to'): TemplateResult =>
    html`<div class="field">
      <label for=${name}>${texts[name]}</label>
      <select
        id=${name}
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          set({ compare: { ...chosen, [name]: value === 'draft' ? 'draft' : Number(value) } });
        }}
      >
        ${sides.map(
          (side) =>
            html`<option value=${String(side)} 
 .selected=${side === chosen[name]}>${side === 'draft' ? texts.draft : texts.version(side)}</option>`,
        )}
      </select>
    </div>`;
  const tourOf = (side: Side): Tour | undefined => (side === 'draft' ? session.draft?.tour : releases.tour(side));
  const opened = (): TemplateResult => {
    const [from, to] = [tourOf(chosen.from), tourOf(chosen.to)];
    if (!from || !to) return html`<p class="muted">${texts.loading}</p>`;
    const changes = compareTours(from, to);
    return html`<p role="status">${changes.length === 0 ? texts.noDifference : texts.differences(changes.length)}</p>
      ${changeList(
        changes.map((change) => explainChange(change, session.ui)),
        texts,
      )}`;
  };
  return html`<details
    ?open=${state.compare !== undefined}
    @toggle=${(event: Event) => {
      const { open } = event.target as HTMLDetailsElement;
      if (open !== (state.compare !== undefined)) set({ compare: open ? chosen : undefined });
    }}
  >
    <summary>${texts.compare}</summary>
    <div class="stack">
      <div class="pair">${select('from')}${select('to')}</div>
      ${state.compare === undefined ? nothing : opened()}
    </div>
  </details>`;
};

const when = (at: number, ui: string): string =>
  new Intl.DateTimeFormat(ui, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
