import type { StepElement } from '../elements/StepElement.ts';
import type { Diagnose, Disposer, StepView, ViewInput } from '../ports.ts';

export type Send = (input: ViewInput) => void;

/** What is remembered of the focus from step to step. */
export interface Focus {
  readonly runId: string;
  returnTo: HTMLElement | null;
  had: boolean;
}

/** A step on the screen. */
export interface Shown {
  readonly element: StepElement;
  readonly close: Disposer;
}
/** What presenting a step takes. */
export interface Scene {
  readonly view: StepView;
  readonly send: Send;
  readonly focus: Focus;
  readonly diagnose: Diagnose | undefined;
}
/** Puts a card that points at nothing to its place, and keeps it there. `onShown` is called once, when it can be seen. */
export type Dock = (element: StepElement, view: StepView, onShown: Disposer) => Disposer;
/** Presents a step as a card. */
export type Present = (scene: Scene, dock?: Dock) => Shown;

/** What is said of a step that could not be drawn. */
export const undrawn = ({ step }: StepView, error: unknown): readonly [string, string] => [
  'step_not_drawn',
  `The step "${step.id}" could not be drawn: ${String(error)}`,
];
