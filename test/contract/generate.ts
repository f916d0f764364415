import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { printSubgraphSchema } from '@apollo/subgraph';
import { appsSchema } from '@zgt/apps/schema.ts';
import { ecosystemSchema } from '@zgt/ecosystem/schema.ts';
import { composeSupergraph } from '@zgt/gateway/compose.ts';
import { createExecutor } from '@zgt/gateway/executor/executor.ts';
import { operationsSchema } from '@zgt/operations/schema.ts';
import { type GraphQLSchema, getOperationAST, parse, printSchema, validate } from 'graphql';
import { TRUSTED_DOCUMENTS } from '../../portal/src/lib/trusted-documents.ts';
import { coverageFile } from './coverage.ts';
import { implementations } from './implementations.ts';
import { permissionMatrix } from './permission-matrix.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SCHEMAS = { ecosystem: ecosystemSchema, apps: appsSchema, operations: operationsSchema };

/** Every generated file of the repository, by its path from the root. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const subgraphs = Object.entries(SCHEMAS).map(([name, schema]) => ({
    name,
    url: `http://${name}/graphql`,
    sdl: printSubgraphSchema(schema()),
  }));
  for (const { name, sdl } of subgraphs) files.set(`schema/graphql/${name}.graphql`, `${sdl.trim()}\n`);
  const supergraph = composeSupergraph(subgraphs);
  files.set('schema/graphql/supergraph.graphql', `${supergraph.trim()}\n`);
  const { apiSchema } = createExecutor({
    supergraph,
    calls: {},
    log: { error: () => undefined, warn: () => undefined } as never,
  });
  files.set('schema/graphql/api.graphql', `${printSchema(apiSchema).trim()}\n`);
  files.set('schema/graphql/trusted-documents.json', trustedDocuments(apiSchema));
  files.set('schema/measure/permission-matrix.md', permissionMatrix());
  files.set(
    'schema/measure/implementations.json',
    `${JSON.stringify(await implementations(ROOT), null, 1)}\n`,
  );
  files.set('schema/measure/coverage.json', await coverageFile(ROOT));
  return files;
}

/** The portal's documents as a persisted query manifest; throws when one of them is not valid any more. */
function trustedDocuments(apiSchema: GraphQLSchema): string {
  const operations = TRUSTED_DOCUMENTS.map((body) => {
    const document = parse(body);
    const [problem] = validate(apiSchema, document);
    if (problem) throw new Error(`The portal sends an invalid document: ${problem.message}\n${body}`);
    const operation = getOperationAST(document)!;
    const id = createHash('sha256').update(body).digest('hex');
    return { id, name: operation.name!.value, type: operation.operation, body };
  });
  const distinct = new Map(operations.map((operation) => [operation.id, operation]));
  const manifest = {
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: [...distinct.values()],
  };
  return `${JSON.stringify(manifest, null, 1)}\n`;
}

async function main(check: boolean): Promise<void> {
  const stale: string[] = [];
  for (const [path, content] of await generatedFiles()) {
    const file = resolve(ROOT, path);
    const before = await readFile(file, 'utf8').catch(() => null);
    if (before === content) continue;
    stale.push(path);
    if (check) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  if (!check)
    console.log(stale.length > 0 ? `generated ${stale.join(', ')}` : 'generated files are up to date');
  else if (stale.length > 0) {
    console.error(`stale generated files: ${stale.join(', ')}\nrun: pnpm generate`);
    process.exitCode = 1;
  } else console.log('generated files are up to date');
}

if (import.meta.main) await main(process.argv.includes('--check'));
