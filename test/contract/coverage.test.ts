import { resolve } from 'node:path';
import { DUTIES } from '@zgt/schema/measure/articles.ts';
import { beforeAll, expect, it } from 'vitest';
import { type Coverage, type CoverageReading, committedCoverage, readCoverage } from './coverage.ts';

const ROOT = resolve(import.meta.dirname, '../..');

let reading: CoverageReading;
let committed: Coverage;
beforeAll(async () => {
  reading = await readCoverage();
  committed = await committedCoverage(ROOT);
});

it('speaks of all 167 duties of the measure, each once', () => {
  expect(DUTIES.length).toBe(167);
  expect(new Set(DUTIES.map(({ id }) => id)).size).toBe(167);
  expect(Object.keys(committed).toSorted()).toEqual(DUTIES.map(({ id }) => id).toSorted());
});

it('every mark in code and tests names a duty that exists', () => {
  expect(reading.unknown).toEqual([]);
});

it('no duty that was met is lost: its code and a test that names it stay', () => {
  const lost = Object.keys(committed).filter(
    (id) => committed[id] === 'MET' && reading.coverage[id] !== 'MET',
  );
  expect(lost).toEqual([]);
});

it('coverage.json is what `pnpm generate` writes', () => {
  expect(committed).toEqual(reading.coverage);
});
