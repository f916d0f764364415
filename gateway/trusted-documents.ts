import { readFile } from 'node:fs/promises';

/** An operation that the platform's own pages send; its id is the SHA-256 of its text, in hexadecimal. */
export interface TrustedDocument {
  id: string;
  name: string;
  body: string;
}

const MANIFEST = new URL('../schema/graphql/trusted-documents.json', import.meta.url);

/** Reads the manifest of trusted documents, which is generated from the portal's queries. */
export async function readTrustedDocuments(): Promise<readonly TrustedDocument[]> {
  const { operations } = JSON.parse(await readFile(MANIFEST, 'utf8')) as { operations: TrustedDocument[] };
  return operations;
}
