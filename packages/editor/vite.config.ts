import { defineConfig } from 'vite';

/** `dist/editor.js`, which the loader imports from the server when someone asks to edit, and beside it, in `dist/editor/`, what it fetches when a panel is opened. */
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
      output: { format: 'es', entryFileNames: 'editor.js', chunkFileNames: 'editor/[name]-[hash].js' },
    },
  },
});
