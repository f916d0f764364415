import {
  type FieldNode,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLInterfaceType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  specifiedScalarTypes,
} from 'graphql';
import { clientPath } from './data-keys.ts';
import { type FailureDetail, FieldFailure, INTERNAL_MESSAGE, type PathKey } from './failure.ts';
import { type FieldGroup, fieldsOf, type Operation, responseKey, selectsAlike } from './fields.ts';
import { type Data, isContainer } from './merge.ts';

/** What the client reads of one operation, made from the merged data. */
export type Projection = (data: Data) => { data: Data | null; errors: GraphQLError[]; faults: string[] };

/** One error on its way to the root: each level that it passes puts its own key in front of the path. */
interface Problem {
  detail: FailureDetail;
  path: PathKey[];
  /** Keys that are left out on the way, because the error belongs to the parent. */
  skips: number;
  nodes: readonly FieldNode[] | undefined;
}

interface Findings {
  problems: Problem[];
  /** Where the merged data does not fit the schema: for the log. */
  faults: string[];
}

/** Stands for a null where none may be: the parent becomes null, or hands it on. */
const NULLED = Symbol('nulled');

/** Completes one value of the merged data; null and NULLED as the specification's null propagation says. */
type Complete = (value: unknown, findings: Findings) => unknown;

/**
 * Compiles what a client's operation selects into a function over the merged data: order, aliases, abstract types,
 * coercion of leaves, null propagation and error paths are as the specification says. Conditions are decided already.
 */
export function compileProjection(schema: GraphQLSchema, operation: Operation): Projection {
  const root = objectOf(schema, operation, operation.rootType, [operation.selectionSet]);
  return (merged) => {
    const findings: Findings = { problems: [], faults: [] };
    const data = root(merged, findings);
    return {
      data: data === NULLED ? null : (data as Data),
      errors: findings.problems.map(({ detail, path, nodes }) => {
        return new GraphQLError(detail.message, { nodes, path, extensions: { code: detail.code } });
      }),
      faults: findings.faults,
    };
  };
}

function objectOf(
  schema: GraphQLSchema,
  operation: Operation,
  type: GraphQLObjectType | GraphQLInterfaceType,
  sets: FieldGroup['sets'],
): Complete {
  const fields = [...fieldsOf(schema, operation, type, sets)].map(([key, { nodes, sets: inner }]): Field => {
    return {
      key,
      sources: sourcesOf(operation, nodes[0]!),
      usual: usualOf(type, nodes[0]!),
      complete: under(key, completeField(schema, operation, type, nodes, inner)),
    };
  });
  const read = compileFields(fields);
  return (value, findings) =>
    isContainer(value) && !Array.isArray(value)
      ? read(value, findings)
      : misfit(findings, `${type.name} is no object`);
}

interface Field {
  key: string;
  /** The keys of the merged data under which the value stands: the second counts where the first is not there. */
  sources: readonly string[];
  /** The JavaScript type of values that need no completion. */
  usual: string | undefined;
  complete: Complete;
}

/** Completes a field; whatever problems it finds lie under the field's key. */
function under(key: PathKey, complete: Complete): Complete {
  return (value, findings) => {
    const before = findings.problems.length;
    const completed = complete(value, findings);
    if (findings.problems.length > before) lengthenPaths(findings.problems, before, key);
    return completed;
  };
}

/**
 * Writes the function that reads these fields, so that each place of an answer has code of its own: it reads by
 * names that V8 knows, passes over what needs no completion, and makes the object in one go.
 */
function compileFields(fields: readonly Field[]): (value: Data, findings: Findings) => unknown {
  const names = fields.map(({ key }) => JSON.stringify(key));
  const lines = fields.flatMap(({ sources: [first, second], usual }, index) => {
    const value = `v${index}`;
    const read = `value[${JSON.stringify(first)}]`;
    const complete = `${value} = complete[${index}](${value}, findings); if (${value} === NULLED) return NULLED;`;
    return [
      `let ${value} = ${read};`,
      second === undefined ? '' : `if (${value} === undefined) ${value} = value[${JSON.stringify(second)}];`,
      usual === undefined ? complete : `if (typeof ${value} !== '${usual}') { ${complete} }`,
    ];
  });
  // In brackets, because "__proto__" without them is no key.
  const made = names.map((name, index) => `[${name}]: v${index}`).join(', ');
  const source = `return (value, findings) => {\n${lines.join('\n')}\nreturn { ${made} };\n}`;
  return new Function('complete', 'NULLED', source)(
    fields.map(({ complete }) => complete),
    NULLED,
  );
}

/** Under which keys of the merged data stands what the client asked for with this field. */
function sourcesOf(operation: Operation, field: FieldNode): string[] {
  const own = operation.keys.of(field);
  const key = responseKey(field);
  return key === field.name.value && key !== own ? [own, key] : [own];
}

function completeField(
  schema: GraphQLSchema,
  operation: Operation,
  type: GraphQLObjectType | GraphQLInterfaceType,
  nodes: readonly FieldNode[],
  sets: FieldGroup['sets'],
): Complete {
  const name = nodes[0]!.name.value;
  if (name === '__typename') return isObjectType(type) ? () => type.name : (value) => value ?? null;
  if (name === '__schema' || name === '__type') return (value) => value ?? null;
  const field = type.getFields()[name]!;
  const place = `${type.name}.${name}`;
  const complete = completeOf(schema, operation, field.type, sets, nodes, place);
  // A nullable field takes in the null of what must not be null below it.
  return isNonNullType(field.type) ? complete : (value, findings) => nullable(complete(value, findings));
}

const nullable = (completed: unknown) => (completed === NULLED ? null : completed);

function completeOf(
  schema: GraphQLSchema,
  operation: Operation,
  type: GraphQLOutputType,
  sets: FieldGroup['sets'],
  nodes: readonly FieldNode[],
  place: string,
): Complete {
  if (isNonNullType(type)) {
    const complete = completeOf(schema, operation, type.ofType, sets, nodes, place);
    return (value, findings) => {
      const completed = complete(value, findings);
      return completed === null ? misfit(findings, `null for non-null ${place}`, nodes) : completed;
    };
  }
  const complete = isListType(type)
    ? listOf(
        completeOf(schema, operation, type.ofType, sets, nodes, place),
        isNonNullType(type.ofType),
        place,
      )
    : isLeafType(type)
      ? leafOf(type, place)
      : isObjectType(type)
        ? objectOf(schema, operation, type, sets)
        : abstractOf(schema, operation, type, sets, place);
  return (value, findings) => {
    if (value === null || value === undefined) return null;
    return value instanceof FieldFailure ? failed(value, findings, nodes) : complete(value, findings);
  };
}

function listOf(complete: Complete, required: boolean, place: string): Complete {
  return (value, findings) => {
    if (!Array.isArray(value)) return misfit(findings, `${place} is no list`);
    const items = new Array(value.length);
    for (let index = 0; index < value.length; index++) {
      const before = findings.problems.length;
      const completed = complete(value[index], findings);
      if (findings.problems.length > before) lengthenPaths(findings.problems, before, index);
      if (completed === NULLED && required) return NULLED;
      items[index] = nullable(completed);
    }
    return items;
  };
}

const SPECIFIED = new Map<string, string>([
  ['String', 'string'],
  ['ID', 'string'],
  ['Boolean', 'boolean'],
]);

/** What the values of a field are that may be passed on as they stand, when it is a leaf whose values are plain. */
function usualOf(type: GraphQLObjectType | GraphQLInterfaceType, field: FieldNode): string | undefined {
  const known = type.getFields()[field.name.value]?.type;
  const leaf = isNonNullType(known) ? known.ofType : known;
  return isLeafType(leaf) ? SPECIFIED.get(leaf.name) : undefined;
}

function leafOf(type: GraphQLLeafType, place: string): Complete {
  const usual = SPECIFIED.get(type.name);
  const known = isEnumType(type) || specifiedScalarTypes.some(({ name }) => name === type.name);
  // The gateway does not know how a scalar of the platform is written: the subgraph has done it.
  if (!known) return (value) => value;
  return (value, findings) => {
    if (usual !== undefined && typeof value === usual) return value;
    try {
      return type.serialize(value);
    } catch {
      return misfit(findings, `${place} is no ${type.name}`);
    }
  };
}

function abstractOf(
  schema: GraphQLSchema,
  operation: Operation,
  type: GraphQLAbstractType,
  sets: FieldGroup['sets'],
  place: string,
): Complete {
  // Compiled when first met: of many possible types an answer has few.
  const completes = new Map<string, Complete>();
  const completeFor = (known: GraphQLObjectType | GraphQLInterfaceType): Complete => {
    const complete = completes.get(known.name) ?? objectOf(schema, operation, known, sets);
    completes.set(known.name, complete);
    return complete;
  };
  const alike = isInterfaceType(type) && selectsAlike(schema, operation, type, sets);
  const typeOf = (name: unknown) => {
    // A subgraph that knows the interface as an object cannot name a type, and where all types of the interface
    // are read alike the planner asks for none.
    if (isInterfaceType(type) && (name === type.name || (alike && name === undefined))) return type;
    const named = typeof name === 'string' ? schema.getType(name) : undefined;
    return isObjectType(named) && schema.isSubType(type, named) ? named : null;
  };
  return (value, findings) => {
    if (!isContainer(value)) return misfit(findings, `${place} is no object`);
    const known = typeOf(value.__typename);
    return known
      ? completeFor(known)(value, findings)
      : misfit(findings, `${place} has type ${String(value.__typename)}, not one of ${type.name}`);
  };
}

/** The field fails for the reasons that its mark in the merged data holds. */
function failed(failure: FieldFailure, findings: Findings, nodes: readonly FieldNode[]): typeof NULLED {
  for (const detail of failure.details) {
    const here = detail.up === 0 && detail.tail.length === 0;
    findings.problems.push({
      detail,
      path: clientPath(detail.tail),
      skips: detail.up,
      nodes: here ? nodes : undefined,
    });
  }
  return NULLED;
}

const MISFIT: FailureDetail = { message: INTERNAL_MESSAGE, code: 'INTERNAL_SERVER_ERROR', up: 0, tail: [] };

/** The merged data does not fit the schema: the client is told no more than that, the log is told what. */
function misfit(findings: Findings, fault: string, nodes?: readonly FieldNode[]): typeof NULLED {
  findings.faults.push(fault);
  findings.problems.push({ detail: MISFIT, path: [], skips: 0, nodes });
  return NULLED;
}

function lengthenPaths(problems: readonly Problem[], from: number, key: PathKey): void {
  for (const problem of problems.slice(from)) {
    if (problem.skips > 0) problem.skips -= 1;
    else problem.path.unshift(key);
  }
}
