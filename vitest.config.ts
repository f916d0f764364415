import { configDefaults, defineConfig } from 'vitest/config';

const ON_SERVERS = ['contract', 'journeys', 'faults', 'browser'];

// Files run on Node's own module loader: vitest's runner would load graphql a second time ("another realm").
const test = {
  experimental: { viteModuleRunner: false },
  globalSetup: ['test/harness/prepared-database.ts'],
};

/** Tests against real servers. */
const onServers = (name: string, more: object = {}) => ({
  test: {
    ...test,
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    ...more,
  },
});

export default defineConfig({
  test: {
    experimental: test.experimental,
    // All cores: most tests wait for servers of theirs rather than compute.
    maxWorkers: '100%',
    reporters: process.env.CI
      ? ['default', ['json', { outputFile: 'test/output/results.json' }]]
      : ['default'],
    projects: [
      {
        test: {
          ...test,
          name: 'unit',
          // Many act on a database; how fast the machine is decides nothing.
          testTimeout: 30_000,
          hookTimeout: 60_000,
          exclude: [...configDefaults.exclude, ...ON_SERVERS.map((name) => `test/${name}/**`)],
        },
      },
      onServers('contract'),
      onServers('journeys', { globalSetup: [...test.globalSetup, 'test/journeys/global-setup.ts'] }),
      // One file at a time, after the others: each of them wears the machine out by itself.
      onServers('faults', { fileParallelism: false, sequence: { groupOrder: 1 } }),
      onServers('browser'),
    ],
  },
});
