import type { Condition } from '@shirube/schema/rules';
import { html, type TemplateResult } from 'lit';
import { formed } from '../model/form.ts';
import type { LeafContext } from './context.ts';
import { browserForm, deviceForm, localeForm, secondsForm, timeForm, viewportForm } from './forms/momentForms.ts';
import {
  eventForm,
  sampleForm,
  segmentForm,
  sessionsForm,
  skillForm,
  tourForm,
  traitForm,
} from './forms/personForms.ts';
import { elementForm, pageForm } from './forms/placeForms.ts';

/** The form of one leaf. What is no form of ours is shown as it is, and not touched. */
export const leafForm = (context: LeafContext, condition: Condition): TemplateResult => {
  const it = formed(condition);
  switch (it.form) {
    case 'user':
    case 'company':
      return traitForm(context, it.condition);
    case 'event':
      return eventForm(context, it.condition);
    case 'skill':
      return skillForm(context, it.condition);
    case 'tour':
      return tourForm(context, it.condition);
    case 'page':
      return pageForm(context, it.condition);
    case 'element':
      return elementForm(context, it.condition);
    case 'device':
      return deviceForm(context, it.condition);
    case 'viewport':
      return viewportForm(context, it.condition);
    case 'locale':
      return localeForm(context, it.condition);
    case 'browser':
      return browserForm(context, it.condition);
    case 'time':
      return timeForm(context, it.condition);
    case 'sessions':
      return sessionsForm(context, it.condition);
    case 'secondsOnPage':
      return secondsForm(context, it.condition);
    case 'segment':
      return segmentForm(context, it.condition);
    case 'sample':
      return sampleForm(context, it.condition);
    default:
      return html`<p class="hint">${context.texts.unknown}</p><pre data-first tabindex="0">${JSON.stringify(condition, null, 2)}</pre>`;
  }
};
