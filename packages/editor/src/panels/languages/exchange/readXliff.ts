import type { Inline, Mark } from '@shirube/schema/richText';
import type { Tour } from '@shirube/schema/tour';
import { type Code, codeKey, numberCodes } from './codes.ts';
import type { FileProblem, FileTexts } from './csvFile.ts';
import { canonicalLocale } from './locales.ts';
import { toMarkup } from './markup.ts';
import type { IncomingText } from './plan.ts';
import { readText } from './readText.ts';
import { listUnits, type TextUnit } from './units.ts';
import { XLIFF } from './writeXliff.ts';
import { parseXml, type XmlElement } from './xml.ts';

/** Texts of an XLIFF 2.0 or 2.1 file. Tools may have split a unit into segments, and may write `sc` and `ec` for `pc`. */
export const readXliff = (xml: string, tour: Tour): FileTexts => {
  const refuse = (code: FileProblem['code'], detail = ''): FileTexts => ({ ok: false, problem: { code, detail } });
  const parsed = parseXml(xml);
  if (!parsed.ok) return refuse(parsed.code, parsed.detail);
  const { name, namespace, attributes } = parsed.root;
  if (name !== 'xliff' || namespace !== XLIFF || !['2.0', '2.1'].includes(attributes.version ?? ''))
    return refuse('not_xliff', attributes.version);
  if (canonicalLocale(attributes.srcLang ?? '') !== canonicalLocale(tour.defaultLocale))
    return refuse('other_source', attributes.srcLang);
  const canonical = canonicalLocale(attributes.trgLang ?? '');
  const locale = tour.locales?.find((it) => canonicalLocale(it) === canonical) ?? canonical;
  if (locale === undefined || locale === tour.defaultLocale) return refuse('bad_language', attributes.trgLang);
  const files = elementsIn(parsed.root, 'file');
  const file = files.find((it) => it.attributes.id === tour.id);
  if (!file) return refuse('other_tour', files[0]?.attributes.id);
  const units = new Map(listUnits(tour).map((unit) => [unit.id, unit]));
  return { ok: true, texts: unitsIn(file).flatMap((element) => readUnit(element, tour, locale, units)) };
};

const elementsIn = (parent: XmlElement, name: string): readonly XmlElement[] =>
  parent.children.filter(
    (it): it is XmlElement => typeof it !== 'string' && it.namespace === XLIFF && it.name === name,
  );
const unitsIn = (parent: XmlElement): readonly XmlElement[] =>
  parent.children.flatMap((it) => {
    if (typeof it === 'string' || it.namespace !== XLIFF) return [];
    if (it.name === 'unit') return [it];
    return it.name === 'group' ? unitsIn(it) : [];
  });

const readUnit = (
  element: XmlElement,
  tour: Tour,
  locale: string,
  units: ReadonlyMap<string, TextUnit>,
): readonly IncomingText[] => {
  const id = element.attributes.id ?? '';
  if (element.attributes.translate === 'no') return [];
  const unit = units.get(id);
  const [source, target] = sidesOf(element);
  if (target === undefined) return [];
  const codes = unit?.rich
    ? numberCodes(readText(tour, unit, tour.defaultLocale), readText(tour, unit, locale)).byId
    : new Map<string, Code>();
  const data = new Map(
    elementsIn(element, 'originalData')
      .flatMap((it) => elementsIn(it, 'data'))
      .map((it) => [it.attributes.id ?? '', plainText(it.children)]),
  );
  const [from, to] = [source, target].map((children) => readInlines(children, codes, data));
  const say = (read: ReturnType<typeof readInlines> | undefined): string =>
    unit?.rich === false ? (read?.plain ?? '') : toMarkup(read?.inlines);
  return [{ id, locale, source: say(from), target: say(to), broken: to?.broken ?? [], at: id }];
};

type Children = XmlElement['children'];

/** What all segments together say. The target is undefined where a segment with words has none: half a text is no translation. */
const sidesOf = (unit: XmlElement): readonly [Children, Children | undefined] => {
  const parts = unit.children.filter(
    (it): it is XmlElement => typeof it !== 'string' && (it.name === 'segment' || it.name === 'ignorable'),
  );
  const side = (part: XmlElement, name: string): XmlElement | undefined => elementsIn(part, name)[0];
  const source = parts.flatMap((part) => side(part, 'source')?.children ?? []);
  const untranslated = parts.some((part) => part.name === 'segment' && !side(part, 'target'));
  const targets = parts.map((part, i) => {
    const target = side(part, 'target');
    return {
      order: Number(target?.attributes.order ?? i + 1),
      children: target?.children ?? side(part, 'source')?.children ?? [],
    };
  });
  const target = targets.sort((a, b) => a.order - b.order).flatMap(({ children }) => children);
  return [source, untranslated ? undefined : target];
};

const character = (element: XmlElement): string => {
  const code = Number.parseInt(element.attributes.hex ?? '', 16);
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
};
const plainText = (children: Children): string =>
  children
    .map((it) => (typeof it === 'string' ? it : it.name === 'cp' ? character(it) : plainText(it.children)))
    .join('');

/** Elements that hold text and mean nothing to us: comments and terms that a translator has marked. */
const TRANSPARENT = ['mrk'];
const IGNORED = ['sm', 'em'];

const readInlines = (
  children: Children,
  codes: ReadonlyMap<string, Code>,
  data: ReadonlyMap<string, string>,
): { readonly inlines: readonly Inline[]; readonly plain: string; readonly broken: readonly string[] } => {
  const inlines: Inline[] = [];
  const broken: string[] = [];
  let plain = '';
  let spanning: { readonly id: string; readonly mark: Mark }[] = [];

  const codeOf = ({ name, attributes }: XmlElement): Code | undefined => {
    const known = codes.get(attributes.id ?? '');
    const written = data.get(attributes.dataRef ?? attributes.dataRefStart ?? '');
    if (!known) return addedCode(attributes.subType);
    if ((known.is === 'mark') !== (name !== 'ph')) return undefined;
    return written === undefined || written === codeKey(known) ? known : undefined;
  };
  const say = (text: string, marks: readonly Mark[]): void => {
    plain += text;
    inlines.push({ type: 'text', text, marks: [...marks, ...spanning.map(({ mark }) => mark)] });
  };
  const walk = (nodes: Children, marks: readonly Mark[]): void => {
    for (const it of nodes) {
      if (typeof it === 'string') say(it, marks);
      else if (it.namespace !== XLIFF) broken.push(`<${it.name}>`);
      else if (it.name === 'cp') say(character(it), marks);
      else if (it.name === 'ec') spanning = spanning.filter(({ id }) => id !== it.attributes.startRef);
      else if (TRANSPARENT.includes(it.name)) walk(it.children, marks);
      else if (!IGNORED.includes(it.name)) place(it, marks);
    }
  };
  const place = (element: XmlElement, marks: readonly Mark[]): void => {
    const code = ['pc', 'sc', 'ph'].includes(element.name) ? codeOf(element) : undefined;
    if (!code) {
      broken.push(`<${element.name}${element.attributes.id ? ` id="${element.attributes.id}"` : ''}>`);
      walk(element.children, marks);
    } else if (code.is === 'break') inlines.push({ type: 'hardBreak' });
    else if (code.is === 'variable') {
      const { attribute, fallback } = code;
      const around = [...marks, ...spanning.map(({ mark }) => mark)];
      inlines.push({ type: 'variable', attrs: { attribute, fallback }, marks: around });
    } else if (element.name === 'sc') spanning.push({ id: element.attributes.id ?? '', mark: code.mark });
    else walk(element.children, [...marks, code.mark]);
  };
  walk(children, []);
  return { inlines, plain, broken };
};

/** Codes that a translator may add by hand: they carry nothing. */
const addedCode = (subType: string | undefined): Code | undefined => {
  if (subType === 'xlf:lb') return { is: 'break' };
  if (subType === 'xlf:b') return { is: 'mark', mark: { type: 'bold' }, pieces: [] };
  if (subType === 'xlf:i') return { is: 'mark', mark: { type: 'italic' }, pieces: [] };
  return undefined;
};
