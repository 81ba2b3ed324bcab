import type { Condition } from '@shirube/schema/rules';
import { html, type TemplateResult } from 'lit';
import type { ChangeRule } from '../../aim/RuleEditor.ts';
import type { StepContext } from '../StepPanel.ts';

/** A rule inside the step's panel, read and changed as the sentence that an audience is. `onChange` has the name of the edit, for undo. */
export const conditionField = (
  { shell }: StepContext,
  condition: Condition,
  label: string,
  onChange: (condition: Condition, name: string, merge?: string) => void,
): TemplateResult => {
  // It comes with the panel for audiences.
  shell.needPanel('aim');
  const change: ChangeRule = (name, edit, merge) => {
    const next = edit(condition);
    if (next !== condition) onChange(next ?? { all: [] }, name, merge);
  };
  return html`
    <div role="group" aria-label=${label}>
      <shirube-editor-rule .session=${shell.session} .stamp=${{}} .rule=${condition} .change=${change}></shirube-editor-rule>
    </div>
  `;
};
