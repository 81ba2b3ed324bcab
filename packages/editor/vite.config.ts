import { defineConfig } from 'vite';

/** One module, `dist/editor.js`, that the loader imports from the server when someone asks to edit. */
export default defineConfig({
  base: './',
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    modulePreload: false,
    rolldownOptions: {
      input: 'src/main.ts',
      // A page without the script tag calls `openEditor` itself.
      preserveEntrySignatures: 'strict',
      output: { format: 'es', entryFileNames: 'editor.js', codeSplitting: false },
    },
  },
});
