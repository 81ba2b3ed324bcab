import { defineConfig, type Plugin } from 'vite';

/**
 * The font package lists a woff file beside each woff2 one. Every browser that runs the demo reads woff2, so the
 * second list would only double the folder.
 */
const woff2Only: Plugin = {
  name: 'hinode-woff2-only',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('@fontsource') || !id.endsWith('.css')) return null;
    return code.replace(/, url\([^)]+\.woff\) format\('woff'\)/g, '');
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [woff2Only],
  // Lit's build for customers, also when a test run (NODE_ENV=test) makes this one.
  resolve: { conditions: ['module', 'browser', 'production'] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // Fonts and icons stay files: the page's policy allows no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
