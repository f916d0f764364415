import { appendAudit } from '../audit/append.ts';
import { now } from '../clock.ts';
import { sha256Hex } from '../crypto/digest.ts';
import type { Db } from '../database/open.ts';
import { isId, newId } from '../id.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { RequestContext, Viewer } from '../viewer.ts';
import { type DocumentStore, newDocumentKey } from './document-store.ts';
import { sniffDocument } from './sniff.ts';

export interface UploadedDocument {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  digest: string;
}

/** Keeps an uploaded file for the viewer's side. What it is, is judged by its content, not by its name. */
export async function uploadDocument(
  db: Db,
  store: DocumentStore,
  context: RequestContext,
  bytes: Uint8Array,
  fileName: string,
): Promise<{ document: UploadedDocument } | { refusal: Refusal }> {
  const { viewer } = context;
  if (viewer.accountId === null && viewer.organizationId === null)
    return { refusal: refuse('UNAUTHENTICATED') };
  const sniffed = await sniffDocument(bytes, fileName);
  if (!sniffed.ok)
    return { refusal: refuse(sniffed.code, { details: [{ path: 'file', message: sniffed.reason }] }) };
  const id = newId();
  const storageKey = newDocumentKey();
  const digest = sha256Hex(bytes);
  await store.put(storageKey, bytes);
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('runtime.document')
      .values({
        id,
        organizationId: viewer.organizationId,
        accountId: viewer.accountId,
        name: sniffed.fileName,
        mime: sniffed.mime,
        size: bytes.byteLength,
        digest,
        storageKey,
        createdAt: now(),
      })
      .execute();
    await appendAudit(tx, context, now(), {
      noun: 'Document',
      recordId: id,
      action: 'upload',
      outcome: 'DONE',
      articles: [],
      details: { digest, size: bytes.byteLength },
    });
  });
  return {
    document: { id, name: sniffed.fileName, mediaType: sniffed.mime, size: bytes.byteLength, digest },
  };
}

async function mayRead(db: Db, viewer: Viewer, documentId: string): Promise<boolean> {
  const document = await db
    .selectFrom('runtime.document')
    .select(['organizationId', 'accountId'])
    .where('id', '=', documentId)
    .executeTakeFirst();
  if (!document) return false;
  if (viewer.organizationId !== null && document.organizationId === viewer.organizationId) return true;
  if (viewer.accountId !== null && document.accountId === viewer.accountId) return true;
  const uses = await db
    .selectFrom('runtime.documentUse as use')
    .innerJoin('runtime.item as item', 'item.recordId', 'use.recordId')
    .select(['use.readers', 'item.organizationId'])
    .where('use.documentId', '=', documentId)
    .execute();
  return uses.some(
    (use) =>
      (viewer.party !== null && use.readers.includes(viewer.party)) ||
      (viewer.organizationId !== null && use.organizationId === viewer.organizationId),
  );
}

/** Gives a document to those who may read it or the record it is attached to; every download leaves an entry. */
export async function downloadDocument(
  db: Db,
  store: DocumentStore,
  context: RequestContext,
  documentId: string,
): Promise<{ name: string; mime: string; bytes: Uint8Array } | { refusal: Refusal }> {
  if (!isId(documentId) || !(await mayRead(db, context.viewer, documentId)))
    return { refusal: refuse('DOCUMENT_NOT_FOUND') };
  const document = await db
    .selectFrom('runtime.document')
    .select(['name', 'mime', 'storageKey', 'digest'])
    .where('id', '=', documentId)
    .executeTakeFirstOrThrow();
  const bytes = await store.get(document.storageKey);
  if (!bytes || sha256Hex(bytes) !== document.digest)
    throw new Error(`document ${documentId} is missing from the store or differs from its digest`);
  await appendAudit(db, context, now(), {
    noun: 'Document',
    recordId: documentId,
    action: 'download',
    outcome: 'READ',
    articles: [51],
  });
  return { name: document.name, mime: document.mime, bytes };
}
