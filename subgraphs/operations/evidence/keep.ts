import { sha256Hex } from '@zgt/runtime/crypto/digest.ts';
import type { Given } from '@zgt/runtime/lifecycle/noun.ts';
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
