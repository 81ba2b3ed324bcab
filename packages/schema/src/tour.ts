import type { RichText } from './richText.ts';
import type { Condition } from './rules/condition.ts';
import type { Target } from './target.ts';

/** Text by locale (BCP 47). The tour's default locale is always there. */
export type Localized<T = string> = Readonly<Record<string, T>>;

export type StepKind = 'tooltip' | 'modal' | 'slideout' | 'banner' | 'hotspot';
/** A corner, or the middle of an edge. Start and end follow the direction of the text. */
export type Position = 'top-start' | 'top' | 'top-end' | 'start' | 'end' | 'bottom-start' | 'bottom' | 'bottom-end';
export type Placement =
  | 'auto'
  | 'top'
  | 'top-start'
  | 'top-end'
  | 'bottom'
  | 'bottom-start'
  | 'bottom-end'
  | 'left'
  | 'left-start'
  | 'left-end'
  | 'right'
  | 'right-start'
  | 'right-end';
/** What to do when a step's target cannot be found within `timeoutMs`; `wait` keeps waiting (no limit) without blocking the page. */
export type OnMissing = 'wait' | 'skip' | 'end' | 'center';

export type { Block, Inline, ListItem, Mark, RichText } from './richText.ts';
/** A page: a URLPattern string (a path, or a whole URL), or comparisons by part. */
export type { PageMatch } from './rules/condition.ts';
export type { Fingerprint, Target } from './target.ts';

import type { PageMatch } from './rules/condition.ts';

export interface StepContent {
  readonly title?: string | undefined;
  readonly body?: RichText | undefined;
}
/** How a step is left forward, besides its buttons. */
export type Advance =
  | { readonly on: 'click'; readonly target?: Target | undefined }
  | {
      readonly on: 'input';
      readonly target?: Target | undefined;
      readonly op?: string | undefined;
      readonly value?: unknown;
    }
  | { readonly on: 'event'; readonly event: string }
  | { readonly on: 'page'; readonly page: PageMatch }
  | { readonly on: 'condition'; readonly when: Condition }
  | { readonly on: 'delay'; readonly ms: number };
export interface Button {
  readonly id: string;
  /** `next` on the last step completes the tour; `goto` jumps; `link` opens `href` and completes the step. */
  readonly action: 'next' | 'back' | 'dismiss' | 'complete' | 'goto' | 'link';
  readonly label: Localized;
  readonly goto?: string | undefined;
  readonly href?: string | undefined;
  readonly style?: 'primary' | 'secondary' | undefined;
}
export interface Step {
  readonly id: string;
  readonly kind: StepKind;
  readonly page?: PageMatch | undefined;
  readonly target?: Target | undefined;
  readonly content: Localized<StepContent>;
  readonly placement?: Placement | undefined;
  /** On the screen: of a slideout (a corner or a side; absent means bottom-end) or a banner (top, which is the default, or bottom). */
  readonly position?: Position | undefined;
  /** Only a hotspot's: where on the target it is (absent means top-end), and what stands on it. */
  readonly beacon?: { readonly position?: Position | undefined; readonly label?: Localized | undefined } | undefined;
  readonly spotlight?:
    | {
        readonly paddingPx?: number | undefined;
        readonly radiusPx?: number | undefined;
        readonly interactive?: boolean | undefined;
      }
    | undefined;
  readonly advance?: readonly Advance[] | undefined;
  readonly buttons?: readonly Button[] | undefined;
  readonly showIf?: Condition | undefined;
  readonly next?: readonly { readonly when?: Condition | undefined; readonly goto: string }[] | undefined;
  readonly onMissing?: OnMissing | undefined;
  readonly timeoutMs?: number | undefined;
}
export type Trigger =
  | { readonly on: 'page'; readonly page: PageMatch; readonly delayMs?: number | undefined }
  | { readonly on: 'event'; readonly event: string; readonly delayMs?: number | undefined }
  | {
      readonly on: 'element';
      readonly element: Target;
      readonly is?: 'present' | 'visible' | undefined;
      readonly delayMs?: number | undefined;
    }
  | { readonly on: 'manual' };
export type Frequency =
  | { readonly show: 'once' }
  | { readonly show: 'untilCompleted' }
  | { readonly show: 'always' }
  | { readonly show: 'every'; readonly days: number; readonly atMost?: number | undefined };

/** A guided tour, as the author wrote it. */
export interface Tour {
  readonly $schema?: string | undefined;
  readonly schemaVersion: 1;
  readonly id: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly defaultLocale: string;
  readonly locales: readonly string[];
  readonly audience?: Condition | undefined;
  readonly trigger?: Trigger | undefined;
  /** Absent means once. */
  readonly frequency?: Frequency | undefined;
  readonly priority?: number | undefined;
  readonly schedule?: { readonly from?: string | undefined; readonly until?: string | undefined } | undefined;
  readonly theme?: string | undefined;
  /** Absent means dots. */
  readonly progress?: 'dots' | 'bar' | 'count' | 'none' | undefined;
  /** Absent means true. */
  readonly dismissible?: boolean | undefined;
  readonly steps: readonly Step[];
}
