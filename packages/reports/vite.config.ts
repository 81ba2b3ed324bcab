import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { svgDrawings } from './build/svgDrawings.ts';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [svgDrawings()],
  // Lit's smaller build, also when a test run (NODE_ENV=test) makes this one.
  resolve: { conditions: ['module', 'browser', 'production'] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['chrome123', 'firefox120', 'safari17.5'],
    // A data: address would need a wider Content-Security-Policy than 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Observable Plot is one lazy chunk of its own; the warning would be about that known weight.
    chunkSizeWarningLimit: 400,
  },
});
