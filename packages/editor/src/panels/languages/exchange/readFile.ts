import type { Tour } from '@shirube/schema/tour';
import { type FileTexts, readCsvFile } from './csvFile.ts';
import { readXliff } from './readXliff.ts';

/** Bytes. A hundred steps in thirty languages are well below. */
export const MAX_FILE_BYTES = 5_000_000;

/** Texts of a file of either kind, told by what is in it. Never throws; a file that says nothing to us is a problem. */
export const readFile = (bytes: Uint8Array, tour: Tour): FileTexts => {
  if (bytes.byteLength > MAX_FILE_BYTES) return { ok: false, problem: { code: 'too_large', detail: '' } };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, problem: { code: 'not_utf8', detail: '' } };
  }
  return text.trimStart().startsWith('<') ? readXliff(text, tour) : readCsvFile(text, tour);
};
