import { resolve } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';

// The workers load what was compiled before.
process.env.NODE_COMPILE_CACHE ??= resolve(import.meta.dirname, 'node_modules/.cache/compile');

const ALONE = ['alert-storm', 'cluster'].map((name) => `test/faults/${name}.test.ts`);

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
          // A process runs many files: it loads the program once and lends them the same databases in turn.
          isolate: false,
          setupFiles: ['test/harness/real-time.ts'],
          // Many act on a database; how fast the machine is decides nothing.
          testTimeout: 30_000,
          hookTimeout: 60_000,
          exclude: [...configDefaults.exclude, ...ON_SERVERS.map((name) => `test/${name}/**`)],
        },
      },
      onServers('contract'),
      onServers('journeys', { globalSetup: [...test.globalSetup, 'test/journeys/global-setup.ts'] }),
      onServers('faults', { exclude: [...configDefaults.exclude, ...ALONE] }),
      // One file at a time, after the others: what they measure or break off is the machine's whole strength.
      onServers('faults-alone', {
        include: ALONE,
        fileParallelism: false,
        sequence: { groupOrder: 1 },
      }),
      onServers('browser'),
    ],
  },
});
