import { defineConfig } from 'vitest/config';

// Files run on Node's own module loader: vitest's runner would load graphql a second time ("another realm").
export default defineConfig({
  test: { experimental: { viteModuleRunner: false } },
});
