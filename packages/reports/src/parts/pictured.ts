import { html, nothing, type TemplateResult } from 'lit';
import { drawing as chartDrawing } from 'lucide-static/icons/chart-no-axes-column.svg?drawing';
import { drawing as tableDrawing } from 'lucide-static/icons/table-2.svg?drawing';
import type { Words } from '../locale/words.ts';
import { icon } from './icon.ts';

export type View = 'chart' | 'table';
export interface Pictured {
  readonly words: Words;
  readonly id: string;
  readonly title: string;
  readonly help: TemplateResult;
  readonly view: View;
  onView(view: View): void;
  readonly chart: TemplateResult;
  readonly table: TemplateResult;
  /** Stands below either. */
  readonly after?: TemplateResult | typeof nothing;
}

/** A picture and the table that says the same. The table is always there for screen readers, and one click away for everyone. */
export const pictured = (section: Pictured): TemplateResult => {
  const { words, id, title, help, view, onView, chart, table, after } = section;
  const choice = (value: View, drawing: typeof chartDrawing, label: string) =>
    html`<button type="button" class="segment" aria-pressed=${view === value ? 'true' : 'false'} @click=${() => onView(value)}>${icon(drawing)} ${label}</button>`;
  return html`<section class="card" aria-labelledby="${id}-title">
    <div class="card-head">
      <h2 id="${id}-title">${title}</h2>
      ${help}
      <div class="segments segments-small no-print" role="group" aria-label=${words.say.view.label(title)}>
        ${choice('chart', chartDrawing, words.say.view.chart)} ${choice('table', tableDrawing, words.say.view.table)}
      </div>
    </div>
    ${view === 'chart' ? html`<div @chart-failed=${() => onView('table')}>${chart}</div>` : nothing}
    ${view === 'chart' ? html`<div class="visually-hidden">${table}</div>` : scrollTable(words, title, table)}
    ${after ?? nothing}
  </section>`;
};

/** A table wider than a phone scrolls in its own place, by keyboard too. */
export const scrollTable = (words: Words, title: string, table: TemplateResult): TemplateResult =>
  html`<div class="scroll" role="region" tabindex="0" aria-label=${words.say.scroll(title)}>${table}</div>`;
