/** White space folded to single blanks, none at the ends. */
export const fold = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** Elements that a person would call the thing itself, rather than the text inside it. */
export const INTERACTIVE = 'a,button,input,select,textarea,summary,label,[role],[tabindex]';

const ROLES: Readonly<Record<string, string>> = {
  a: 'link',
  button: 'button',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  img: 'img',
  nav: 'navigation',
  main: 'main',
  select: 'combobox',
  summary: 'button',
  table: 'table',
  textarea: 'textbox',
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
  const type = element.getAttribute('type') ?? '';
  return element.getAttribute('role') ?? (tag === 'input' ? (INPUT_ROLES[type] ?? 'textbox') : (ROLES[tag] ?? ''));
};

/** What assistive technology would call it, in the common cases: labels, alternative text, own text, title, placeholder. */
export const nameOf = (element: Element): string =>
  labelledBy(element) ||
  fold(element.getAttribute('aria-label')) ||
  labelsOf(element) ||
  fold(element.getAttribute('alt')) ||
  textOf(element) ||
  fold(element.getAttribute('title')) ||
  fold(element.getAttribute('placeholder'));

const labelledBy = (element: Element): string => {
  const ids = element.getAttribute('aria-labelledby');
  if (!ids) return '';
  const root = element.getRootNode() as Document | ShadowRoot;
  return fold(
    fold(ids)
      .split(' ')
      .map((id) => root.getElementById(id)?.textContent)
      .join(' '),
  );
};

const labelsOf = (element: Element): string => {
  const { labels } = element as HTMLInputElement;
  return labels?.length ? fold([...labels].map((label) => label.textContent).join(' ')) : '';
};

/** The text in it, or the label of a button made with `<input>`. */
export const textOf = (element: Element): string =>
  element.localName === 'input' && INPUT_ROLES[element.getAttribute('type') ?? ''] === 'button'
    ? fold((element as HTMLInputElement).value)
    : fold(element.textContent);
