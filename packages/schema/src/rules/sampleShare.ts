/**
 * A stable number in [0, 1) for a text, evenly spread: FNV-1a (isthe.com/chongo/tech/comp/fnv) over UTF-16 code units, then the
 * first half of the finalizer of MurmurHash3 (github.com/aappleby/smhasher), because FNV alone mixes the last characters badly.
 */
export const sampleShare = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
};
