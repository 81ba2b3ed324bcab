import type { StepElement } from '@shirube/runtime/elements';
import type { Step } from '@shirube/schema/tour';
import { setField } from '../document/steps.ts';
import type { Session } from '../session/Session.ts';
import { writeInPlace, writeTextsFor } from '../write/index.ts';
import type { Writer } from './Stage.ts';

interface WriterParts {
  readonly step: Step;
  readonly locale: string;
  readonly session: Session;
  /** What an edit is called for undo. */
  readonly editName: string;
  readonly floor: () => number;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onGoOn: () => void;
  readonly onOut: () => void;
}

/** Lets the person write in the step that is drawn: what they write is an edit of the tour. */
export const writerFor = (element: StepElement, parts: WriterParts): Writer => {
  const { step, locale, session, editName, floor, onUndo, onRedo, onGoOn, onOut } = parts;
  return writeInPlace({
    element,
    content: step.content?.[locale] ?? {},
    locale,
    variables: session.workspace.traits.flatMap(({ of, path, values: [first] }) =>
      of === 'user' ? [{ attribute: path, ...(first === undefined ? {} : { example: String(first.value) }) }] : [],
    ),
    texts: writeTextsFor(session.ui),
    floor,
    onChange: (content) =>
      session.editStep(step.id, { name: editName, merge: `write ${step.id} ${locale}` }, (now) =>
        setField(now, 'content', { ...now.content, [locale]: content }),
      ),
    onLeave: (where) => (where === 'next' ? onGoOn() : onOut()),
    onUndo,
    onRedo,
  });
};
