import type { Target } from '../target.ts';

export type Operator =
  | 'eq'
  | 'neq'
  | 'lt'
  | 'lte'
  | 'gt'
  | 'gte'
  | 'in'
  | 'notIn'
  | 'contains'
  | 'notContains'
  | 'startsWith'
  | 'endsWith'
  | 'matches'
  | 'exists'
  | 'notExists'
  | 'before'
  | 'after'
  | 'withinLast'
  | 'olderThan'
  | 'versionGte'
  | 'versionLt';
/** `value` is absent for `exists` and `notExists`; a duration ("30d", "12h", "45m", "2w") for `withinLast` and `olderThan`. */
export interface Comparison {
  readonly op: Operator;
  readonly value?: unknown;
}
export type Level = 'novice' | 'learning' | 'proficient';
export type PageMatch =
  | string
  | {
      readonly host?: Comparison | undefined;
      readonly path?: Comparison | undefined;
      readonly query?: Readonly<Record<string, Comparison>> | undefined;
      readonly hash?: Comparison | undefined;
    };
/** "30d", "12h", "45m", "90s", "2w". */
export type Duration = string;

/** Audience rules: who. Product contract section 4. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | ({ readonly user: string } & Comparison)
  | ({ readonly company: string } & Comparison)
  | {
      readonly event: string;
      readonly count?: { readonly op: 'eq' | 'neq' | 'lt' | 'lte' | 'gt' | 'gte'; readonly value: number } | undefined;
      readonly within?: Duration | undefined;
      readonly where?: readonly ({ readonly prop: string } & Comparison)[] | undefined;
    }
  | { readonly skill: string; readonly is: Level }
  | { readonly skill: string; readonly atLeast: Level }
  | { readonly skill: string; readonly atMost: Level }
  | {
      readonly tour: string;
      readonly is: 'never_seen' | 'started' | 'completed' | 'dismissed';
      readonly within?: Duration | undefined;
    }
  | { readonly page: PageMatch }
  | { readonly element: Target; readonly is: 'present' | 'absent' | 'visible' | 'enabled' | 'disabled' }
  | { readonly element: Target; readonly text: Comparison }
  | { readonly element: Target; readonly value: Comparison }
  | { readonly device: 'desktop' | 'tablet' | 'mobile' | readonly ('desktop' | 'tablet' | 'mobile')[] }
  | {
      readonly viewport: {
        readonly minWidth?: number | undefined;
        readonly maxWidth?: number | undefined;
        readonly minHeight?: number | undefined;
        readonly maxHeight?: number | undefined;
      };
    }
  | { readonly locale: readonly string[] }
  | { readonly browser: readonly string[] }
  | {
      readonly time: {
        readonly weekdays?: readonly number[] | undefined;
        readonly hours?: readonly [number, number] | undefined;
        readonly timezone?: string | undefined;
      };
    }
  | { readonly sessions: Comparison }
  | { readonly secondsOnPage: number }
  | { readonly segment: string }
  | { readonly sample: number; readonly salt?: string | undefined };
