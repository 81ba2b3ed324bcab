import { defineConfig, type Plugin } from 'vite';

/** Takes out of the elements' style sheet what only people read. Its text holds no string in which white space would count. */
const smallCss = (): Plugin => ({
  name: 'small-css',
  transform: (code, id) =>
    /elements.((more|surfaces).)?\w*styles\.ts$/i.test(id)
      ? code.replace(/`[^`]*`/g, (css) =>
          css
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,>]) ?/g, '$1')
            .replace(/: /g, ':')
            .replace(/;}/g, '}')
            .replace(/\[([a-z-]+~?)='([a-z]+)'\]/g, '[$1=$2]')
            .replace(/(?<=[ (:-])0\./g, '.'),
        )
      : undefined,
});

/** The bundler's helper walks what a page has put on `Object.prototype` too, and then no part of ours can be loaded. */
const ownKeys = (): Plugin => ({
  name: 'own-keys',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || !chunk.fileName.includes('rolldown-runtime')) continue;
      const code = chunk.code.replace(/for\((var|let|const) (\w+) in (\w+)\)/, 'for($1 $2 of Object.keys($3))');
      if (code === chunk.code) this.error('the helper looks different: does it still walk inherited keys?');
      chunk.code = code;
    }
  },
});

/**
 * dist/shirube.js is the script tag, whole in one file; dist/assets/* is what it fetches when something may show. Built as a library,
 * because an application build adds 600 bytes of preloading to the tag.
 */
export default defineConfig({
  plugins: [smallCss(), ownKeys()],
  // Whatever NODE_ENV a test runner sets: never Lit's development build.
  resolve: { conditions: ['production', 'browser', 'module'] },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    reportCompressedSize: false,
    lib: { entry: 'src/tag.ts', formats: ['es'] },
    rollupOptions: {
      // What several parts share stays in the tag when the tag needs it too.
      preserveEntrySignatures: 'allow-extension',
      // Lit's templates do nothing at import but count themselves.
      treeshake: { moduleSideEffects: (id) => !/node_modules.*lit/.test(id) },
      output: {
        minify: true,
        comments: false,
        entryFileNames: 'shirube.js',
        chunkFileNames: 'assets/[name]-[hash].js',
        codeSplitting: {
          includeDependenciesRecursively: false,
          // What `part` loads is in none of them: only so does its file have the names that its module has, for whoever asks for it anew.
          groups: [
            // All that a page loads where the rules say no. Every later part has it: one file, fewer requests, better compressed.
            {
              name: 'decide',
              test: /rules.|src.(decide|candidates|choose|facts|savedRun|triggers)\.|busy|lib.part/,
            },
            {
              name: 'guide',
              test: /src.(guide|launch|emitter|records|userState)\.|engine.(history|progress)|oneTab/,
            },
            {
              name: 'runtime',
              test: /lit-html|lit.html|src.(view(?!.(reach|more.|surfaces.))|elements(?!.(more|surfaces))|locale(?!.surfaces)|runtime|toView|stepView)|engine.(plan|transition|stepOrder)|(visibleClock|pickLocale|watch)\.ts/,
            },
          ],
        },
      },
    },
  },
});
