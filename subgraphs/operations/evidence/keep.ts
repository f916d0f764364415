import { sha256Hex } from '@zgt/runtime/crypto/digest.ts';
import type { DomainEvent } from '@zgt/runtime/jobs/queue.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import type { Given } from '@zgt/runtime/lifecycle/noun.ts';
import { singletonOf } from '@zgt/runtime/organizations.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { systemRequest } from '@zgt/runtime/viewer.ts';
import type { KnownRecord } from '../subjects/known-record.ts';
import type { ProblemCaseRow } from '../tables.ts';
import { evidence } from './actions.ts';
import { readAttachments } from './store.ts';

/** Keeps what there is now of a case's subject, with the text and files that came along; duty 28.2. */
export async function keepEvidence(
  { record, tx, input, documents, viewer, now, create }: Given<ProblemCaseRow>,
  app: KnownRecord | null,
): Promise<void> {
  const snapshot = JSON.stringify({
    app: app && { number: app.number, title: app.title, state: app.state },
    content: record.contentReference,
    findings: record.findings,
    discoveredAt: record.discoveredAt,
    capturedAt: now,
  });
  const body = (input.body as string | null) ?? null;
  const attachments = await readAttachments(
    tx,
    documents.map(({ documentId }) => documentId),
  );
  await create(
    evidence,
    'keep',
    {
      caseKind: 'PROBLEM_CASE',
      caseId: record.id,
      caseNumber: record.number,
      snapshot,
      body,
      attachments,
      digest: sha256Hex(JSON.stringify([snapshot, body, attachments])),
      capturedAt: now,
    },
    // Whoever keeps it holds it: the provider that it is about does not.
    viewer.organizationId!,
  );
}

/**
 * Keeps a content as it stood when it was hidden or removed; the event was written in the same transaction as that
 * (article 45, duty 45.2). Told twice, it is kept once.
 */
export async function keepContent(
  runtime: Runtime,
  { name, recordId, values }: DomainEvent,
  jobId: string,
): Promise<void> {
  const company = await singletonOf(runtime.db, 'PROJECT_COMPANY');
  if (!company) return;
  const { number, appId, category, heading, body, bodyDigest, publishedAt, updatedAt } = values as Record<
    string,
    string | null
  >;
  const snapshot = JSON.stringify({
    content: { number, heading, category, appId, publishedAt, bodyDigest },
    measure: name === 'hideContentItem' ? 'HIDE' : 'REMOVE',
    capturedAt: updatedAt,
  });
  const { refusal } = await act(runtime, evidence, 'keep', {
    context: systemRequest(jobId),
    organizationId: company.id,
    input: {
      caseKind: 'CONTENT_ITEM',
      caseId: recordId,
      caseNumber: number,
      snapshot,
      body,
      attachments: [],
      digest: sha256Hex(JSON.stringify([snapshot, body, []])),
      capturedAt: new Date(updatedAt!),
    },
  });
  if (refusal && refusal.code !== 'ALREADY_EXISTS')
    throw new Error(`content ${recordId} is not kept: ${refusal.code}`);
}
