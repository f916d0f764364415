import { type GraphQLSchema, parse } from 'graphql';
import { compileQuery } from 'graphql-jit';
import { type Connections, openRegisters } from './registers.ts';
import { remember } from './remember.ts';
import {
  newContext,
  SUBGRAPH_NAMES,
  SUBGRAPHS,
  type SubgraphContext,
  type SubgraphName,
} from './subgraphs.ts';

export type Answer = { data?: Record<string, unknown> | null; errors?: readonly { message: string }[] };
export type LocalCall = (text: string, variables: Record<string, unknown>) => Promise<Answer>;

function localCall(schema: GraphQLSchema, context: () => SubgraphContext): LocalCall {
  const compiled = remember((text: string) =>
    compileQuery(schema, parse(text, { noLocation: true }), '', { disableLeafSerialization: true }),
  );
  return async (text, variables) => {
    const query = compiled(text);
    if (!('query' in query)) return query as Answer;
    return query.query({}, context(), variables) as Promise<Answer>;
  };
}

/** The subgraphs as functions in this process, compiled; text goes in and plain data comes out, whoever calls. */
export function openLocalCalls(
  databaseUrl: string,
  connections?: Connections,
): Record<SubgraphName, LocalCall> {
  const registers = openRegisters(databaseUrl, connections);
  const context = () => newContext(registers);
  const calls = SUBGRAPH_NAMES.map((name) => [name, localCall(SUBGRAPHS[name](), context)] as const);
  return Object.fromEntries(calls) as Record<SubgraphName, LocalCall>;
}
