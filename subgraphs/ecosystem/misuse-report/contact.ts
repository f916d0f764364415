import { decryptField, encryptField } from '@zgt/runtime/crypto/field-encryption.ts';
import type { KeyRing } from '@zgt/runtime/crypto/keys.ts';
import { maskEmail, maskPhone } from '@zgt/runtime/crypto/masking.ts';
import type { SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import type { MisuseReportRow } from '../tables.ts';

const place = (reportId: string) => `misuseReport.reporterContact:${reportId}`;

/** The stored form of a reporter's contact; it does not decrypt on another report. */
export function encryptContact(keys: KeyRing, contact: string | null, reportId: string): string | null {
  return contact === null ? null : encryptField(keys, contact, place(reportId));
}

/**
 * The reporter's contact: in full for the project company alone, each time with an audit entry; masked for others.
 * The entry comes first, so that nobody reads what could not be logged.
 */
export async function readContact(
  { runtime, viewer, loaders }: SubgraphContext,
  report: MisuseReportRow,
): Promise<string | null> {
  if (report.reporterContactCipher === null) return null;
  const mayRead = viewer.party === 'PROJECT_COMPANY' && viewer.organizationId === report.organizationId;
  if (mayRead)
    await loaders.logRead.load({
      noun: 'MisuseReport',
      recordId: report.id,
      action: 'readContact',
      outcome: 'READ',
      articles: [51, 71],
    });
  const contact = decryptField(runtime.keys, report.reporterContactCipher, place(report.id));
  if (mayRead) return contact;
  return contact.includes('@') ? maskEmail(contact) : maskPhone(contact);
}
