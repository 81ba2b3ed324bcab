import type { Scope } from './roots.ts';
import { fold } from './text.ts';

/** Elements that a person would call the thing itself, rather than the text inside it. */
const INTERACTIVE = 'a,button,input,select,textarea,summary,label,[role],[tabindex]';

/** A button made with `<input>`, whose label is its value. */
export const isPushInput = (element: Element): boolean =>
  element.matches('input:is([type=button],[type=submit],[type=reset],[type=image])');

/** Exactly this text, however it is marked up; of a button made with `<input>`, its label. */
export const hasText = (element: Element, text: string): boolean =>
  (isPushInput(element) ? fold((element as HTMLInputElement).value) : fold(element.textContent)) === fold(text);

/** The innermost elements with exactly this text; a control around it is the one that is meant. */
export const withText = (text: string, roots: readonly Scope[]): Element[] => {
  const wanted = fold(text);
  const found = new Set<Element>();
  for (const root of roots) {
    const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const piece = fold(node.nodeValue);
      if (!piece || !wanted.includes(piece)) continue;
      let element = node.parentElement;
      const said = (): string => (element ? fold(element.textContent) : '');
      while (element && said() !== wanted && wanted.includes(said())) element = element.parentElement;
      if (!element || said() !== wanted || element.matches('script,style,noscript,template')) continue;
      const control = element.closest(INTERACTIVE);
      found.add(control && fold(control.textContent) === wanted ? control : element);
    }
  }
  return [...found];
};
