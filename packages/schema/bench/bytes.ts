import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';

/** The minified code of one small module that imports from this folder, as a browser would load it. */
export const minified = async (code: string): Promise<string> => {
  const id = `${import.meta.dirname}/entry.ts`;
  const result = await build({
    logLevel: 'silent',
    configFile: false,
    build: {
      write: false,
      minify: true,
      modulePreload: false,
      target: 'es2023',
      rolldownOptions: { input: id, preserveEntrySignatures: 'strict' },
    },
    plugins: [
      {
        name: 'entry',
        enforce: 'pre',
        resolveId: (source) => (source === id ? id : null),
        load: (source) => (source === id ? code : null),
      },
    ],
  });
  const [output] = [result].flat();
  if (!output || !('output' in output)) throw new Error('nothing was built');
  return output.output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('');
};

/** Its size in bytes under brotli at the highest quality. */
export const brotliBytes = async (code: string): Promise<number> =>
  brotliCompressSync(await minified(code), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
