import type { Condition } from '@shirube/schema/rules';

/** The forms of a condition, each by the key that tells it from the others. */
export interface Forms {
  readonly all: Extract<Condition, { readonly all: unknown }>;
  readonly any: Extract<Condition, { readonly any: unknown }>;
  readonly not: Extract<Condition, { readonly not: unknown }>;
  readonly user: Extract<Condition, { readonly user: unknown }>;
  readonly company: Extract<Condition, { readonly company: unknown }>;
  readonly event: Extract<Condition, { readonly event: unknown }>;
  readonly skill: Extract<Condition, { readonly skill: unknown }>;
  readonly tour: Extract<Condition, { readonly tour: unknown }>;
  readonly page: Extract<Condition, { readonly page: unknown }>;
  readonly element: Extract<Condition, { readonly element: unknown }>;
  readonly device: Extract<Condition, { readonly device: unknown }>;
  readonly viewport: Extract<Condition, { readonly viewport: unknown }>;
  readonly locale: Extract<Condition, { readonly locale: unknown }>;
  readonly browser: Extract<Condition, { readonly browser: unknown }>;
  readonly time: Extract<Condition, { readonly time: unknown }>;
  readonly sessions: Extract<Condition, { readonly sessions: unknown }>;
  readonly secondsOnPage: Extract<Condition, { readonly secondsOnPage: unknown }>;
  readonly segment: Extract<Condition, { readonly segment: unknown }>;
  readonly sample: Extract<Condition, { readonly sample: unknown }>;
}
export type FormName = keyof Forms;
/** A condition together with the name of its form; what has none of the forms, or several, is only shown. */
export type Formed =
  | { readonly [Name in FormName]: { readonly form: Name; readonly condition: Forms[Name] } }[FormName]
  | { readonly form: 'unknown'; readonly condition: unknown };

const NAMES: readonly FormName[] = [
  'all',
  'any',
  'not',
  'user',
  'company',
  'event',
  'skill',
  'tour',
  'page',
  'element',
  'device',
  'viewport',
  'locale',
  'browser',
  'time',
  'sessions',
  'secondsOnPage',
  'segment',
  'sample',
];

/** Tells a condition's form, also of drafts that a strict parse would refuse. */
export const formed = (condition: unknown): Formed => {
  const unknown = { form: 'unknown', condition } as const;
  if (typeof condition !== 'object' || condition === null) return unknown;
  const names = NAMES.filter((name) => Object.hasOwn(condition, name));
  const [form] = names;
  if (form === undefined || names.length > 1) return unknown;
  return holds(form, condition as Readonly<Record<string, unknown>>) ? ({ form, condition } as Formed) : unknown;
};

/** Whether what is in it has at least the outline that is needed to show it. */
const holds = (form: FormName, condition: Readonly<Record<string, unknown>>): boolean => {
  const value = condition[form];
  switch (form) {
    case 'all':
    case 'any':
    case 'locale':
    case 'browser':
      return Array.isArray(value);
    case 'not':
      return true;
    case 'page':
      return typeof value === 'string' || isObject(value);
    case 'device':
      return typeof value === 'string' || Array.isArray(value);
    case 'element':
      return isObject(value) && ['is', 'text', 'value'].some((key) => Object.hasOwn(condition, key));
    case 'viewport':
    case 'time':
    case 'sessions':
      return isObject(value);
    case 'secondsOnPage':
    case 'sample':
      return typeof value === 'number';
    default:
      return typeof value === 'string';
  }
};

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a group holds: its way of joining and its parts. Undefined of a leaf. */
export const partsOf = (
  condition: unknown,
): { readonly join: 'all' | 'any'; readonly parts: readonly Condition[] } | undefined => {
  const it = formed(condition);
  if (it.form === 'all') return { join: 'all', parts: it.condition.all };
  if (it.form === 'any') return { join: 'any', parts: it.condition.any };
  return undefined;
};
