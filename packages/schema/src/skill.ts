/** Proficiency (習熟度), computed from what the user did. Levels are least counts of signals inside the window; below `learning` is novice. */
export interface Skill {
  readonly id: string;
  readonly name?: string | undefined;
  /** Names of tracked events; each occurrence counts one. */
  readonly signals: readonly string[];
  readonly windowDays?: number | undefined;
  readonly levels: { readonly learning: number; readonly proficient: number };
  /** A signal aged t days counts 2^(-t / halfLifeDays). */
  readonly halfLifeDays?: number | undefined;
}
