import type { Bundle } from '../bundle.ts';
import type { Problem } from '../problem.ts';
import { checkTour } from './checkTour.ts';
import { fields, isRecord, items, type Json, problem } from './problems.ts';

/** Leaves that one condition may amount to with its segments written out: segments that double each other grow without end. */
const MAX_LEAVES = 10_000;

/** A reference inside a condition, with its pointer. */
interface Found {
  readonly kind: 'segment' | 'skill';
  readonly id: unknown;
  readonly path: string;
}
const references = (value: unknown, path: string): readonly Found[] => {
  if (Array.isArray(value)) return value.flatMap((item, i) => references(item, `${path}/${i}`));
  if (!isRecord(value)) return [];
  const own = (['segment', 'skill'] as const).flatMap((kind) =>
    typeof value[kind] === 'string' ? [{ kind, id: value[kind], path: `${path}/${kind}` }] : [],
  );
  return [...own, ...['all', 'any', 'not'].flatMap((key) => references(value[key], `${path}/${key}`))];
};

/** Everywhere in a tour where a condition stands. */
const conditionsOf = (tour: Json, path: string): readonly Found[] => [
  ...references(tour.audience, `${path}/audience`),
  ...items(tour.steps).flatMap((step, i) => {
    const at = `${path}/steps/${i}`;
    return [
      ...references(fields(step).showIf, `${at}/showIf`),
      ...items(fields(step).next).flatMap((next, j) => references(fields(next).when, `${at}/next/${j}/when`)),
      ...items(fields(step).advance).flatMap((way, j) => references(fields(way).when, `${at}/advance/${j}/when`)),
    ];
  }),
];

const duplicates = (list: readonly unknown[], path: (i: number) => string): readonly Problem[] => {
  const seen = new Set<unknown>();
  return list.flatMap((id, i) => {
    if (typeof id !== 'string') return [];
    if (seen.has(id)) return [problem('duplicate_id', path(i), `There are two with the id ${JSON.stringify(id)}.`)];
    seen.add(id);
    return [];
  });
};

/** Segments that contain themselves, or that together amount to more leaves than can be asked in a moment. */
const checkSegments = (segments: readonly Json[]): readonly Problem[] => {
  const inside = new Map(
    segments.map(({ id, condition }) => [id, references(condition, '').filter(({ kind }) => kind === 'segment')]),
  );
  const leaves = new Map<unknown, number>();
  const open = new Set<unknown>();
  const circular = new Set<unknown>();
  const count = (id: unknown): number => {
    const known = leaves.get(id);
    if (known !== undefined) return known;
    if (open.has(id)) {
      circular.add(id);
      return 1;
    }
    open.add(id);
    const sum = (inside.get(id) ?? []).reduce((total, part) => total + count(part.id), 1);
    open.delete(id);
    leaves.set(id, sum);
    return sum;
  };
  return segments.flatMap(({ id }, i) => {
    const path = `/segments/${i}/condition`;
    const sum = count(id);
    if (circular.has(id))
      return [problem('circular_segment', path, `The segment ${JSON.stringify(id)} contains itself.`)];
    return sum > MAX_LEAVES
      ? [problem('too_large', path, `With the segments inside it, this asks more than ${MAX_LEAVES} things.`)]
      : [];
  });
};

/** What only the whole bundle can see; also each tour's own checks. Gets data of any shape. */
export const checkBundle = (bundle: Json): readonly Problem[] => {
  const [segments, skills, themes] = [bundle.segments, bundle.skills, bundle.themes].map((part) =>
    items(part).map(fields),
  ) as [Json[], Json[], Json[]];
  const tours = items(bundle.tours).map((live) => fields(fields(live).tour));
  return [
    ...tours.flatMap((tour, i) =>
      checkTour(tour).map((inner) => ({ ...inner, path: `/tours/${i}/tour${inner.path}` })),
    ),
    ...duplicates(
      tours.map(({ id }) => id),
      (i) => `/tours/${i}/tour/id`,
    ),
    ...duplicates(
      segments.map(({ id }) => id),
      (i) => `/segments/${i}/id`,
    ),
    ...duplicates(
      skills.map(({ id }) => id),
      (i) => `/skills/${i}/id`,
    ),
    ...duplicates(
      themes.map(({ id }) => id),
      (i) => `/themes/${i}/id`,
    ),
    ...checkSegments(segments),
  ];
};

/** A segment may not name itself; what other segments lead back to it only the bundle can see. */
export const checkSegment = ({ id, condition }: Json): readonly Problem[] =>
  references(condition, '/condition')
    .filter((found) => found.kind === 'segment' && found.id === id && id !== undefined)
    .map(({ path }) => problem('circular_segment', path, 'A segment cannot contain itself.'));

/** What a bundle refers to and does not have: such a leaf stays unknown, and its tour waits for ever. */
export const warnBundle = ({ tours, segments, skills }: Bundle): readonly Problem[] => {
  const known = {
    segment: new Set<unknown>(segments.map(({ id }) => id)),
    skill: new Set<unknown>(skills.map(({ id }) => id)),
  };
  return [
    ...tours.flatMap(({ tour }, i) => conditionsOf(fields(tour), `/tours/${i}/tour`)),
    ...segments.flatMap(({ condition }, i) => references(condition, `/segments/${i}/condition`)),
  ]
    .filter(({ kind, id }) => !known[kind].has(id))
    .map(({ kind, id, path }) =>
      problem('unknown_reference', path, `The bundle has no ${kind} ${JSON.stringify(id)}.`),
    );
};
