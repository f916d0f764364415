import type {
  BatchFetchNode,
  FetchNode,
  FlattenNodePathSegment,
  PlanNode,
} from '@graphql-hive/router-query-planner';
import type { RequestContext } from '@zgt/runtime/viewer.ts';
import type { ExecutionResult, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { isNonNullType } from 'graphql';
import type { Deadline } from './deadline.ts';
import { collect, EntityBatch, readRequirements } from './entities.ts';
import { type FailureDetail, FieldFailure, publicDetail, thrownFailure } from './failure.ts';
import { type Data, isContainer, mergeInto, placeFailure } from './merge.ts';
import { applyRewrites } from './rewrites.ts';
import { readSelected, type Selected } from './selected.ts';
import { failSpan, inSpan } from './spans.ts';
import type { ExecutorLog, SubgraphCall } from './subgraph.ts';
import type { TypeMatch } from './types.ts';

/** What every plan of one supergraph shares. */
export interface Environment {
  calls: Readonly<Record<string, SubgraphCall>>;
  /** The same for requests that ask for entities alone. */
  entityCalls: Readonly<Record<string, SubgraphCall>>;
  schema: GraphQLSchema;
  match: TypeMatch;
  log: ExecutorLog;
}

/** One execution: the merged data so far, and the errors that have no place in it. */
export interface Run {
  data: Data;
  placeless: FailureDetail[];
  variables: Readonly<Record<string, unknown>>;
  context: RequestContext;
  deadline: Deadline;
  /** Set when a mutation that must not be null failed: the mutations after it do not run. */
  halted: boolean;
  /** How many mutations were sent so far. */
  mutations: number;
}

export type Step = (run: Run) => Promise<void>;

/** Compiles a plan node into a function that runs it. */
export function compileStep(node: PlanNode, environment: Environment): Step {
  switch (node.kind) {
    case 'Sequence': {
      const steps = node.nodes.map((child) => compileStep(child, environment));
      return async (run) => {
        for (const step of steps) await step(run);
      };
    }
    case 'Parallel': {
      const steps = node.nodes.map((child) => compileStep(child, environment));
      return async (run) => {
        await Promise.all(steps.map((step) => step(run)));
      };
    }
    case 'Condition': {
      const whenTrue = node.ifClause && compileStep(node.ifClause, environment);
      const whenFalse = node.elseClause && compileStep(node.elseClause, environment);
      return async (run) => {
        await (run.variables[node.condition] ? whenTrue : whenFalse)?.(run);
      };
    }
    case 'Fetch':
      return rootFetch(node, environment);
    case 'Flatten':
      if (node.node.kind !== 'Fetch') throw new Error(`Flatten of ${node.node.kind} is not supported`);
      return entityFetch(node.node, node.path, environment);
    case 'BatchFetch':
      return batchFetch(node, environment);
    default:
      throw new Error(`Plan node ${node.kind} is not supported`);
  }
}

function rootFetch(node: FetchNode, environment: Environment): Step {
  const rootFields = readSelected(node.operation).flatMap(({ fields }) => fields);
  const rootKeys = rootFields.map(({ key }) => key);
  const mutations = isMutation(node) ? environment.schema.getMutationType()?.getFields() : {};
  const required = rootFields.filter(({ name }) => isNonNullType(mutations?.[name]?.type));
  return async (run) => {
    if (run.halted) return;
    const answer = await call(node, pick(run.variables, node.variableUsages), run, environment);
    const data: Data = {};
    const failure =
      answer instanceof FieldFailure ? answer : answer.data ? null : wholeFailure(answer.errors);
    if (failure) {
      for (const key of rootKeys) data[key] = failure;
    } else if (!(answer instanceof FieldFailure)) {
      Object.assign(data, answer.data);
      for (const { path, detail } of answer.errors) {
        if (!path || !placeFailure(data, path, detail)) run.placeless.push(detail);
      }
      applyRewrites(data, node.outputRewrites, environment.match);
    }
    if (required.some(({ key }) => data[key] instanceof FieldFailure)) run.halted = true;
    mergeInto(run.data, data);
  };
}

function entityFetch(
  node: FetchNode,
  path: readonly FlattenNodePathSegment[],
  environment: Environment,
): Step {
  const selected = selectedUnder(readSelected(node.operation), '_entities');
  const requirements = readRequirements(node.requires, node.inputRewrites, environment.match);
  return async (run) => {
    const targets: Data[] = [];
    collect(run.data, path, environment.match, targets);
    const batch = new EntityBatch(selected, requirements, environment.match);
    batch.add(targets);
    if (batch.representations.length === 0) return;
    const variables = pick(run.variables, node.variableUsages);
    variables.representations = batch.representations;
    const answer = await call(node, variables, run, environment, environment.entityCalls);
    completeBatch(batch, '_entities', answer, run, (entities) =>
      applyRewrites({ _entities: entities }, node.outputRewrites, environment.match),
    );
  };
}

function batchFetch(node: BatchFetchNode, environment: Environment): Step {
  const selected = readSelected(node.operation);
  const aliases = node.entityBatch.aliases.map((alias) => ({
    ...alias,
    requirements: readRequirements(alias.requires, alias.inputRewrites, environment.match),
  }));
  return async (run) => {
    const variables = pick(run.variables, node.variableUsages);
    const batches = aliases.map((alias) => {
      const batch = new EntityBatch(
        selectedUnder(selected, alias.alias),
        alias.requirements,
        environment.match,
      );
      for (const path of alias.paths) {
        const targets: Data[] = [];
        collect(run.data, path, environment.match, targets);
        batch.add(targets);
      }
      variables[alias.representationsVariableName] = batch.representations;
      return { alias, batch };
    });
    if (batches.every(({ batch }) => batch.representations.length === 0)) return;
    const answer = await call(node, variables, run, environment);
    for (const { alias, batch } of batches) {
      completeBatch(batch, alias.alias, answer, run, (entities) =>
        applyRewrites({ [alias.alias]: entities }, alias.outputRewrites, environment.match),
      );
    }
  };
}

interface Answer {
  data: Data | null;
  errors: { path: readonly (string | number)[] | undefined; detail: FailureDetail }[];
}

async function call(
  node: FetchNode | BatchFetchNode,
  variables: Data,
  run: Run,
  environment: Environment,
  calls = environment.calls,
): Promise<Answer | FieldFailure> {
  const subgraph = node.serviceName;
  return inSpan(`subgraph ${subgraph}`, {}, async () => {
    try {
      const subgraphCall = calls[subgraph];
      if (!subgraphCall) throw new Error(`The plan asks subgraph "${subgraph}", which has no call`);
      const answer = subgraphCall(
        { query: node.operation, variables, isRead: !isMutation(node) },
        contextOf(node, run),
      );
      const result = await run.deadline.within(answer);
      return readAnswer(result, subgraph, run, environment.log);
    } catch (error) {
      failSpan();
      environment.log.error(
        { err: error, subgraph, requestId: run.context.requestId },
        'subgraph call failed',
      );
      return thrownFailure(error, isMutation(node));
    }
  });
}

function isMutation(node: FetchNode | BatchFetchNode): boolean {
  return node.operationKind === 'mutation';
}

/** An idempotency key goes with mutations only, and each of an operation's mutations gets a key of its own. */
function contextOf(node: FetchNode | BatchFetchNode, run: Run): RequestContext {
  const key = run.context.idempotencyKey;
  if (key === null) return run.context;
  if (!isMutation(node)) return { ...run.context, idempotencyKey: null };
  const position = run.mutations++;
  return { ...run.context, idempotencyKey: position === 0 ? key : `${key}#${position}` };
}

function readAnswer(result: ExecutionResult, subgraph: string, run: Run, log: ExecutorLog): Answer {
  const errors = (result.errors ?? []).map((error: GraphQLFormattedError) => {
    const { hidden, ...detail } = publicDetail(error);
    if (hidden) {
      log.error(
        { err: error, subgraph, requestId: run.context.requestId },
        'subgraph answered with an error',
      );
    }
    return { path: error.path, detail };
  });
  return { data: isContainer(result.data) ? result.data : null, errors };
}

/** When null reached the root of an answer, each of its fields fails for all the reasons, told where they arose. */
function wholeFailure(errors: Answer['errors']): FieldFailure | null {
  if (errors.length === 0) return null;
  return new FieldFailure(
    errors.map(({ path, detail }) => (path?.length ? { ...detail, up: 1 as const, tail: path } : detail)),
  );
}

function completeBatch(
  batch: EntityBatch,
  alias: string,
  answer: Answer | FieldFailure,
  run: Run,
  rewrite: (entities: unknown) => void,
): void {
  if (batch.representations.length === 0) return;
  if (answer instanceof FieldFailure) {
    batch.fail(answer);
    return;
  }
  const entities = answer.data?.[alias];
  const errors = answer.errors.filter(({ path }) => path === undefined || path[0] === alias);
  if (!Array.isArray(entities)) {
    if (errors.length > 0) batch.fail(new FieldFailure(errors.map(({ detail }) => detail)));
    return;
  }
  for (const { path, detail } of errors) {
    if (!path || !placeFailure(entities as unknown as Data, path.slice(1), detail))
      run.placeless.push(detail);
  }
  rewrite(entities);
  batch.complete(entities);
}

function selectedUnder(root: Selected, key: string): Selected {
  return root.flatMap(({ fields }) => fields.filter((field) => field.key === key)).flatMap((f) => f.children);
}

function pick(variables: Readonly<Record<string, unknown>>, names: readonly string[] | undefined): Data {
  const chosen: Data = {};
  for (const name of names ?? []) if (variables[name] !== undefined) chosen[name] = variables[name];
  return chosen;
}
