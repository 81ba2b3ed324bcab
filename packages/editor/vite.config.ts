import { defineConfig } from 'vite';

/** One module, `dist/editor.js`, that the loader imports from the server when someone asks to edit. */
export default defineConfig({
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    lib: { entry: 'src/index.ts', formats: ['es'], fileName: () => 'editor.js' },
  },
});
