import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { MechanismDocumentRow } from '../tables-incidents.ts';
import { authorsOf, MECHANISM_KINDS } from './kinds.ts';
import { mechanismDocumentLifecycle } from './lifecycle.ts';

/** The register of mechanisms; of each kind one is in force. */
export const mechanismDocument = noun<MechanismDocumentRow>({
  lifecycle: mechanismDocumentLifecycle,
  table: 'operations.mechanismDocument',
  numberPrefix: 'JZ',
  searchColumns: ['versionText'],
  title: ({ kind, versionText }) => `${MECHANISM_KINDS[kind]} ${versionText}`,
  effects: {
    draft: async ({ input }) => ({
      columns: { ...(input as Partial<MechanismDocumentRow>), signedBy: [] },
    }),
    sign: async ({ record, viewer }) => {
      const signedBy = [...record.signedBy, viewer.party!];
      const complete = authorsOf(record.kind).every((party) => signedBy.includes(party));
      return { columns: { signedBy }, state: complete ? 'SIGNED' : 'SIGNING' };
    },
    guide: async ({ input, now, record, alsoEach }) => {
      // The old one goes before the new one comes: the register admits one in force of a kind.
      await alsoEach(mechanismDocument, { kind: record.kind }, ['IN_FORCE'], 'supersede');
      return { columns: { guidance: input.guidance as string, effectiveAt: now } };
    },
  },
});
