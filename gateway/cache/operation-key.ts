import { createHash } from 'node:crypto';
import { type DocumentNode, print } from 'graphql';

const digests = new WeakMap<DocumentNode, string>();

/** One key for one question: however it is laid out and commented, with these coerced variables and this operation. */
export function operationKey(
  document: DocumentNode,
  operationName: string | undefined,
  variables: Readonly<Record<string, unknown>>,
): string {
  const text = digests.get(document) ?? digest(print(document));
  digests.set(document, text);
  return digest(JSON.stringify([text, operationName ?? null, variables]));
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');
