import { fields, isRecord, items, type Json } from '../documents/problems.ts';

/** Characters of a value in one line of a comparison. */
const MAX = 80;

/** A value in a few characters that are the same in every language; undefined where there is nothing to say. */
export const shortText = (value: unknown): string | undefined => {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'string') return cut(value);
  if (Array.isArray(value)) return cut(value.map((item) => shortText(item) ?? '').join(', ')) || undefined;
  if (!isRecord(value)) return cut(String(value));
  return cut(
    Object.entries(value)
      .map(([key, inner]) => (inner === true ? key : `${key} ${shortText(inner) ?? ''}`.trim()))
      .join(', '),
  );
};

const cut = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length > MAX ? `${characters.slice(0, MAX - 1).join('')}…` : line;
};

/** The words of a rich text, and for pictures and videos what they are called. */
export const wordsOf = (node: unknown): string => {
  const { text, content, attrs } = fields(node);
  if (typeof text === 'string') return text;
  const { alt, title, attribute } = fields(attrs);
  const name = [alt, title, attribute].find((it) => typeof it === 'string');
  const inside = items(content)
    .map(wordsOf)
    .join(fields(node).type === 'paragraph' ? '' : ' ');
  return name === undefined ? inside : `[${name}]${inside}`;
};

/** How people would call the element: its name, its words, else how it is found. */
export const targetText = (target: unknown): string | undefined => {
  const { fingerprint, text, selectors } = fields(target);
  const { name, text: said, tag } = fields(fingerprint);
  return shortText([name, text, said, items(selectors)[0], tag].find((it) => typeof it === 'string' && it !== ''));
};

const LEVELS = ['is', 'atLeast', 'atMost'];

/** A condition in short: `plan in trial, team & invoicing is novice`. */
export const conditionText = (condition: unknown): string | undefined => shortText(whole(condition));
const whole = (value: unknown, inside?: string): string => {
  const condition = fields(value);
  for (const [key, sign] of [
    ['all', ' & '],
    ['any', ' | '],
  ] as const) {
    if (!Array.isArray(condition[key])) continue;
    const parts = items(condition[key]).map((part) => whole(part, key));
    const text = parts.join(sign);
    return inside !== undefined && inside !== key && parts.length > 1 ? `(${text})` : text;
  }
  return 'not' in condition ? `not (${whole(condition.not)})` : leaf(condition);
};
const leaf = (condition: Json): string => {
  const [first, ...rest] = Object.entries(condition);
  if (first === undefined) return '';
  const [form, subject] = first;
  const named = typeof subject === 'string' ? subject : form === 'element' ? targetText(subject) : shortText(subject);
  const form_ = typeof subject === 'string' && ['user', 'company'].includes(form) ? '' : `${form} `;
  const more = rest.map(([key, part]) =>
    key === 'op' || key === 'value' || LEVELS.includes(key)
      ? `${key.startsWith('at') ? `${key} ` : key === 'is' ? 'is ' : ''}${shortText(part) ?? ''}`
      : `${key} ${shortText(part) ?? ''}`,
  );
  return [`${form_}${named ?? ''}`, ...more].join(' ').trim();
};

export const triggerText = (trigger: unknown): string | undefined => {
  const { on, page, event, element, delayMs } = fields(trigger);
  if (on === undefined) return undefined;
  const what = page ?? event ?? (element === undefined ? undefined : targetText(element));
  return shortText(
    [shortText(what) ?? shortText(on), typeof delayMs === 'number' && delayMs > 0 ? `+${delayMs} ms` : undefined]
      .filter((part) => part !== undefined)
      .join(' '),
  );
};

/** What buttons say, in one language. */
export const buttonsText = (buttons: unknown, locale: string): string | undefined =>
  shortText(
    items(buttons)
      .map((button) => fields(fields(button).label)[locale] ?? fields(button).action)
      .filter((label) => typeof label === 'string'),
  );
