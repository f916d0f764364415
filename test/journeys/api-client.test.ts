import { execFile } from 'node:child_process';
import { symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { generate } from '@graphql-codegen/cli';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, signUp } from '../harness/client.ts';
import { temporaryFolder } from '../harness/server.ts';
import { OPERATIONS, PROGRAM, WRONG_PROGRAM } from './api-client-source.ts';
import { freshCreditCode, freshUsername, type Parties, signInParties } from './people.ts';
import { DATABASES, openPlace, type Place, START_MS } from './place.ts';

const run = promisify(execFile);
const ROOT = resolve(import.meta.dirname, '../..');
const PUBLISHED_SCHEMA = join(ROOT, 'schema/graphql/api.graphql');

const TSCONFIG = {
  compilerOptions: {
    target: 'ES2024',
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    allowImportingTsExtensions: true,
    erasableSyntaxOnly: true,
    verbatimModuleSyntax: true,
    strict: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    lib: ['ES2024', 'DOM'],
  },
};

let folder: Awaited<ReturnType<typeof temporaryFolder>>;

/** What the compiler says of one file and what it imports: nothing when all is well. */
async function compile(file: string): Promise<string> {
  const config = join(folder.path, `tsconfig.${file}.json`);
  await writeFile(config, JSON.stringify({ ...TSCONFIG, files: [file] }));
  return run(join(ROOT, 'node_modules/.bin/tsc'), ['-p', config], { cwd: folder.path }).then(
    ({ stdout }) => stdout,
    (error) => `${error.stdout}${error.stderr}`,
  );
}

describe('a client generated from the published schema', () => {
  beforeAll(async () => {
    folder = await temporaryFolder();
    await symlink(join(ROOT, 'test/node_modules'), join(folder.path, 'node_modules'));
    await writeFile(join(folder.path, 'package.json'), JSON.stringify({ type: 'module' }));
    await writeFile(join(folder.path, 'operations.graphql'), OPERATIONS);
    await writeFile(join(folder.path, 'onboard.ts'), PROGRAM);
    await writeFile(join(folder.path, 'wrong.ts'), WRONG_PROGRAM);
    await generate(
      {
        schema: PUBLISHED_SCHEMA,
        documents: [join(folder.path, 'operations.graphql')],
        importExtension: '.ts',
        emitLegacyCommonJSImports: false,
        silent: true,
        generates: {
          [`${join(folder.path, 'gen')}/`]: {
            preset: 'client',
            presetConfig: { fragmentMasking: false },
            config: {
              useTypeImports: true,
              enumsAsTypes: true,
              scalars: {
                Date: 'string',
                DateTime: 'string',
                JSON: 'unknown',
                UnifiedSocialCreditCode: 'string',
              },
              strictScalars: true,
            },
          },
        },
      },
      true,
    );
  }, START_MS);
  afterAll(() => folder?.remove());

  test('its types fit the operations of the main journey', async () => {
    expect(await compile('onboard.ts')).toBe('');
  });

  test('its types stop what the API would refuse', async () => {
    const said = await compile('wrong.ts');
    expect(said).toMatch(/wrong\.ts\(3,.*Property 'id' is missing/);
    expect(said).toMatch(/wrong\.ts\(4,.*"EVERYTHING"' is not assignable/);
    expect(said).toMatch(/wrong\.ts\(5,.*Property 'secret' does not exist/);
  });

  describe.each(DATABASES)('on %s', (database) => {
    let place: Place;
    let parties: Parties;

    beforeAll(async () => {
      place = await openPlace(database);
      await place.startAt('2026-11-23T01:00:00Z');
      parties = await signInParties(place.url);
    }, START_MS);
    afterAll(() => place?.leave());

    test('articles 7 and 38: it onboards an enterprise from draft to its first capability request', async () => {
      const { onboard } = await import(pathToFileURL(join(folder.path, 'onboard.ts')).href);
      const caller = ({ token, upload }: Client) => ({ token, upload });
      const unit = await signUp(place.url, freshUsername(), '张三');
      const { gongsi, guanli } = parties;
      expect(
        await onboard(place.url, freshCreditCode(), caller(unit), caller(gongsi), caller(guanli)),
      ).toEqual([
        'DRAFT',
        'DOCUMENTS_MISSING documents.BUSINESS_LICENSE documents.CONTACT_LETTER',
        'SUBMITTED',
        'AUTHORIZED',
        'ACTIVE',
        '南宁某某科技有限公司',
        'SUBMITTED',
      ]);
    });
  });
});
