import { defineConfig, type Plugin } from 'vite';

/** Takes out of the elements' style sheet what only people read. Its text holds no string in which white space would count. */
const smallCss = (): Plugin => ({
  name: 'small-css',
  transform: (code, id) =>
    /elements.styles\.ts$/.test(id)
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

/**
 * dist/shirube.js is the script tag, whole in one file; dist/assets/* is what it fetches when something may show. Built as a library,
 * because an application build adds 600 bytes of preloading to the tag.
 */
export default defineConfig({
  plugins: [smallCss()],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    reportCompressedSize: false,
    lib: { entry: 'src/tag.ts', formats: ['es'] },
    rollupOptions: {
      // What several parts share stays in the tag when the tag needs it too.
      preserveEntrySignatures: 'allow-extension',
      output: {
        minify: true,
        comments: false,
        entryFileNames: 'shirube.js',
        chunkFileNames: 'assets/[name]-[hash].js',
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            // Rules are first asked by the guide, and every later part has it: one file, fewer requests, better compressed.
            {
              name: 'guide',
              test: /rules.(?!evaluate)|src.(guide|candidates|choose|emitter|facts|records|savedRun|triggers|userState)\.|engine.(history|progress)|busy/,
            },
            {
              name: 'runtime',
              test: /src.(view|elements|locale|runtime|toView)|engine.(plan|transition|stepOrder)|(oneTab|visibleClock|pickLocale|watch)\.ts/,
            },
          ],
        },
      },
    },
  },
});
