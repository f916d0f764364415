import { policyOf } from '@zgt/gateway/cache/policy.ts';
import { createExecutor } from '@zgt/gateway/executor/executor.ts';
import { type GraphQLSchema, getOperationAST, isObjectType, parse, printSchema, validate } from 'graphql';
import { beforeAll, expect, it } from 'vitest';
import { generatedFiles } from './generate.ts';
import {
  committedSupergraph,
  type Hint,
  hintOf,
  INHERITING_FIELDS,
  PUBLIC_FIELDS,
  publicQueries,
} from './public-fields.ts';

let supergraph: GraphQLSchema;
let api: GraphQLSchema;
let hints: Map<string, Hint>;

beforeAll(async () => {
  supergraph = await committedSupergraph();
  const files = await generatedFiles();
  const log = { error: () => undefined, warn: () => undefined };
  api = createExecutor({
    supergraph: files.get('schema/graphql/supergraph.graphql')!,
    calls: {},
    log,
  }).apiSchema;
  hints = new Map(
    Object.values(supergraph.getTypeMap()).flatMap((type) =>
      isObjectType(type)
        ? Object.values(type.getFields()).flatMap((field) => {
            const hint = hintOf(field);
            return hint ? [[`${type.name}.${field.name}`, hint] as const] : [];
          })
        : [],
    ),
  );
});

it('what everyone may share, and for how long, is written out: a new hint is a conscious act', () => {
  const own = [...hints].filter(([, { inheritMaxAge }]) => !inheritMaxAge);
  expect(Object.fromEntries(own)).toEqual(
    Object.fromEntries(
      Object.entries(PUBLIC_FIELDS).map(([field, maxAge]) => [field, { maxAge, scope: 'PUBLIC' }]),
    ),
  );
  const inheriting = [...hints].filter(([, { inheritMaxAge }]) => inheritMaxAge);
  expect(inheriting.map(([field]) => field).sort()).toEqual(INHERITING_FIELDS);
  expect(new Set(inheriting.map(([, hint]) => JSON.stringify(hint)))).toEqual(
    new Set(['{"inheritMaxAge":true}']),
  );
});

it('nothing that knows its viewer has a hint: actions, history, deadlines, documents, the viewer, private registers', () => {
  const named = [...hints.keys()].filter((field) =>
    /^Query\.viewer|^Viewer\.|^Mutation\.|Form$|\.(availableActions|history|deadlines|documents)$/.test(
      field,
    ),
  );
  expect(named).toEqual([]);
  for (const type of ['BrandAuthorization', 'EcosystemUnit', 'MisuseReport', 'Member', 'Organization'])
    expect([...hints.keys()].filter((field) => field.startsWith(`${type}.`))).toEqual([]);
});

it('no type has a hint: a new field of that type would be public without anybody having said so', () => {
  for (const type of Object.values(supergraph.getTypeMap()))
    expect(type.astNode?.directives?.filter(({ name }) => name.value === 'cacheControl') ?? []).toEqual([]);
});

it("the gateway's API schema has the hints, and they decide about operations", () => {
  expect(printSchema(api)).toContain('directive @cacheControl(');
  const queries = publicQueries(supergraph, {
    announcement: '(id: "a")',
    app: '(id: "a")',
    article: '(number: 50)',
    businessNorm: '(id: "n")',
    capability: '(id: "c")',
    contentItem: '(id: "e")',
    userRule: '(id: "g")',
    policyDocument: '(id: "h")',
    dataDictionaryEntries: '(versionId: "v")',
    delistingRequest: '(id: "d")',
    standard: '(id: "s")',
    standardDifferences: '(before: "v", after: "w")',
    standardVersion: '(id: "v")',
    verifyBrandAuthorization: '(number: "n")',
  });
  expect(queries.length).toBe(
    Object.keys(PUBLIC_FIELDS).filter((field) => field.startsWith('Query.')).length,
  );
  const parametersWithin = new Set(['article', 'articles']);
  for (const [field, query] of queries) {
    const document = parse(query);
    expect(validate(api, document), field).toEqual([]);
    expect([field, policyOf(api, document, getOperationAST(document)!, {})]).toEqual([
      field,
      { maxAge: parametersWithin.has(field) ? 60 : PUBLIC_FIELDS[`Query.${field}`], scope: 'PUBLIC' },
    ]);
  }
});

it.each([
  ['{ viewer { via } }'],
  ['{ brandAuthorizations { edges { node { id } } } }'],
  ['{ announcements { edges { node { id availableActions { name } } } } }'],
  ['{ announcements { edges { node { history { at } } } } }'],
  ['{ apps { edges { node { opsProfile { owner } } } } }'],
  ['{ capabilities { edges { node { organization { capabilityRequests { edges { cursor } } } } } } }'],
  ['{ articles { number } viewer { via } }'],
  ['mutation { markAllNotificationsRead { refusal { code } } }'],
])('%s is nobody else’s', (query) => {
  const document = parse(query);
  expect(validate(api, document)).toEqual([]);
  expect(policyOf(api, document, getOperationAST(document)!, {})).toEqual({ maxAge: 0, scope: 'PRIVATE' });
});
