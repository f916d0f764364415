import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { generatedFiles } from './generate.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PATHS = [
  'schema/graphql/ecosystem.graphql',
  'schema/graphql/apps.graphql',
  'schema/graphql/operations.graphql',
  'schema/graphql/supergraph.graphql',
  'schema/graphql/api.graphql',
  'schema/graphql/trusted-documents.json',
  'schema/measure/permission-matrix.md',
  'schema/measure/implementations.json',
  'schema/measure/coverage.json',
];

let files: Map<string, string>;
beforeAll(async () => {
  files = await generatedFiles();
});

it('are the ones that outsiders rely on', () => {
  expect([...files.keys()].sort()).toEqual(PATHS.toSorted());
});

it.each(PATHS)('%s is what `pnpm generate` writes', async (path) => {
  expect(files.get(path)).toBe(await readFile(resolve(ROOT, path), 'utf8'));
});

it('carry the articles into the supergraph, so that every reader of the schema finds them', () => {
  expect(files.get('schema/graphql/supergraph.graphql')).toContain('directive @basis(');
});
