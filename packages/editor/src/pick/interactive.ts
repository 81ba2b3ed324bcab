const ROLES = [
  ...['button', 'link', 'tab', 'menuitem', 'menuitemcheckbox', 'menuitemradio', 'option', 'treeitem'],
  ...['checkbox', 'radio', 'switch', 'combobox', 'textbox', 'searchbox', 'slider', 'spinbutton'],
];
/** What a person uses, as its markup says it. */
const USED = [
  'a[href],area[href],button,input:not([type=hidden]),select,textarea,summary,label',
  '[contenteditable]:not([contenteditable=false]),[onclick]',
  ...ROLES.map((role) => `[role=${role}]`),
].join();
/** Stops of the Tab key that no markup explains: the shape of the pointer over them tells whether they are controls. */
const STOP = '[tabindex]:not([tabindex^="-"])';

/** For a first, cheap look through a page. */
export const MAY_BE_USED = `${USED},${STOP}`;

export const isInteractive = (element: Element): boolean =>
  element.matches(USED)
    ? element.localName !== 'label' || (element as HTMLLabelElement).control !== null
    : element.matches(STOP) && getComputedStyle(element).cursor === 'pointer';
