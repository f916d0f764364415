import { configDefaults, defineConfig } from 'vitest/config';

const SERIAL = ['contract', 'journeys', 'faults', 'browser'];

// Files run on Node's own module loader: vitest's runner would load graphql a second time ("another realm").
const test = {
  experimental: { viteModuleRunner: false },
  globalSetup: ['test/harness/prepared-database.ts'],
};

/** Tests against real servers: one file at a time, so that each has the machine to itself. */
const serial = (name: string, more: object = {}) => ({
  test: {
    ...test,
    name,
    include: [`test/${name}/**/*.test.ts`],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    ...more,
  },
});

export default defineConfig({
  test: {
    experimental: test.experimental,
    reporters: process.env.CI
      ? ['default', ['json', { outputFile: 'test/output/results.json' }]]
      : ['default'],
    projects: [
      {
        test: {
          ...test,
          name: 'unit',
          exclude: [...configDefaults.exclude, ...SERIAL.map((name) => `test/${name}/**`)],
        },
      },
      serial('contract'),
      serial('journeys', { globalSetup: [...test.globalSetup, 'test/journeys/global-setup.ts'] }),
      serial('faults'),
      serial('browser'),
    ],
  },
});
