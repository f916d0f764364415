import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, graphql, parse } from 'graphql';
import { composeSupergraph } from '../compose.ts';
import { collectLog } from '../executor/example.ts';
import { createExecutor } from '../executor/executor.ts';
import type { SubgraphCall } from '../executor/subgraph.ts';

// A subgraph with public and private answers, behind a real executor; test data of the cache and the front.

const SDL = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@composeDirective"])
    @link(url: "https://zgt.gx.gov.cn/specs/cacheControl/v1.0", import: ["@cacheControl"])
    @composeDirective(name: "@cacheControl")
  directive @cacheControl(maxAge: Int, scope: CacheControlScope, inheritMaxAge: Boolean) on FIELD_DEFINITION
  enum CacheControlScope { PUBLIC PRIVATE }
  input Filter { text: String, kinds: [String!] }
  type Query {
    verdict(number: String = "0"): String @cacheControl(maxAge: 1)
    article(number: Int, filter: Filter): Article @cacheControl(maxAge: 300)
    broken: String @cacheControl(maxAge: 300)
    viewer: String
  }
  type Article { title: String! asked: Int! actions: [Action!]! }
  type Action { name: String! }
  type Mutation { revoke: Boolean! refuse: Boolean }
`;

export const CACHED_SUPERGRAPH = composeSupergraph([{ name: 'public', url: 'http://public', sdl: SDL }]);

/** An executor whose answers tell how often it ran; `hold` keeps the reads that begin from now on waiting. */
export function createCachedExample() {
  const state = { runs: 0, inForce: true, hold: Promise.resolve() };
  const schema = buildSubgraphSchema([
    {
      typeDefs: parse(SDL),
      resolvers: {
        Query: {
          verdict: (_: unknown, { number }: { number: string }) =>
            `${number} ${state.inForce ? 'IN_FORCE' : 'REVOKED'}`,
          article: (_: unknown, { number }: { number: number }) => ({
            title: `第 ${number} 条`,
            asked: state.runs,
            actions: [{ name: 'read' }],
          }),
          broken: () => {
            throw new GraphQLError('参数有误', { extensions: { code: 'BAD_USER_INPUT' } });
          },
          viewer: (_: unknown, __: unknown, context: { viewer: { accountName: string } }) =>
            context.viewer.accountName,
        },
        Mutation: {
          revoke: () => {
            state.inForce = false;
            return true;
          },
          refuse: () => {
            throw new GraphQLError('不予办理', { extensions: { code: 'BAD_USER_INPUT' } });
          },
        },
      },
    },
  ]);
  const call: SubgraphCall = async ({ query, variables }, contextValue) => {
    state.runs += 1;
    const result = await graphql({ schema, source: query, variableValues: variables, contextValue });
    // What was read is on its way: whoever changes it now is not in this answer.
    await state.hold;
    return JSON.parse(JSON.stringify(result));
  };
  const executor = createExecutor({
    supergraph: CACHED_SUPERGRAPH,
    calls: { public: call },
    log: collectLog().log,
  });
  return { executor, state };
}
