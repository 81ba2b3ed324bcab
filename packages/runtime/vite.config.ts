import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    modulePreload: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: 'src/tag.ts',
      preserveEntrySignatures: false,
      output: {
        format: 'es',
        entryFileNames: 'shirube.js',
        chunkFileNames: 'assets/[name]-[hash].js',
      },
    },
  },
});
