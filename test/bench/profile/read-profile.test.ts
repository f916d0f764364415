import { expect, it } from 'vitest';
import { type CpuProfile, readShares } from './read-profile.ts';

const root = new URL('../../../', import.meta.url).href;
const frame = (id: number, functionName: string, url: string) => ({
  id,
  callFrame: { functionName, url, lineNumber: 9 },
});

const PROFILE: CpuProfile = {
  nodes: [
    frame(1, 'start', `${root}gateway/start.ts`),
    frame(2, 'project', `${root}gateway/executor/projection.ts`),
    frame(3, 'query', 'file:///x/node_modules/.pnpm/pg@8/node_modules/pg/lib/client.js'),
    frame(4, '(idle)', ''),
    frame(5, '(garbage collector)', ''),
  ],
  startTime: 1_000_000,
  endTime: 1_010_000,
  samples: [1, 2, 3, 4, 2, 5],
  timeDeltas: [4000, 2000, 1000, 1000, 1000, 1000],
};

it('shares out the self time of the last milliseconds, idle time and what came before left out', () => {
  const { functions, packages } = readShares(PROFILE, 5);
  expect(functions).toEqual([
    { name: 'project gateway/executor/projection.ts:10', share: 0.6 },
    { name: 'query pg/lib/client.js:10', share: 0.2 },
    { name: '(garbage collector)', share: 0.2 },
  ]);
  expect(packages.map(({ name }) => name)).toEqual(['gateway', 'pg', '(garbage collector)']);
});
