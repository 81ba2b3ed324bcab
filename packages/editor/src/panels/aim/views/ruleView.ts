import type { Condition } from '@shirube/schema/rules';
import { html, type TemplateResult } from 'lit';
import type { UiLocale } from '../../../session/Session.ts';
import { plusIcon, warnIcon } from '../../../ui/icons.ts';
import type { AimTexts } from '../locale/index.ts';
import { type Path, pointerOf, type Rule } from '../model/edits.ts';
import { formed, partsOf } from '../model/form.ts';
import type { Following, Phrase } from '../words/phrase.ts';

export interface RuleViewContext {
  readonly ui: UiLocale;
  readonly texts: AimTexts;
  readonly phrase: (condition: Condition, options: { readonly negated: boolean }) => Phrase;
  readonly problems: (path: Path) => readonly string[];
  /** Pointer of what is open now, with its kind. */
  readonly isOpen: (kind: OpenKind, path: Path) => boolean;
  readonly open: (kind: OpenKind, path: Path, anchor: Element) => void;
  readonly toggleJoin: (path: Path) => void;
  readonly key: (event: KeyboardEvent, path: Path) => void;
}
export type OpenKind = 'leaf' | 'group' | 'add';

/** The whole rule as a sentence: words, chips, and groups of their own indented beneath. */
export const ruleView = (context: RuleViewContext, rule: Rule): TemplateResult => {
  const { texts, ui } = context;
  const group = partsOf(rule);
  const isEveryone = rule === undefined || (group?.join === 'all' && group.parts.length === 0);
  if (isEveryone || rule === undefined)
    return html`<p class="flow">${word(texts.shownTo)} ${html`<strong>${texts.everyone}</strong>`}${word(ui === 'ja' ? 'に表示します' : '')} ${addButton(context, [], texts.add)}</p>`;
  return html`
    <div class="flow" role="group" aria-label=${texts.audience}>
      ${word(texts.shownTo)} ${word(texts.people)}
      ${group && group.parts.length > 0 ? partsView(context, group.parts, group.join, []) : partView(context, rule, [], alone)}
      ${word(texts.afterPeople)} ${addButton(context, [], texts.add)}
    </div>`;
};

const word = (text: string): TemplateResult | '' => (text === '' ? '' : html`<span>${text}</span>`);

const addButton = (context: RuleViewContext, path: Path, label: string): TemplateResult => html`
  <button class="icon-only add quiet" data-at="add:${pointerOf(path)}" aria-label=${label} title=${label} aria-haspopup="dialog"
    aria-expanded=${context.isOpen('add', path)}
    @click=${(event: Event) => context.open('add', path, event.currentTarget as Element)}>${plusIcon}</button>`;

const partsView = (
  context: RuleViewContext,
  parts: readonly Condition[],
  join: 'all' | 'any',
  path: Path,
): readonly TemplateResult[] => {
  const follow = join === 'all' ? 'and' : 'or';
  // What joins two parts stands before the later one in English, and behind the earlier one in Japanese.
  const isBefore = context.ui === 'en';
  return parts.map((part, index) => {
    const isLast = index === parts.length - 1;
    const button = (isBefore ? index > 0 : !isLast)
      ? joinButton(context, join, path, isBefore ? index - 1 : index)
      : '';
    const before = parts[index - 1];
    return partView(context, part, [...path, join, index], {
      following: isLast ? 'end' : follow,
      leadBefore: before && leadOf(context, before),
      before: isBefore ? button : '',
      after: isBefore ? '' : button,
    });
  });
};

interface Place {
  readonly following: Following;
  readonly leadBefore?: string | undefined;
  readonly before: TemplateResult | '';
  readonly after: TemplateResult | '';
}
const alone: Place = { following: 'end', before: '', after: '' };

const leadOf = (context: RuleViewContext, part: Condition): string => {
  const { leaf, negated } = inner(part, []);
  return partsOf(leaf) ? '' : context.phrase(leaf, { negated }).lead;
};

/** "and" or "or" between two parts. Each can be pressed; one of a group is enough for Tab. */
const joinButton = (
  { texts, toggleJoin }: RuleViewContext,
  join: 'all' | 'any',
  path: Path,
  index: number,
): TemplateResult => {
  const words = join === 'all' ? texts.and : texts.or;
  return html`<button class="quiet join" data-join=${pointerOf(path)} tabindex=${index === 0 ? 0 : -1} title=${texts.joinHint(words)} aria-label=${texts.joinHint(words)}
    @click=${() => toggleJoin(path)}>${words}</button>`;
};

/** A part without the `not`s around it, and where it is. */
const inner = (
  part: Condition,
  path: Path,
): { readonly leaf: Condition; readonly path: Path; readonly negated: boolean } => {
  const it = formed(part);
  if (it.form !== 'not') return { leaf: part, path, negated: false };
  const deeper = inner(it.condition.not, [...path, 'not']);
  return { ...deeper, negated: !deeper.negated };
};

const partView = (context: RuleViewContext, part: Condition, at: Path, place: Place): TemplateResult => {
  const { leaf, path, negated } = inner(part, at);
  const { following, leadBefore, before, after } = place;
  const group = partsOf(leaf);
  if (group) return html`${before}${groupView(context, group.parts, group.join, path, negated)}${after}`;
  const { lead, ...phrase } = context.phrase(leaf, { negated });
  const { chip, tail } = phrase[following];
  return html`<span class="said">${before}${lead === leadBefore ? '' : word(lead)}${chipView(context, chip, path)}${word(tail)}${after}</span>`;
};

const chipView = (context: RuleViewContext, words: string, path: Path): TemplateResult => {
  const problems = context.problems(path);
  return html`<button class="chip ${problems.length > 0 ? 'wrong' : ''}" data-at="leaf:${pointerOf(path)}" aria-haspopup="dialog"
    aria-expanded=${context.isOpen('leaf', path)} aria-description=${problems.join(' ')} title=${problems.join('\n')}
    @click=${(event: Event) => context.open('leaf', path, event.currentTarget as Element)}
    @keydown=${(event: KeyboardEvent) => context.key(event, path)}>${problems.length > 0 ? warnIcon : ''}<span>${words}</span></button>`;
};

const groupView = (
  context: RuleViewContext,
  parts: readonly Condition[],
  join: 'all' | 'any',
  path: Path,
  negated: boolean,
): TemplateResult => {
  const { texts } = context;
  const name = (negated ? texts.groupNot : texts.groupOf)[join];
  return html`
    <div class="group" role="group" aria-label=${name}>
      <button class="quiet head" data-at="group:${pointerOf(path)}" aria-haspopup="dialog" title=${texts.groupMenu} aria-expanded=${context.isOpen('group', path)}
        @click=${(event: Event) => context.open('group', path, event.currentTarget as Element)}
        @keydown=${(event: KeyboardEvent) => context.key(event, path)}>${name}</button>
      <div class="flow">
        ${parts.length === 0 ? word(texts.emptyGroup[join]) : partsView(context, parts, join, path)}
        ${addButton(context, path, texts.addHere)}
      </div>
    </div>`;
};
