import { fileURLToPath } from 'node:url';
import node from '@astrojs/node';
import { defineConfig } from 'astro/config';

/** Drops the .woff twin of each .woff2: every browser that we support reads woff2, and the twin doubles the build. */
const woff2Only = {
  postcssPlugin: 'woff2-only',
  Declaration: {
    src(declaration) {
      declaration.value = declaration.value.replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/, '');
    },
  },
};

export default defineConfig({
  output: 'server',
  // Buffered answers: an error in the middle of a page becomes the 500 page, not half a page.
  adapter: node({ mode: 'middleware', experimentalDisableStreaming: true, bodySizeLimit: 30 * 1024 * 1024 }),
  // Astro compares Origin with a URL that it always builds as http://, so it refuses every form behind TLS;
  // src/middleware.ts makes the same check by Sec-Fetch-Site and host. serve.ts sets the content security policy.
  security: { checkOrigin: false },
  trailingSlash: 'ignore',
  // The policy allows no inline script or style at all.
  build: { inlineStylesheets: 'never', assets: 'assets' },
  compressHTML: true,
  devToolbar: { enabled: false },
  server: { host: '127.0.0.1' },
  image: { service: { entrypoint: 'astro/assets/services/noop' } },
  markdown: { syntaxHighlight: false },
  vite: {
    css: { postcss: { plugins: [woff2Only] } },
    build: { assetsInlineLimit: 0 },
    server: { fs: { allow: [fileURLToPath(new URL('..', import.meta.url))] } },
  },
});
