import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Sizes of what a browser downloads, in bytes. */
export interface Bytes {
  readonly minified: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** Each file is compressed by itself, as a server sends it: gzip level 9, brotli quality 11. */
export const measure = (files: readonly (string | Uint8Array)[]): Bytes =>
  files
    .map((file) => Buffer.from(file))
    .map((file) => ({
      minified: file.length,
      gzip: gzipSync(file, { level: 9 }).length,
      brotli: brotliCompressSync(file, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: file.length },
      }).length,
    }))
    .reduce(add, { minified: 0, gzip: 0, brotli: 0 });

const add = (a: Bytes, b: Bytes): Bytes => ({
  minified: a.minified + b.minified,
  gzip: a.gzip + b.gzip,
  brotli: a.brotli + b.brotli,
});
