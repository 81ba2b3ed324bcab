export type ChangeCode =
  | 'name_changed'
  | 'description_changed'
  | 'languages_changed'
  | 'audience_changed'
  | 'trigger_changed'
  | 'frequency_changed'
  | 'schedule_changed'
  | 'priority_changed'
  | 'theme_changed'
  | 'progress_changed'
  | 'dismissible_changed'
  | 'setting_changed'
  | 'step_added'
  | 'step_removed'
  | 'step_moved'
  | 'kind_changed'
  | 'page_changed'
  | 'target_changed'
  | 'placement_changed'
  | 'spotlight_changed'
  | 'advance_changed'
  | 'buttons_changed'
  | 'branch_changed'
  | 'skip_rule_changed'
  | 'missing_policy_changed'
  | 'beacon_changed'
  | 'step_setting_changed'
  | 'translation_added'
  | 'translation_removed'
  | 'title_changed'
  | 'text_changed'
  | 'formatting_changed';

/** One thing that is different between two versions of a tour. */
export interface TourChange {
  readonly code: ChangeCode;
  /** JSON Pointer into the later document; of what was removed, into the earlier one. */
  readonly path: string;
  readonly stepId?: string | undefined;
  /** Number of the step, from 1, in the document into which `path` points. */
  readonly step?: number | undefined;
  /** Language of the text that changed. */
  readonly locale?: string | undefined;
  /** At most 80 characters, the same in every language of the reader; undefined where there was nothing, or nothing short to say. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}
