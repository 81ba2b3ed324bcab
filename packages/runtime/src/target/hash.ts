import { wordsOf } from './words.ts';

/** Three characters for a label: enough to tell that a page had it, too little to read it. */
export const hashOf = (label: string): string => {
  let hash = 7;
  for (const word of wordsOf(label).words)
    for (const char of word) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0;
  return (hash % 46656).toString(36).padStart(3, '0');
};
