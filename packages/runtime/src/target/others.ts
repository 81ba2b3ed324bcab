import { hashOf } from './hash.ts';
import { nameOf, textOf } from './name.ts';
import { kindOfElement } from './role.ts';

const SAME: Readonly<Record<string, string>> = {
  press: 'a,button,summary,[role=button],[role=link],[role=tab],[role=menuitem]',
  enter: 'input,select,textarea',
  heading: 'h1,h2,h3,h4,h5,h6,[role=heading]',
};

/** The labels of the nearest elements of the same kind, hashed: whatever is called so later was there already, and is not this element. */
export const othersOf = (element: Element, own: string): string => {
  const kind = kindOfElement(element);
  const same = SAME[kind];
  if (!same) return '';
  const all = [...(element.getRootNode() as Document).querySelectorAll(same)];
  const at = all.indexOf(element);
  const mine = hashOf(own);
  const found = new Set<string>();
  for (let distance = 1; distance < all.length && found.size < 48; distance++)
    for (const it of [all[at - distance], all[at + distance]]) {
      const label = it && (nameOf(it) || textOf(it));
      const hash = label && hashOf(label);
      if (hash && hash !== mine) found.add(hash);
    }
  return [...found].join(' ');
};
