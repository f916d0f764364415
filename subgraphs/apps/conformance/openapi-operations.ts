import type { Findings } from './findings.ts';
import { dereference, isObject, type Json, type Path } from './openapi-reading.ts';
import type { ReadDocument } from './read-document.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

const TOKEN = /^(?:(?:access|api|auth|id|refresh)_?)?(?:token|key|secret|password)$/i;

function* operationsOf(root: Json): Generator<[Json, Path]> {
  if (!isObject(root.paths)) return;
  for (const [path, item] of Object.entries(root.paths)) {
    const resolved = dereference(root, item);
    for (const method of METHODS)
      if (isObject(resolved?.[method])) yield [resolved[method], ['paths', path, method]];
  }
}

/** Who may call, by which credential, and what happens to those who call too often. */
export function checkSecurity(root: Json, { at }: ReadDocument, findings: Findings): void {
  const schemes = isObject(root.components?.securitySchemes) ? root.components.securitySchemes : {};
  for (const [name, declared] of Object.entries(schemes)) {
    const scheme = dereference(root, declared);
    if (scheme?.type === 'apiKey' && scheme.in === 'query')
      findings.add(
        'OAS-005',
        at(['components', 'securitySchemes', name, 'in']),
        `凭证 ${name} 放在地址中`,
        '改为 type: http、scheme: bearer，凭证放在 Authorization 头。',
      );
  }
  const identifiers = new Map<string, Path>();
  for (const [operation, path] of operationsOf(root)) {
    const shown = `${path[2]!.toUpperCase()} ${path[1]}`;
    const security = operation.security ?? root.security;
    if (!Array.isArray(security) || security.length === 0)
      findings.add(
        'OAS-006',
        at(path),
        `${shown} 没有声明凭证要求`,
        '在文档或操作上写 security；公开的接口写 security: [{}]。',
      );
    const { operationId } = operation;
    const earlier = typeof operationId === 'string' && identifiers.get(operationId);
    if (typeof operationId !== 'string' || operationId === '')
      findings.add(
        'OAS-008',
        at(path),
        `${shown} 没有操作名`,
        '填写 operationId，动词加名词，例如 listMembers。',
      );
    else if (earlier)
      findings.add(
        'OAS-008',
        at([...path, 'operationId']),
        `操作名 ${operationId} 与 ${earlier[1]} 的相同`,
        '每个操作取不同的名称。',
      );
    else identifiers.set(operationId, path);
    if (!isObject(operation.responses) || !Object.hasOwn(operation.responses, '429'))
      findings.add(
        'OAS-007',
        at([...path, 'responses']),
        `${shown} 没有说明限流时的应答`,
        '增加 429 应答，并在应答头给出 Retry-After。',
      );
  }
}

/** Addresses end up in logs and histories: nothing sensitive may stand in them. */
export function checkPersonalParameters(root: Json, { at }: ReadDocument, findings: Findings): void {
  const lists: [unknown, Path][] = [];
  for (const [path, item] of Object.entries(isObject(root.paths) ? root.paths : {}))
    lists.push([dereference(root, item)?.parameters, ['paths', path, 'parameters']]);
  const { sensitiveNames } = findings.measure.dictionary;
  for (const [operation, path] of operationsOf(root))
    lists.push([operation.parameters, [...path, 'parameters']]);
  for (const [list, path] of lists)
    for (const [index, declared] of (Array.isArray(list) ? list : []).entries()) {
      const parameter = dereference(root, declared);
      const name = String(parameter?.name ?? '');
      if (parameter?.in !== 'query' && parameter?.in !== 'path') continue;
      if (sensitiveNames.has(name.replaceAll('_', '').toLowerCase()) || TOKEN.test(name))
        findings.add(
          'OAS-009',
          at([...path, String(index), 'name']),
          `地址参数 ${name} 是个人信息或令牌`,
          '改放在请求正文中；令牌放在 Authorization 头。',
        );
    }
}
