import { moreDrawing, type StepElement } from '@shirube/runtime/elements';
import type { StepContent } from '@shirube/schema/tour';
import { fieldStyles } from './styles.ts';

interface FieldLooks {
  /** For assistive technology. */
  readonly label: string;
  readonly placeholder: string;
  /** BCP 47 of the text. */
  readonly locale: string;
  readonly lines: 'one' | 'many';
}

/** A drawn step, opened for writing. */
export interface OpenCard {
  readonly box: HTMLElement;
  /** Puts a place to write where the title or the body is. What is drawn there stays, out of sight: it belongs to who drew it. */
  readonly add: (part: 'title' | 'body', looks: FieldLooks) => HTMLElement;
  /** Gives the step its sheets again; harmless when it has them. */
  readonly dress: () => void;
  /** Takes all of it out, and draws this text. */
  readonly close: (content: StepContent) => void;
}

export const openCard = (element: StepElement, content: StepContent): OpenCard => {
  const { view, card: box } = element;
  const { ownRoot } = element;
  const scroll = ownRoot.querySelector<HTMLElement>('.scroll');
  if (!view || !box || !scroll) throw new Error('The step is not drawn yet.');
  const places: HTMLElement[] = [];

  const draw = (now: StepContent): void => {
    const { className } = box;
    element.view = { ...(element.view ?? view), content: now };
    // The presenter's own mark on a card in the middle.
    box.className = className;
  };
  // A plain tooltip is drawn without what lists and headings need, and may get one now.
  if (!element.more) {
    element.more = moreDrawing;
    draw(content);
  }
  const dress = (): void => {
    const { styleSheet } = fieldStyles;
    if (styleSheet && !ownRoot.adoptedStyleSheets.includes(styleSheet))
      ownRoot.adoptedStyleSheets = [...ownRoot.adoptedStyleSheets, styleSheet];
  };
  dress();
  scroll.classList.add('writing');

  return {
    box,
    add: (part, { label, placeholder, locale, lines }) => {
      const place = document.createElement('div');
      const attributes = {
        part,
        role: 'textbox',
        tabindex: '0',
        lang: locale,
        'aria-label': label,
        'aria-multiline': String(lines === 'many'),
        'aria-placeholder': placeholder,
        'data-placeholder': placeholder,
      };
      for (const [name, value] of Object.entries(attributes)) place.setAttribute(name, value);
      scroll.append(place);
      places.push(place);
      return place;
    },
    dress,
    close: (now) => {
      for (const place of places) place.remove();
      scroll.classList.remove('writing');
      draw(now);
    },
  };
};
