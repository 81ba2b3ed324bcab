import type { Fingerprint } from '@shirube/schema/tour';

const ROLES: Readonly<Record<string, string>> = {
  a: 'link',
  area: 'link',
  article: 'article',
  aside: 'complementary',
  button: 'button',
  dialog: 'dialog',
  fieldset: 'group',
  footer: 'contentinfo',
  form: 'form',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  header: 'banner',
  img: 'img',
  li: 'listitem',
  main: 'main',
  meter: 'meter',
  nav: 'navigation',
  ol: 'list',
  option: 'option',
  progress: 'progressbar',
  search: 'search',
  section: 'region',
  select: 'combobox',
  summary: 'button',
  table: 'table',
  td: 'cell',
  textarea: 'textbox',
  th: 'columnheader',
  tr: 'row',
  ul: 'list',
};
const INPUT_ROLES: Readonly<Record<string, string>> = {
  button: 'button',
  checkbox: 'checkbox',
  image: 'button',
  number: 'spinbutton',
  radio: 'radio',
  range: 'slider',
  reset: 'button',
  search: 'searchbox',
  submit: 'button',
};

/** The role, written or implied by the tag; '' when there is none to speak of. */
export const roleOf = (element: Element): string => {
  const tag = element.localName;
  return (
    element.getAttribute('role')?.trim() ||
    (tag === 'input' ? (INPUT_ROLES[element.getAttribute('type') ?? ''] ?? 'textbox') : (ROLES[tag] ?? ''))
  );
};

const CLASSES: Readonly<Record<string, string>> = {
  link: 'press',
  button: 'press',
  tab: 'press',
  menuitem: 'press',
  option: 'press',
  treeitem: 'press',
  switch: 'choose',
  checkbox: 'choose',
  radio: 'choose',
  menuitemcheckbox: 'choose',
  menuitemradio: 'choose',
  textbox: 'enter',
  searchbox: 'enter',
  combobox: 'enter',
  spinbutton: 'enter',
  slider: 'enter',
  listbox: 'enter',
  heading: 'heading',
  img: 'picture',
  figure: 'picture',
  table: 'collection',
  grid: 'collection',
  list: 'collection',
  treegrid: 'collection',
  tree: 'collection',
  menu: 'collection',
  row: 'item',
  listitem: 'item',
  cell: 'text',
  gridcell: 'text',
  columnheader: 'text',
  rowheader: 'text',
  navigation: 'area',
  main: 'area',
  banner: 'area',
  contentinfo: 'area',
  complementary: 'area',
  form: 'area',
  search: 'area',
  region: 'area',
  dialog: 'area',
  alertdialog: 'area',
  article: 'area',
  group: 'area',
};
const TAG_CLASSES: Readonly<Record<string, string>> = {
  svg: 'picture',
  canvas: 'picture',
  video: 'picture',
  picture: 'picture',
  label: 'label',
  span: 'text',
  p: 'text',
  small: 'text',
  b: 'text',
  strong: 'text',
  em: 'text',
  i: 'text',
  code: 'text',
  dt: 'text',
  dd: 'text',
  legend: 'text',
  caption: 'text',
  dl: 'collection',
  tbody: 'collection',
  thead: 'collection',
  div: 'box',
};

/** What people would take it for, whatever markup says it: an `<a>` that became a `<button>` is still something to press. */
export const roleClassOf = ({ role, tag }: { readonly role?: string | undefined; readonly tag: string }): string =>
  (role && CLASSES[role]) || TAG_CLASSES[tag] || 'box';

/** The same of a fingerprint. A box that holds nothing but text is that text. */
export const kindOf = (it: Fingerprint): string => {
  const kind = roleClassOf(it);
  return kind === 'box' && !it.inside?.length && it.text ? 'text' : kind;
};

/** The same of an element, without making a fingerprint of it. */
export const kindOfElement = (element: Element): string => {
  const kind = roleClassOf({ tag: element.localName, role: roleOf(element) });
  return kind === 'box' && !element.firstElementChild && element.firstChild ? 'text' : kind;
};
