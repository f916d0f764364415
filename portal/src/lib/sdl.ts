import { type FieldDefinitionNode, type InputValueDefinitionNode, Kind, parse, print } from 'graphql';

export interface ApiArgument {
  name: string;
  type: string;
  description: string;
}

export interface ApiField {
  name: string;
  type: string;
  description: string;
  articles: number[];
  arguments: ApiArgument[];
  deprecated: string | null;
}

export interface ApiType {
  name: string;
  kind: string;
  description: string;
  sdl: string;
}

export interface ApiReference {
  queries: ApiField[];
  mutations: ApiField[];
  types: ApiType[];
}

const TYPE_KINDS: Partial<Record<Kind, string>> = {
  [Kind.OBJECT_TYPE_DEFINITION]: '对象',
  [Kind.INTERFACE_TYPE_DEFINITION]: '接口',
  [Kind.UNION_TYPE_DEFINITION]: '联合',
  [Kind.ENUM_TYPE_DEFINITION]: '枚举',
  [Kind.INPUT_OBJECT_TYPE_DEFINITION]: '输入',
  [Kind.SCALAR_TYPE_DEFINITION]: '标量',
};

/** The reference of an API from its SDL: operations with their legal basis (@basis), and every type in alphabetical order. */
export function readApi(sdl: string): ApiReference {
  const reference: ApiReference = { queries: [], mutations: [], types: [] };
  for (const definition of parse(sdl, { noLocation: true }).definitions) {
    const kind = TYPE_KINDS[definition.kind];
    if (!kind || !('name' in definition) || !definition.name) continue;
    const name = definition.name.value;
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION && (name === 'Query' || name === 'Mutation')) {
      const fields = (definition.fields ?? []).map(readField).sort((a, b) => a.name.localeCompare(b.name));
      if (name === 'Query') reference.queries = fields;
      else reference.mutations = fields;
      continue;
    }
    const description = 'description' in definition ? (definition.description?.value ?? '') : '';
    reference.types.push({ name, kind, description, sdl: print(definition) });
  }
  reference.types.sort((a, b) => a.name.localeCompare(b.name));
  return reference;
}

function readField(field: FieldDefinitionNode): ApiField {
  return {
    name: field.name.value,
    type: print(field.type),
    description: field.description?.value ?? '',
    articles: readBasis(field),
    arguments: (field.arguments ?? []).map(readArgument),
    deprecated: readDeprecation(field),
  };
}

function readArgument(argument: InputValueDefinitionNode): ApiArgument {
  return {
    name: argument.name.value,
    type: print(argument.type),
    description: argument.description?.value ?? '',
  };
}

function readBasis(field: FieldDefinitionNode): number[] {
  const value = field.directives
    ?.find((directive) => directive.name.value === 'basis')
    ?.arguments?.find((argument) => argument.name.value === 'articles')?.value;
  if (value?.kind !== Kind.LIST) return [];
  return value.values.flatMap((item) => (item.kind === Kind.INT ? [Number(item.value)] : []));
}

function readDeprecation(field: FieldDefinitionNode): string | null {
  const directive = field.directives?.find(({ name }) => name.value === 'deprecated');
  if (!directive) return null;
  const reason = directive.arguments?.find(({ name }) => name.value === 'reason')?.value;
  return reason?.kind === Kind.STRING ? reason.value : '不再推荐使用';
}
