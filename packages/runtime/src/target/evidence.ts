import type { Fingerprint } from '@shirube/schema/tour';
import { TEST_IDS } from './answer.ts';
import { hashOf } from './hash.ts';
import { neighboursAlike, partsOf, pathAlike, pictureOf, samePlaces, tagsAlike } from './likeness.ts';
import { kindOf } from './role.ts';
import type { EvidenceName } from './scores.ts';
import { alike, type Common, dice, wordsOf } from './words.ts';

/** How much of each kind of evidence there is, 0 to 1. `scores.ts` says what it is worth. */
export type Evidence = Readonly<Record<EvidenceName, number>>;

const LABELS = ['aria-label', 'title', 'placeholder', 'alt'];
const CONTAINER = /^(box|area|collection)$/;
/** What people fill in, or choose by. */
const FIELD = /^(enter|choose)$/;
const LANDMARK = /^(main|navigation|banner|contentinfo|complementary|search|dialog)$/;
/** Below this a label says something else, and a heading is about something else. */
const DIFFERENT = 0.34;

/** Everything that it is called: a label may move from the text into an attribute. What a container holds is not its name. */
export const labelsOf = (it: Fingerprint): string[] => {
  const said = CONTAINER.test(kindOf(it)) ? [] : [it.name, (it.text?.length ?? 99) <= 60 ? it.text : undefined];
  return [...new Set([...said, ...LABELS.map((name) => it.attributes?.[name])])].filter((label) => label !== undefined);
};

/** Compares what is wanted with a candidate. Pure. `common`: how many candidates say each word. */
export const evidence = (wanted: Fingerprint, found: Fingerprint, common: Common): Evidence => ({
  ...words(wanted, found, common),
  ...attributes(wanted, found),
  ...place(wanted, found),
});

const words = (wanted: Fingerprint, found: Fingerprint, common: Common) => {
  const [mine, theirs] = [labelsOf(wanted), labelsOf(found)];
  const kind = kindOf(wanted);
  const label = closest(mine, theirs, common);
  const both = mine.length > 0 && theirs.length > 0;
  const texts = wanted.text !== undefined && found.text !== undefined;
  const text = texts ? dice(wordsOf(wanted.text).words, wordsOf(found.text).words) : 0;
  const numbers = [wanted, found].map((it) => wordsOf(it.name ?? it.text ?? '').numbers);
  const heading = compare(wanted.heading, found.heading);
  const before = compare(wanted.before, found.before);
  const after = compare(wanted.after, found.after);
  const siblings =
    wanted.siblings?.length && found.siblings?.length ? neighboursAlike(wanted.siblings, found.siblings) : undefined;
  const around = [heading, before, after, siblings].filter((it) => it !== undefined);
  const context = around.length ? around.reduce((sum, it) => sum + it, 0) / around.length : 0;
  const neighbours = [...(wanted.siblings ?? []), wanted.before, wanted.after].filter((it) => it !== undefined);
  const rival = both ? closest(neighbours, theirs, common) - label : 0;
  const said = found.name ?? found.text;
  const differs = both && label < DIFFERENT;
  const length = (it: Fingerprint): number => 10 + (it.text?.length ?? 0);
  return {
    label: both ? label : 0,
    labelDiffers: when(differs),
    labelLost: when(mine.length > 0 && !theirs.length),
    labelNew: when(!mine.length && theirs.length > 0),
    noLabels: when(!mine.length && !theirs.length),
    text,
    textDiffers: when(texts && text < 0.2),
    numbersDiffer: when(numbers.every((it) => it.size) && dice(numbers[0] ?? NONE, numbers[1] ?? NONE) < 0.5),
    titleDiffers: when(both && label < 0.3 && /^(heading|text|label)$/.test(kind)),
    neighbour: rival > 0.2 ? rival : 0,
    other: when(label < 0.9 && said !== undefined && wanted.others?.split(' ').includes(hashOf(said)) === true),
    heading: heading ?? 0,
    headingDiffers: when(heading !== undefined && heading < 0.3),
    after: after ?? 0,
    beside: Math.min(before ?? 0, after ?? 0),
    siblings: siblings ?? 0,
    context,
    contextDiffers: when(around.length > 1 && context < 0.15),
    nothingSaid: when((both || around.length > 0) && Math.max(both ? label : 0, ...around) < 0.3),
    renamed: differs ? context : 0,
    extent: when(CONTAINER.test(kind) && Math.abs(Math.log(length(wanted) / length(found))) > 1.1),
  };
};

const attributes = (wanted: Fingerprint, found: Fingerprint) => {
  const [a, b] = [wanted.attributes ?? {}, found.attributes ?? {}];
  const same = (name: string): number => when(a[name] !== undefined && a[name] === b[name]);
  const differs = (name: string): number => when(a[name] !== undefined && b[name] !== undefined && a[name] !== b[name]);
  const [href, other] = [hrefOf(a.href), hrefOf(b.href)];
  const [mine, theirs] = [classesOf(a.class), classesOf(b.class)];
  const classes = dice(mine, theirs);
  const testId = TEST_IDS.find((name) => a[name] !== undefined);
  return {
    testId: testId ? same(testId) : 0,
    id: same('id'),
    idDiffers: differs('id'),
    nameAttribute: same('name'),
    placeholder: same('placeholder'),
    type: same('type'),
    typeDiffers: differs('type'),
    href: when(href !== undefined && href === other),
    hrefEnd: when(href !== undefined && other !== undefined && endOf(href) === endOf(other)),
    classes,
    classesDiffer: when(mine.size > 0 && theirs.size > 0 && !classes),
  };
};

const place = (wanted: Fingerprint, found: Fingerprint) => {
  const [kind, role] = [kindOf(wanted), wanted.role ?? ''];
  const [parts, theirs] = [partsOf(wanted.inside), partsOf(found.inside)];
  const [picture, other] = [pictureOf(wanted.inside), pictureOf(found.inside)];
  const [here, there] = [wanted.position, found.position];
  const container = CONTAINER.test(kind);
  const index = here !== undefined && here.index === there?.index;
  const [area, elsewhere] = [wanted, found].map(({ landmarks }) => landmarks?.find((it) => LANDMARK.test(it)));
  const inDialog = (it: Fingerprint): boolean => it.landmarks?.includes('dialog') === true;
  return {
    tag: when(wanted.tag === found.tag),
    role: when(wanted.role === found.role),
    kind: when(kind === kindOf(found)),
    area: when(kind === 'area' && role === found.role && LANDMARK.test(role)),
    inside: dice(parts, theirs),
    leaf: when(container && parts.size > 0 !== theirs.size > 0),
    icon: dice(picture, other),
    pictureDiffers: when(
      !container &&
        picture.size > 0 &&
        other.size > 0 &&
        !dice(picture, other) &&
        !labelsOf(wanted).some((it) => wordsOf(it).words.size),
    ),
    path: pathAlike(wanted.ancestors, found.ancestors),
    tags: tagsAlike(wanted.ancestors, found.ancestors),
    index: when(index),
    places: samePlaces(wanted.places, found.places),
    indexOf: when(index && here?.of === there?.of),
    landmarks: dice(new Set(wanted.landmarks), new Set(found.landmarks)),
    fieldDiffers: when(FIELD.test(kind) !== FIELD.test(kindOf(found))),
    areaDiffers: when(area !== undefined && elsewhere !== undefined && area !== elsewhere),
    dialog: when(inDialog(wanted) !== inDialog(found)),
  };
};

const NONE: ReadonlySet<string> = new Set();
const when = (it: boolean): number => (it ? 1 : 0);
const compare = (a: string | undefined, b: string | undefined): number | undefined =>
  a && b ? alike(a, b) : undefined;
const closest = (a: readonly string[], b: readonly string[], common: Common): number => {
  let most = 0;
  for (const one of a) for (const two of b) most = Math.max(most, alike(one, two, common));
  return most;
};
const classesOf = (value: string | undefined): Set<string> => new Set(value ? value.split(' ') : []);
/** An address that leads somewhere. */
const hrefOf = (href: string | undefined): string | undefined =>
  href && !/^(#!?|javascript:.*)$/.test(href) ? href : undefined;
const endOf = (href: string): string => (/([^/#?]+?)(\.\w+)?\/?([?#].*)?$/.exec(href)?.[1] ?? href).toLowerCase();
