import { AimPanel } from './AimPanel.ts';
import { RuleEditor } from './RuleEditor.ts';
import { SegmentList } from './SegmentList.ts';
import { SkillList } from './SkillList.ts';
import { SuggestField } from './SuggestField.ts';
import { WhenEditor } from './WhenEditor.ts';

/** The elements of the panel by tag, for the one place that registers. */
export const aimElements: Readonly<Record<string, CustomElementConstructor>> = {
  'shirube-editor-aim': AimPanel,
  'shirube-editor-rule': RuleEditor,
  'shirube-editor-when': WhenEditor,
  'shirube-editor-segments': SegmentList,
  'shirube-editor-skills': SkillList,
  'shirube-editor-suggest': SuggestField,
};
