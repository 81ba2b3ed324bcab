import type { Step } from '@shirube/schema/tour';
import { html, nothing, type TemplateResult } from 'lit';
import { setField } from '../../../document/steps.ts';
import { branchIcon, plusIcon, trashIcon } from '../../../ui/icons.ts';
import type { StepContext } from '../StepPanel.ts';
import { conditionField } from './conditionField.ts';
import { stepSelect } from './goesOnView.ts';

type Branch = NonNullable<Step['next']>[number];

/** Where the tour goes from here, and for whom the step is there at all. */
export const branchView = (context: StepContext): TemplateResult => {
  const { step, texts, change, shell } = context;
  const next = step.next ?? [];
  const set = (branches: readonly Branch[]): void =>
    change(texts.edits.branch, (now) => setField(now, 'next', branches.length > 0 ? branches : undefined));
  const other = shell.session.draft?.tour.steps.find(({ id }) => id !== step.id)?.id;
  return html`
    <div class="section" data-field="next">
      <h3>${texts.branches}</h3>
      ${next.map(
        (branch, index) => html`
          <div class="item">
            <div class="row">
              <span class="grow">${branchIcon} ${branch.when === undefined ? texts.always : texts.branchWhen}</span>
              <button class="quiet icon-only" aria-label=${texts.remove(texts.branches)} title=${texts.remove(texts.branches)}
                @click=${() => set(next.toSpliced(index, 1))}>${trashIcon}</button>
            </div>
            ${conditionField(context, branch.when ?? { all: [] }, texts.branchWhen, (when) => set(next.with(index, { ...branch, when })))}
            <div class="row"><span class="hint">${texts.branchTo}</span>${stepSelect(context, branch.goto, (goto) => set(next.with(index, { ...branch, goto })))}</div>
          </div>
        `,
      )}
      ${next.length > 0 ? html`<p class="hint">${texts.branchesHow}</p>` : nothing}
      <div class="row">
        <button class="quiet" ?disabled=${other === undefined} @click=${() => other && set([...next, { when: { all: [] }, goto: other }])}>${plusIcon}${texts.addBranch}</button>
      </div>
    </div>
    <div class="section" data-field="showIf">
      <h3>${texts.skip}</h3>
      ${
        step.showIf === undefined
          ? html`<div class="row"><button class="quiet" @click=${() => change(texts.edits.skip, (now) => setField(now, 'showIf', { all: [] }))}>${plusIcon}${texts.addSkip}</button></div>`
          : html`
            ${conditionField(context, step.showIf, texts.skip, (showIf) => change(texts.edits.skip, (now) => setField(now, 'showIf', showIf)))}
            <p class="hint">${texts.skipHow}</p>
            <div class="row"><button class="quiet" @click=${() => change(texts.edits.skip, (now) => setField(now, 'showIf', undefined))}>${texts.removeSkip}</button></div>
          `
      }
    </div>
  `;
};
