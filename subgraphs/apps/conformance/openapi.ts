import { Validator } from '@seriousme/openapi-schema-validator';
import { checkDeclaredField, type FieldType, purposeIn } from './declared-field.ts';
import type { Findings } from './findings.ts';
import { checkName } from './names.ts';
import { checkPersonalParameters, checkSecurity } from './openapi-operations.ts';
import { dereference, isObject, type Json, objectsIn, target } from './openapi-reading.ts';
import { type ReadDocument, readDocument } from './read-document.ts';

const SCHEMES = ['boolean', 'string', 'integer', 'number', 'object', 'array', 'null'];

/** Judges an OpenAPI description of version 3.0 or 3.1. Nothing outside the document is ever read. */
export async function checkOpenApi(text: string, findings: Findings): Promise<void> {
  const document = readDocument(text, findings, 'YAML');
  if (!document) return;
  const { at, value } = document;
  if (!isObject(value) || !/^3\.[01]\.\d+/.test(String(value.openapi))) {
    const version = isObject(value) ? (value.openapi ?? value.swagger) : undefined;
    findings.add(
      'DOC-006',
      at(['openapi']),
      version === undefined
        ? '不是 OpenAPI 描述：缺少 openapi 版本号'
        : `不支持的版本 ${String(version).slice(0, 40)}`,
      '请提交 OpenAPI 3.0 或 3.1 的描述，开头写明 openapi: 3.1.0。',
    );
    return;
  }
  await checkStructure(value, document, findings);
  checkReferences(value, document, findings);
  checkServers(value, document, findings);
  checkSecurity(value, document, findings);
  checkPersonalParameters(value, document, findings);
  checkSchemas(value, document, findings);
}

const KEYWORDS: Record<string, (params: Json) => string> = {
  required: ({ missingProperty }) => `缺少 ${missingProperty}`,
  type: ({ type }) => `类型应为 ${type}`,
  enum: ({ allowedValues }) => `应为 ${allowedValues.join('、')} 之一`,
  additionalProperties: ({ additionalProperty }) => `不应有 ${additionalProperty}`,
  unevaluatedProperties: ({ unevaluatedProperty }) => `不应有 ${unevaluatedProperty}`,
  pattern: ({ pattern }) => `应符合 ${pattern}`,
  format: ({ format }) => `应符合格式 ${format}`,
};

/** Compiles the schema of each version once. */
const STRUCTURE = new Validator();

async function checkStructure(root: Json, { at }: ReadDocument, findings: Findings): Promise<void> {
  // Only ever an object: a text would be taken for the name of a file.
  const { errors } = await STRUCTURE.validate(root);
  for (const { keyword, instancePath, params, message } of typeof errors === 'object' ? errors : []) {
    if (keyword === 'if' || keyword === 'anyOf' || keyword === 'oneOf') continue;
    const path = instancePath
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    const why = KEYWORDS[keyword]?.(params) ?? message ?? keyword;
    findings.add(
      'OAS-001',
      at(path),
      `${path.join('.') || '文档'}：${why}`,
      '请按所声明的 OpenAPI 版本改正这一处；改正后再检查，可能还有后续问题。',
    );
  }
}

function checkReferences(root: Json, { at }: ReadDocument, findings: Findings): void {
  for (const [object, path] of objectsIn(root))
    for (const key of ['$ref', '$dynamicRef', 'operationRef']) {
      const reference = object[key];
      if (typeof reference !== 'string') continue;
      const place = at([...path, key]);
      const short = reference.slice(0, 120);
      if (!reference.startsWith('#'))
        findings.add(
          'OAS-003',
          place,
          `引用了文档之外的 ${short}；检查时不读取任何外部内容`,
          '把被引用的内容并入本文档的 components，再以 # 开头引用。',
        );
      else if (
        /^#\//.test(reference) &&
        key === '$ref' &&
        dereference(root, object) === null &&
        isUnresolved(root, object)
      )
        findings.add(
          'OAS-004',
          place,
          `引用 ${short} 没有目标，或者绕回自己`,
          '改正引用的路径，使它最终指向一个定义。',
        );
    }
}

/** A boolean schema is a target too, though it is no object. */
function isUnresolved(root: Json, object: Json): boolean {
  const found = target(root, object.$ref);
  return found === undefined || isObject(found);
}

function checkServers(root: Json, { at }: ReadDocument, findings: Findings): void {
  const servers: unknown[] = Array.isArray(root.servers) ? root.servers : [];
  for (const [index, server] of servers.entries()) {
    const url = isObject(server) ? server.url : undefined;
    if (typeof url === 'string' && /^(?!https:)[a-z][a-z0-9+.-]*:/i.test(url))
      findings.add(
        'OAS-002',
        at(['servers', String(index), 'url']),
        `服务地址 ${url.slice(0, 120)} 不是 HTTPS`,
        '改用以 https:// 开头的地址。',
      );
  }
}

function typeOf(schema: Json): { type: FieldType; list: boolean } {
  const names: unknown[] = (Array.isArray(schema.type) ? schema.type : [schema.type]).filter(
    (name) => name !== 'null',
  );
  const [name] = names;
  if (names.length !== 1 || typeof name !== 'string') return { type: 'unknown', list: false };
  if (name === 'array') {
    const items = isObject(schema.items) ? typeOf(schema.items) : { type: 'unknown' as const };
    return { type: items.type, list: true };
  }
  if (name === 'string' && schema.format === 'date') return { type: 'date', list: false };
  if (name === 'string' && schema.format === 'date-time') return { type: 'datetime', list: false };
  const types: Record<string, FieldType> = {
    string: 'text',
    integer: 'integer',
    number: 'number',
    boolean: 'boolean',
    object: 'object',
  };
  return { type: types[name] ?? 'unknown', list: false };
}

function valuesOf(root: Json, schema: Json): string[] | null {
  const items = schema.type === 'array' ? dereference(root, schema.items) : schema;
  return Array.isArray(items?.enum) ? items.enum.filter((value) => typeof value === 'string') : null;
}

function checkSchemas(root: Json, { at }: ReadDocument, findings: Findings): void {
  for (const [object, path] of objectsIn(root)) {
    const isSchema = path.at(-2) === 'schemas' || path.at(-2) === 'properties' || path.at(-1) === 'schema';
    const types = Array.isArray(object.type) ? object.type : [object.type];
    const strange = isSchema && object.type !== undefined && types.find((type) => !SCHEMES.includes(type));
    if (strange)
      findings.add(
        'OAS-001',
        at([...path, 'type']),
        `类型 ${String(strange).slice(0, 40)} 不存在`,
        `改为 ${SCHEMES.join('、')} 之一。`,
      );
    if (!isObject(object.properties) || path.at(-1) === 'properties') continue;
    const owner = path.at(-2) === 'schemas' ? path.at(-1)! : null;
    for (const [name, declared] of Object.entries(object.properties)) {
      const place = at([...path, 'properties', name]);
      if (!checkName(name, name, place, findings)) continue;
      const schema = dereference(root, declared);
      if (!schema) continue;
      const description = String(
        (isObject(declared) && declared.description) || schema.description || schema.title || '',
      );
      const own = isObject(declared) ? declared : schema;
      checkDeclaredField(
        {
          shown: name,
          name,
          object: owner,
          ...typeOf(schema),
          length: typeof schema.maxLength === 'number' ? schema.maxLength : null,
          values: valuesOf(root, schema),
          description,
          purpose: String(own['x-purpose'] ?? schema['x-purpose'] ?? '').trim() || purposeIn(description),
          place,
        },
        findings,
        'FLD-002',
      );
    }
  }
}
