import { decryptField, encryptField } from '@zgt/runtime/crypto/field-encryption.ts';
import type { KeyRing } from '@zgt/runtime/crypto/keys.ts';
import { maskEmail, maskPhone } from '@zgt/runtime/crypto/masking.ts';
import type { SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import type { HotlineTicketRow } from '../tables.ts';

const place = (ticketId: string) => `hotlineTicket.contact:${ticketId}`;

/** The stored form of a user's contact; it does not decrypt on another ticket. */
export function encryptContact(keys: KeyRing, contact: string | null, ticketId: string): string | null {
  return contact === null ? null : encryptField(keys, contact, place(ticketId));
}

/**
 * The user's contact: in full for the project company, which calls back, each time with an audit entry; masked for
 * others. The entry comes first, so that nobody reads what could not be logged (article 71).
 */
export async function readContact(
  { runtime, viewer, loaders }: SubgraphContext,
  ticket: HotlineTicketRow,
): Promise<string | null> {
  if (ticket.contactCipher === null) return null;
  const mayRead = viewer.party === 'PROJECT_COMPANY' && viewer.organizationId === ticket.organizationId;
  if (mayRead)
    await loaders.logRead.load({
      noun: 'HotlineTicket',
      recordId: ticket.id,
      action: 'readContact',
      outcome: 'READ',
      articles: [44, 71],
    });
  const contact = decryptField(runtime.keys, ticket.contactCipher, place(ticket.id));
  if (mayRead) return contact;
  return contact.includes('@') ? maskEmail(contact) : maskPhone(contact);
}
