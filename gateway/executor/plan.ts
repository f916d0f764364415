import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { trace } from '@opentelemetry/api';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionSetNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { conditionVariables, plannableDocument } from './plannable.ts';
import { serialDocuments } from './serial.ts';
import { compileStep, type Environment, type Step } from './steps.ts';

export interface PlanCacheStatistics {
  readonly hits: number;
  readonly misses: number;
  readonly size: number;
}

export interface Plans {
  /** Gives the compiled plan of an operation, from the cache when the same was planned before. */
  prepare(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<Step>;
  statistics(): PlanCacheStatistics;
}

const PLANNING_TIMEOUT_MS = 5000;
const tracer = trace.getTracer('zgt-gateway');

/**
 * Plans with the supergraph's planner and keeps at most `cacheSize` plans, keyed by normalised text, operation and
 * the variables that `@skip` and `@include` read.
 */
export function createPlans(supergraph: string, cacheSize: number, environment: Environment): Plans {
  const planner = new QueryPlanner(supergraph);
  const cache = new LRUCache<string, Promise<Step>>({ max: cacheSize });
  const known = new WeakMap<DocumentNode, { text: string; conditions: string[] }>();
  let hits = 0;
  let misses = 0;

  async function plan(
    document: DocumentNode,
    operationName: string | undefined,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<Step> {
    const plannable = plannableDocument(document, environment.schema, variables);
    const operation = getOperationAST(plannable, operationName);
    if (!operation) throw new Error(`The document has no operation ${operationName}`);
    const steps: Step[] = [];
    for (const part of serialDocuments(plannable, operation)) {
      if (!asksNothing(part, operationName)) steps.push(await planOne(part, operationName));
    }
    return async (run) => {
      for (const step of steps) if (!run.halted) await step(run);
    };
  }

  async function planOne(document: DocumentNode, operationName: string | undefined): Promise<Step> {
    return tracer.startActiveSpan('plan', async (span) => {
      try {
        const signal = AbortSignal.timeout(PLANNING_TIMEOUT_MS);
        const { node } = await planner.planAsync(print(document), operationName, new Set(), 0, signal);
        return node ? compileStep(node, environment) : async () => {};
      } finally {
        span.end();
      }
    });
  }

  return {
    prepare(document, operation, variables) {
      let read = known.get(document);
      if (!read) {
        read = { text: print(document), conditions: conditionVariables(document) };
        known.set(document, read);
      }
      const values = read.conditions.map((name) => (variables[name] === true ? 1 : 0)).join('');
      const key = [operation.name?.value, values, read.text].join('\n');
      const planned = cache.get(key);
      if (planned) {
        hits += 1;
        return planned;
      }
      misses += 1;
      const planning = plan(document, operation.name?.value, variables);
      cache.set(key, planning);
      planning.catch(() => cache.delete(key));
      return planning;
    },
    statistics: () => ({ hits, misses, size: cache.size }),
  };
}

/** True when only `__typename` is left at the root, which graphql-js answers without any subgraph. */
function asksNothing(document: DocumentNode, operationName: string | undefined): boolean {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const isEmpty = (set: SelectionSetNode): boolean =>
    set.selections.every((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value === '__typename';
      if (selection.kind === Kind.INLINE_FRAGMENT) return isEmpty(selection.selectionSet);
      const fragment = fragments.get(selection.name.value);
      return fragment === undefined || isEmpty(fragment.selectionSet);
    });
  const operation = getOperationAST(document, operationName);
  return !operation || isEmpty(operation.selectionSet);
}
