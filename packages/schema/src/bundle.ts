import type { Segment } from './segment.ts';
import type { Skill } from './skill.ts';
import type { Theme } from './theme.ts';
import type { Tour } from './tour.ts';

export interface LiveTour {
  readonly version: number;
  readonly tour: Tour;
}
/** The one JSON file that a runtime loads: all live versions of one environment, and what they refer to. */
export interface Bundle {
  readonly bundleVersion: 1;
  readonly environment: string;
  /** Epoch ms at the server when this bundle last changed. */
  readonly updatedAt: number;
  readonly tours: readonly LiveTour[];
  readonly segments: readonly Segment[];
  readonly skills: readonly Skill[];
  readonly themes: readonly Theme[];
  /** Tours that were killed: runs of these end with `tour_ended { reason: 'killed' }`. */
  readonly killed: readonly string[];
}
