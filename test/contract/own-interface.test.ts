import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { LARGEST_DOCUMENT } from '@zgt/apps/conformance/check.ts';
import { checkConformance } from '@zgt/apps/conformance/thread.ts';
import { SHIPPED } from '@zgt/apps/conformance/yardstick.ts';
import { DEFAULT_LIMITS } from '@zgt/gateway/limits.ts';
import { expect, it } from 'vitest';
import { REGISTERS } from './registers.ts';

const published = () => readFile(resolve(import.meta.dirname, '../../schema/graphql/api.graphql'), 'utf8');

it('the platform’s own interface meets what it demands of others (article 19)', async () => {
  const outcome = await checkConformance('GRAPHQL_SDL', await published(), SHIPPED);
  if ('refusal' in outcome) throw new Error(outcome.refusal.code);
  const { passed, mustCount, findings } = outcome.prepared;
  expect({ mustCount, found: findings.filter(({ level }) => level === 'MUST') }).toEqual({
    mustCount: 0,
    found: [],
  });
  expect(passed).toBe(true);
});

/** Names that say what they are beside the naming of dates and instants, which the dictionary keeps to. */
const UNNAMED = ['effectiveFrom', 'failingSince', 'periodEnd', 'periodStart', 'previousValidUntil'];

it('whatever a register tells stands in the data dictionary (article 19)', async () => {
  const outcome = await checkConformance('GRAPHQL_SDL', await published(), SHIPPED);
  const nouns = new Set(REGISTERS.map(({ noun }) => noun.lifecycle.noun));
  const unknown = 'prepared' in outcome ? outcome.prepared.findings : [];
  expect(unknown.length).toBeLessThan(400);
  expect(
    unknown
      .filter(({ rule }) => rule === 'FLD-002' || rule === 'FLD-008')
      .map(({ path }) => path.split('.') as [string, string])
      .filter(([type, field]) => nouns.has(type) && !UNNAMED.includes(field)),
  ).toEqual([]);
});

it('and would not, if it called one thing by a name of its own', async () => {
  const sdl = (await published()).replaceAll('dailyVolume', 'callsPerDay');
  const outcome = await checkConformance('GRAPHQL_SDL', sdl, SHIPPED);
  expect('prepared' in outcome && outcome.prepared.mustCount).toBe(2);
});

it('a request holds the largest document that is checked, every letter of it escaped', () => {
  const request = JSON.stringify({
    query: 'x'.repeat(2000),
    variables: { content: '"'.repeat(LARGEST_DOCUMENT) },
  });
  expect(request.length).toBeLessThan(DEFAULT_LIMITS.bodyBytes);
});
