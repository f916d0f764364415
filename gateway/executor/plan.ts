import {
  type DocumentNode,
  executeSync,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  print,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { fieldsOf, type Operation, readOperation, responseKey } from './fields.ts';
import type { Data } from './merge.ts';
import { conditionVariables, plannableDocument } from './plannable.ts';
import { createPlanner, PlannerDied } from './planner.ts';
import { compileProjection, type Projection } from './projection.ts';
import { inSpan } from './spans.ts';
import { compileStep, type Environment, type Step } from './steps.ts';

export interface PlanCacheStatistics {
  readonly hits: number;
  readonly misses: number;
  readonly size: number;
}

/** An operation made ready: how its data is fetched, what of it the schema itself answers, what the client reads. */
export interface Prepared {
  step: Step;
  /** What the operation asks of the schema itself, as it stands in the merged data; mostly nothing. */
  introspect(variables: Readonly<Record<string, unknown>>): Data;
  project: Projection;
}

export interface Plans {
  /** Gives the compiled plan of an operation, from the cache when the same was planned before. */
  prepare(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<Prepared>;
  statistics(): PlanCacheStatistics;
}

const INTROSPECTION = new Set(['__schema', '__type']);

/**
 * Plans with the supergraph's planner and keeps at most `cacheSize` plans, keyed by normalised text, operation and
 * the variables that `@skip` and `@include` read.
 */
export function createPlans(supergraph: string, cacheSize: number, environment: Environment): Plans {
  const planner = createPlanner(supergraph);
  const cache = new LRUCache<string, Promise<Prepared>>({ max: cacheSize });
  const known = new WeakMap<OperationDefinitionNode, { key: string; conditions: string[] }>();
  let hits = 0;
  let misses = 0;

  async function plan(
    document: DocumentNode,
    definition: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<Prepared> {
    const { schema } = environment;
    const operation = readOperation(schema, document, definition, variables);
    const roots = [...fieldsOf(schema, operation, operation.rootType, [operation.selectionSet]).values()];
    const isOfSchema = ({ nodes }: { nodes: FieldNode[] }) => INTROSPECTION.has(nodes[0]!.name.value);
    const asked = roots.filter((root) => !isOfSchema(root) && root.nodes[0]!.name.value !== '__typename');
    const introspected = roots.filter(isOfSchema).flatMap(({ nodes }) => nodes);
    // Each mutation is a plan of its own, so that what the first one asks for is read before the second one acts.
    const parts =
      definition.operation === 'mutation'
        ? asked.map(({ nodes }) => nodes)
        : [asked.flatMap(({ nodes }) => nodes)];
    const steps: Step[] = [];
    for (const fields of parts) {
      if (fields.length === 0) continue;
      const part = only(definition, fields, operation.fragments);
      steps.push(await planOne(plannableDocument(part, schema, operation), definition.name?.value));
    }
    return {
      step: async (run) => {
        for (const step of steps) if (!run.halted) await step(run);
      },
      introspect: introspection(schema, definition, introspected, operation),
      project: compileProjection(schema, operation),
    };
  }

  async function planOne(document: DocumentNode, operationName: string | undefined): Promise<Step> {
    return inSpan('plan', {}, async () => {
      const node = await planner.plan(print(document), operationName);
      return node ? compileStep(node, environment) : async () => {};
    });
  }

  return {
    prepare(document, operation, variables) {
      let read = known.get(operation);
      if (!read) {
        const key = `${operation.name?.value}\n${print(document)}`;
        read = { key, conditions: conditionVariables(document) };
        known.set(operation, read);
      }
      const values = read.conditions.map((name) => (variables[name] === true ? 1 : 0)).join('');
      // Mostly the very text that was looked up before: of a new one each letter would be read.
      const key = values === '' ? read.key : `${values}\n${read.key}`;
      const planned = cache.get(key);
      if (planned) {
        hits += 1;
        return planned;
      }
      misses += 1;
      const planning = plan(document, operation, variables);
      cache.set(key, planning);
      // An operation that ended the planning process is remembered, so that it does so once.
      planning.catch((error) => !(error instanceof PlannerDied) && cache.delete(key));
      return planning;
    },
    statistics: () => ({ hits, misses, size: cache.size }),
  };
}

/** Answers the fields that ask for the schema, without any subgraph. */
function introspection(
  schema: GraphQLSchema,
  definition: OperationDefinitionNode,
  fields: readonly FieldNode[],
  { fragments, keys }: Operation,
): Prepared['introspect'] {
  if (fields.length === 0) return () => ({});
  const document = only(definition, fields, fragments);
  return (variableValues) => {
    const { data } = executeSync({ schema, document, variableValues });
    return Object.fromEntries(fields.map((field) => [keys.of(field), data?.[responseKey(field)]]));
  };
}

/** The operation with these root fields alone. */
function only(
  operation: OperationDefinitionNode,
  fields: readonly FieldNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): DocumentNode {
  const selectionSet = { kind: Kind.SELECTION_SET, selections: fields } as const;
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }, ...fragments.values()] };
}
