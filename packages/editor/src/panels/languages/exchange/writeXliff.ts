import type { Tour } from '@shirube/schema/tour';
import { type Code, type Codes, codeKey, numberCodes } from './codes.ts';
import type { Piece } from './inlines.ts';
import { readText, standing } from './readText.ts';
import { listUnits, type TextUnit } from './units.ts';
import { xmlAttribute, xmlText } from './xml.ts';

export const XLIFF = 'urn:oasis:names:tc:xliff:document:2.0';

const cp = (hex: string): string => `<cp hex="${hex}"/>`;
const text = (value: string): string => xmlText(value, cp);

/** The tour's texts for one language, as XLIFF 2.0 core. `where` says to a translator where a text stands. */
export const writeXliff = (tour: Tour, locale: string, where: (unit: TextUnit) => string): string => {
  const units = listUnits(tour);
  const groups = (tour.steps ?? []).flatMap((step) => {
    const own = units.filter(({ stepId }) => stepId === step.id);
    return own.length === 0
      ? []
      : [
          `    <group id="${xmlAttribute(step.id)}">\n${own.map((unit) => writeUnit(tour, unit, locale, where(unit))).join('')}    </group>\n`,
        ];
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<xliff xmlns="${XLIFF}" version="2.0" srcLang="${xmlAttribute(tour.defaultLocale)}" trgLang="${xmlAttribute(locale)}">\n`,
    `  <file id="${xmlAttribute(tour.id)}" original="${xmlAttribute(`${tour.id}.json`)}">\n`,
    `    <notes><note category="tour">${xmlText(tour.name ?? '', () => '')}</note></notes>\n`,
    ...groups,
    '  </file>\n</xliff>\n',
  ].join('');
};

const writeUnit = (tour: Tour, unit: TextUnit, locale: string, where: string): string => {
  const [source, target] = [readText(tour, unit, tour.defaultLocale), readText(tour, unit, locale)];
  const codes = unit.rich ? numberCodes(source, target) : undefined;
  const own = standing(tour, unit, locale) === 'own' ? ' translate="no"' : '';
  const state = target === '' ? 'initial' : 'translated';
  const data = codes ? originalData(codes) : '';
  const line = (markup: string, pieces: readonly Piece[] | undefined): string =>
    codes && pieces ? write(pieces, codes) : text(markup);
  return [
    `      <unit id="${xmlAttribute(unit.id)}"${own} canResegment="no" xml:space="preserve">\n`,
    `        <notes><note category="where">${xmlText(where, () => '')}</note></notes>\n`,
    data === '' ? '' : `        <originalData>${data}</originalData>\n`,
    `        <segment state="${state}">\n`,
    `          <source>${line(source, codes?.source)}</source>\n`,
    target === '' ? '' : `          <target>${line(target, codes?.target)}</target>\n`,
    '        </segment>\n      </unit>\n',
  ].join('');
};

/** What must not be lost on the way is also written out: the variable, the address. */
const hasData = (code: Code): boolean => code.is === 'variable' || (code.is === 'mark' && code.mark.type === 'link');
const originalData = ({ byId }: Codes): string =>
  [...byId]
    .flatMap(([id, code]) => (hasData(code) ? [`<data id="d${id}">${text(codeKey(code))}</data>`] : []))
    .join('');

const write = (pieces: readonly Piece[], codes: Codes): string =>
  pieces.map((piece) => writePiece(piece, codes)).join('');
const writePiece = (piece: Piece, codes: Codes): string => {
  const id = codes.idOf.get(piece) ?? '';
  switch (piece.is) {
    case 'text':
      return text(piece.text);
    case 'break':
      return `<ph id="${id}" type="fmt" subType="xlf:lb" equiv=" "/>`;
    case 'variable':
      return `<ph id="${id}" type="ui" subType="xlf:var" disp="${xmlAttribute(`{${piece.attribute}}`)}" equiv="${xmlAttribute(piece.fallback)}" canDelete="no" dataRef="d${id}"/>`;
    case 'mark':
      return `<pc id="${id}" ${MARKS[piece.mark.type]}${piece.mark.type === 'link' ? ` dataRefStart="d${id}"` : ''}>${write(piece.pieces, codes)}</pc>`;
  }
};
const MARKS = {
  bold: 'type="fmt" subType="xlf:b"',
  italic: 'type="fmt" subType="xlf:i"',
  code: 'type="fmt" subType="shirube:code"',
  link: 'type="link"',
} as const;
