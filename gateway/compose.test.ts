import { buildSchema, type DirectiveNode, isObjectType, type ObjectTypeDefinitionNode, print } from 'graphql';
import { expect, test } from 'vitest';
import { composeSupergraph } from './compose.ts';
import { collectLog, createExample, SUBGRAPHS } from './executor/example.ts';
import { createExecutor } from './executor/executor.ts';

const basisOf = (node: { readonly directives?: readonly DirectiveNode[] } | null | undefined) =>
  (node?.directives ?? []).filter(({ name }) => name.value === 'basis').map((directive) => print(directive));

test('the legal basis survives composition into the supergraph and the API schema', () => {
  const supergraph = composeSupergraph(SUBGRAPHS);
  const { apiSchema } = createExecutor({ supergraph, calls: createExample().calls, log: collectLog().log });
  for (const schema of [buildSchema(supergraph, { assumeValid: true }), apiSchema]) {
    const unit = schema.getType('Unit');
    if (!isObjectType(unit)) throw new Error('Unit is missing');
    const node = unit.astNode as ObjectTypeDefinitionNode;
    expect(basisOf(node)).toEqual(['@basis(articles: [7])']);
    expect(basisOf(unit.getFields().name?.astNode)).toEqual(['@basis(articles: [7, 9])']);
    expect(basisOf(schema.getQueryType()?.getFields().unit?.args[0]?.astNode)).toEqual([
      '@basis(articles: [7])',
    ]);
    expect(basisOf(schema.getType('Level')?.astNode)).toEqual(['@basis(articles: [61])']);
  }
});

test('the API schema holds nothing of the federation machinery and nothing inaccessible', () => {
  const supergraph = composeSupergraph(SUBGRAPHS);
  const { apiSchema } = createExecutor({ supergraph, calls: createExample().calls, log: collectLog().log });
  expect(
    Object.keys(apiSchema.getTypeMap()).filter((name) => /^(join|link|core)__|^_[^_]/.test(name)),
  ).toEqual([]);
  expect(apiSchema.getDirectives().map(({ name }) => name)).toEqual(
    expect.arrayContaining(['skip', 'include', 'basis']),
  );
  expect(apiSchema.getDirective('inaccessible')).toBeUndefined();
  const unit = apiSchema.getType('Unit');
  expect(isObjectType(unit) && unit.getFields().secret).toBeUndefined();
});

test('every composition error is listed', () => {
  const compose = () =>
    composeSupergraph([
      { name: 'a', url: 'http://a', sdl: 'type Query { one: Int two: Int }' },
      { name: 'b', url: 'http://b', sdl: 'type Query { one: String two: String }' },
    ]);
  expect(compose).toThrow(/FIELD_TYPE_MISMATCH.*"Query.one"/);
  expect(compose).toThrow(/FIELD_TYPE_MISMATCH.*"Query.two"/);
});
