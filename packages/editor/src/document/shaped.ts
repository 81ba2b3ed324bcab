import type { Step, Tour } from '@shirube/schema/tour';
import { idFrom, setField } from './steps.ts';

type Loose = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isObjects = (value: unknown): boolean => Array.isArray(value) && value.every(isObject);
const isTarget = (value: unknown): boolean =>
  isObject(value) && Array.isArray(value.selectors) && value.selectors.every(isText);
const isContent = (value: unknown): boolean => isObject(value) && Object.values(value).every(isObject);

/** What a step's fields must be, so that everything that shows a step can. */
const FIELDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  target: isTarget,
  content: isContent,
  placement: isText,
  position: isText,
  advance: isObjects,
  buttons: isObjects,
  next: isObjects,
  beacon: isObject,
  spotlight: isObject,
  showIf: isObject,
};

const repaired = new WeakSet<object>();
/** Whether something was left out of the document that this tour was made of. */
export const isRepaired = (tour: Tour): boolean => repaired.has(tour);

/**
 * A document of any shape as one that the editor can show: what is of a wrong kind is left out, and of two steps with one id the second gets
 * another. The server keeps whatever a program sends it as a draft. What is of the right kind keeps its identity, and with it its bytes.
 */
export const shaped = (document: unknown): Tour => {
  const tour = isObject(document) ? document : {};
  let next: Loose = tour;
  for (const key of ['name', 'defaultLocale', 'description'])
    if (key in tour && !isText(tour[key])) next = setField(next, key, undefined);
  const { locales } = tour;
  if (locales !== undefined && !(Array.isArray(locales) && locales.every(isText)))
    next = setField(next, 'locales', undefined);
  const steps = shapedSteps(tour.steps);
  if (steps !== tour.steps) next = setField(next, 'steps', steps);
  if (next !== document) repaired.add(next);
  return next as unknown as Tour;
};

const shapedSteps = (steps: unknown): unknown => {
  if (!Array.isArray(steps)) return steps === undefined ? steps : [];
  const ids: string[] = [];
  const right = steps.filter(isObject).map((step) => {
    let next: Loose = step;
    for (const [key, fits] of Object.entries(FIELDS))
      if (Object.hasOwn(step, key) && !fits(step[key])) next = setField(next, key, undefined);
    if (!isText(step.id) || ids.includes(step.id)) next = { ...next, id: idFrom(String(step.id ?? ''), ids) };
    ids.push(String(next.id));
    return next as unknown as Step;
  });
  return right.length === steps.length && right.every((step, at) => step === steps[at]) ? steps : right;
};
