import {
  buildASTSchema,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  GraphQLError,
  type InputValueDefinitionNode,
  Kind,
  KnownDirectivesRule,
  PossibleTypeExtensionsRule,
  parse,
  type TypeNode,
  validateSchema,
} from 'graphql';
import { specifiedSDLRules } from 'graphql/validation/specifiedRules.js';
import { validateSDL } from 'graphql/validation/validate.js';
import { checkDeclaredField, type FieldType, purposeIn } from './declared-field.ts';
import { type Place, Places, START } from './finding.ts';
import type { Findings } from './findings.ts';
import { checkName } from './names.ts';

const MOST_TOKENS = 200_000;
const MOST_ERRORS = 100;
const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);
/** Types that only carry others: their fields are the interface standard's own. */
const CARRIERS = /(?:Connection|Edge|Payload|PageInfo)$/;
/** A subgraph's document uses directives and extends types that others define. */
const SDL_RULES = specifiedSDLRules.filter(
  (rule) => rule !== KnownDirectivesRule && rule !== PossibleTypeExtensionsRule,
);

const SCALARS: Readonly<Record<string, FieldType>> = {
  ID: 'text',
  String: 'text',
  Int: 'integer',
  Float: 'number',
  Boolean: 'boolean',
  Date: 'date',
  DateTime: 'datetime',
};

function placeOf(error: GraphQLError): Place {
  const [location] = error.locations ?? [];
  return location ? { line: location.line, column: location.column, path: '' } : START;
}

function named(type: TypeNode): { name: string; list: boolean } {
  switch (type.kind) {
    case Kind.NAMED_TYPE:
      return { name: type.name.value, list: false };
    case Kind.LIST_TYPE:
      return { name: named(type.type).name, list: true };
    default:
      return named(type.type);
  }
}

function readable(text: string, findings: Findings): DocumentNode | null {
  try {
    return parse(text, { maxTokens: MOST_TOKENS });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    findings.add('DOC-003', placeOf(error), `语法错误：${error.message}`, '请改正该处的语法。');
    return null;
  }
}

function checkDefinitions(document: DocumentNode, findings: Findings): void {
  const extendsOthers = document.definitions.some(({ kind }) => kind.endsWith('Extension'));
  const inText = validateSDL(document, null, SDL_RULES);
  const errors =
    inText.length > 0 ? inText : validateSchema(buildASTSchema(document, { assumeValidSDL: true }));
  for (const error of errors.slice(0, MOST_ERRORS))
    if (!extendsOthers || !error.message.startsWith('Query root type'))
      findings.add(
        'GQL-001',
        placeOf(error),
        `类型定义有误：${error.message}`,
        '请改正定义，使所用的类型都存在且前后一致。',
      );
}

/** Judges an interface description in the schema definition language of GraphQL. */
export function checkGraphQlSdl(text: string, findings: Findings): void {
  const document = readable(text, findings);
  if (!document) return;
  const operation = document.definitions.find(
    ({ kind }) => kind === Kind.OPERATION_DEFINITION || kind === Kind.FRAGMENT_DEFINITION,
  );
  if (operation) {
    findings.add(
      'DOC-006',
      new Places(text).at(operation.loc!.start),
      '这是查询，不是接口描述',
      '请提交类型定义（SDL）。',
    );
    return;
  }
  checkDefinitions(document, findings);
  const enums = new Map(
    document.definitions
      .filter((one): one is EnumTypeDefinitionNode => one.kind === Kind.ENUM_TYPE_DEFINITION)
      .map((one) => [one.name.value, (one.values ?? []).map(({ name }) => name.value)]),
  );
  for (const definition of document.definitions)
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        checkFields(definition.name.value, definition.fields ?? [], enums, findings);
    }
}

function checkFields(
  owner: string,
  fields: readonly (FieldDefinitionNode | InputValueDefinitionNode)[],
  enums: ReadonlyMap<string, string[]>,
  findings: Findings,
): void {
  for (const field of fields) {
    const shown = `${owner}.${field.name.value}`;
    const { line, column } = field.name.loc!.startToken;
    const place = { line, column, path: shown };
    const name = field.name.value;
    if (name.startsWith('_')) continue;
    if (!checkName(name, shown, place, findings)) continue;
    const type = named(field.type);
    if (ROOTS.has(owner)) {
      const given = 'arguments' in field ? (field.arguments ?? []).map((one) => one.name.value) : [];
      if (type.list && !(given.includes('first') && given.includes('after')))
        findings.add(
          'GQL-002',
          place,
          `${shown} 返回整个列表，没有分页`,
          '以 first 与 after 分页，返回连接类型；first 不超过 100。',
        );
      continue;
    }
    if (CARRIERS.test(owner)) continue;
    const description = field.description?.value ?? '';
    const values = enums.get(type.name) ?? null;
    checkDeclaredField(
      {
        shown,
        name,
        object: owner.replace(/(?:Input|Filter)$/, ''),
        type: values ? 'text' : (SCALARS[type.name] ?? 'unknown'),
        list: owner.endsWith('Filter') ? null : type.list,
        length: null,
        values,
        description,
        purpose: purposeIn(description),
        place,
      },
      findings,
      'FLD-002',
    );
  }
}
