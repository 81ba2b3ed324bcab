import type { PanelName } from '../session/Session.ts';
import type { StageState } from '../stage/Stage.ts';

/** Why the person has to sign in, when it is not simply the first time. */
export type SignInNotice = 'blocked' | 'cut_off' | 'closed' | 'ended';

export interface Toast {
  readonly text: string;
  readonly action?: { readonly label: string; readonly do: () => void } | undefined;
}

/** What the shell shows besides the session: plain data, replaced as a whole. */
export interface ShellState {
  readonly auth: 'out' | 'asking' | 'in';
  readonly notice: SignInNotice | undefined;
  /** `record`: what is clicked in the app becomes a step. `navigate`: the app gets it. */
  readonly mode: 'record' | 'navigate';
  readonly panel: PanelName;
  /** The field that was asked for, and how often: the same one again is asked again. */
  readonly focusPath: string | undefined;
  readonly asked: number;
  readonly folded: boolean;
  readonly side: 'left' | 'right';
  readonly stage: StageState;
  /** What the person is asked to point at; undefined while nobody asks. */
  readonly prompt: string | undefined;
  /** The kind that the next picked element becomes. */
  readonly kind: 'tooltip' | 'hotspot';
  readonly toast: Toast | undefined;
  readonly sheet: 'open' | 'closed';
  readonly url: string;
  readonly opening: boolean;
  /** Ids of tours of which this browser keeps something that is not at the server. */
  readonly unsent: readonly string[];
}
