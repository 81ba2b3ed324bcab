import type { Condition } from '@shirube/schema/rules';
import { html, type TemplateResult } from 'lit';
import type { Session } from '../../../session/Session.ts';

/** A rule inside the step's panel, read and changed as a sentence. */
export const conditionField = (
  _session: Session,
  condition: Condition,
  label: string,
  _onChange: (condition: Condition) => void,
): TemplateResult => html`<code aria-label=${label}>${JSON.stringify(condition)}</code>`;
