import type { Lifecycle, Transition } from '../lifecycle/declaration.ts';
import type { DocumentInput } from '../lifecycle/noun.ts';
import type { OfferedDocument } from '../lifecycle/opening.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Viewer } from '../viewer.ts';

/** Checks that what the action demands is there, and that each document was uploaded by the viewer's own side. */
export function checkDocuments(
  transition: Transition,
  documents: readonly DocumentInput[],
  viewer: Viewer,
  attachedBefore: ReadonlySet<string>,
  uploaded: readonly OfferedDocument[],
): Refusal | null {
  const wanted = transition.documents ?? {};
  const unknown = documents.filter((document) => !Object.hasOwn(wanted, document.kind));
  if (unknown.length > 0)
    return refuse('VALIDATION', {
      details: unknown.map((document) => ({
        path: 'documents',
        message: `此步骤不收 ${document.kind}；可以附的材料：${Object.keys(wanted).join('、') || '无'}`,
      })),
    });
  const missing = Object.entries(wanted).filter(
    ([kind, need]) =>
      need === 'REQUIRED' &&
      !attachedBefore.has(kind) &&
      !documents.some((document) => document.kind === kind),
  );
  if (missing.length > 0)
    return refuse('DOCUMENTS_MISSING', {
      articles: transition.articles,
      details: missing.map(([kind]) => ({ path: `documents.${kind}`, message: `缺少材料：${kind}` })),
    });
  if (documents.length === 0) return null;
  const ids = documents.map((document) => document.documentId);
  const own = uploaded.filter(
    (row) =>
      (row.organizationId !== null && row.organizationId === viewer.organizationId) ||
      (row.accountId !== null && row.accountId === viewer.accountId),
  );
  const foreign = ids.filter((id) => !own.some((row) => row.id === id));
  return foreign.length > 0
    ? refuse('DOCUMENT_NOT_FOUND', {
        details: foreign.map((id) => ({ path: 'documents', message: `没有找到您上传的文件 ${id}` })),
      })
    : null;
}

export interface NewDocumentUse {
  documentId: string;
  noun: string;
  recordId: string;
  kind: string;
  readers: readonly string[];
  attachedAt: Date;
}

/** Ties documents to the record; from then on those who may read the record may read them. */
export function documentUses(
  lifecycle: Lifecycle,
  recordId: string,
  documents: readonly DocumentInput[],
  now: Date,
): NewDocumentUse[] {
  return documents.map((document) => ({
    documentId: document.documentId,
    noun: lifecycle.noun,
    recordId,
    kind: document.kind,
    readers: lifecycle.readers,
    attachedAt: now,
  }));
}
