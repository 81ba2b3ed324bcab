import type { Segment } from '@shirube/schema';
import { html, type TemplateResult } from 'lit';
import {
  branchIcon,
  duplicateIcon,
  fileIcon,
  leftIcon,
  notIcon,
  rightIcon,
  sideIcon,
  trashIcon,
} from '../../../ui/icons.ts';
import type { AimTexts } from '../locale/index.ts';
import { changeAt, conditionAt, duplicate, move, negate, type Path, type Rule, unwrap, wrap } from '../model/edits.ts';
import { formed, partsOf } from '../model/form.ts';
import type { OpenKind } from './ruleView.ts';

export interface ToolsContext {
  readonly texts: AimTexts;
  readonly rule: Rule;
  readonly path: Path;
  readonly kind: OpenKind;
  readonly segments: readonly Segment[];
  readonly change: (name: string, change: (rule: Rule) => { readonly root: Rule; readonly path: Path }) => void;
  readonly join: () => void;
  readonly remove: () => void;
}

/** What can be done with a chip, or a group, as a whole. */
export const toolsView = ({
  texts,
  rule,
  path,
  kind,
  segments,
  change,
  join,
  remove,
}: ToolsContext): TemplateResult => {
  const { actions, edits } = texts;
  const tool = (label: string, icon: TemplateResult, act: () => void, last = ''): TemplateResult =>
    html`<button class="quiet icon-only ${last}" aria-label=${label} title=${label} @click=${act}>${icon}</button>`;
  const moved = (by: -1 | 1): TemplateResult | '' =>
    move(rule, path, by).root === rule
      ? ''
      : tool(by === 1 ? actions.later : actions.earlier, by === 1 ? rightIcon : leftIcon, () =>
          change(edits.move, (now) => move(now, path, by)),
        );
  const condition = conditionAt(rule, path);
  const it = formed(condition);
  const segment = it.form === 'segment' ? segments.find(({ id }) => id === it.condition.segment) : undefined;
  const group = partsOf(condition);
  return html`
    ${kind === 'group' && group ? html`<button data-first @click=${join}>${group.join === 'all' ? texts.groupOf.any : texts.groupOf.all}</button>` : ''}
    <div class="tools" role="toolbar" aria-label=${texts.groupMenu}>
      ${moved(-1)} ${moved(1)}
      ${tool(actions.negate, notIcon, () => change(edits.negate, (now) => negate(now, path)))}
      ${tool(actions.group, branchIcon, () => change(edits.group, (now) => wrap(now, path, 'any')))}
      ${group ? tool(actions.ungroup, sideIcon, () => change(edits.group, (now) => ({ root: unwrap(now, path), path: [] }))) : ''}
      ${tool(actions.duplicate, duplicateIcon, () => change(edits.duplicate, (now) => duplicate(now, path)))}
      ${
        segment
          ? tool(actions.detach, fileIcon, () =>
              change(edits.detach, (now) => ({ root: changeAt(now, path, () => segment.condition), path })),
            )
          : ''
      }
      ${tool(actions.remove, trashIcon, remove, 'last')}
    </div>`;
};
