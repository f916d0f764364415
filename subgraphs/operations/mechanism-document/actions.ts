import { type Given, type Noun, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { MECHANISM_KINDS, type MechanismKind } from '../choices-supervision.ts';
import { readSingletons } from '../subjects/store.ts';
import type { MechanismDocumentRow } from '../tables.ts';
import { mechanismDocumentLifecycle } from './lifecycle.ts';
import { isComplete, MECHANISM_RULES } from './makers.ts';

/** The document with what was added to it; once it is complete it takes the place of the one in force. */
async function completed(
  { record, now, alsoEach, settle }: Given<MechanismDocumentRow>,
  added: Partial<MechanismDocumentRow>,
) {
  const { kind, signedBy, guidedAt } = { ...record, ...added };
  if (!isComplete(kind, signedBy, guidedAt)) return { columns: added, state: 'DRAFT' };
  await alsoEach(mechanismDocument, { kind }, ['IN_FORCE'], 'supersede');
  // One of a kind is in force at a time: the earlier one makes way first.
  await settle();
  return { columns: { ...added, inForceAt: now }, state: 'IN_FORCE' };
}

/** The register of mechanisms; each belongs to the first of those who make its kind. */
export const mechanismDocument: Noun<MechanismDocumentRow> = noun<MechanismDocumentRow>({
  lifecycle: mechanismDocumentLifecycle,
  table: 'operations.mechanismDocument',
  numberPrefix: 'JX',
  searchColumns: ['name'],
  title: ({ kind, versionText }) => `${MECHANISM_KINDS[kind as MechanismKind]} ${versionText}`,
  effects: {
    file: async (given) => {
      const { input, tx, record, viewer } = given;
      const [maker] = MECHANISM_RULES[input.kind as MechanismKind].makers;
      return completed(given, {
        ...(input as Partial<MechanismDocumentRow>),
        // Whoever hands it in, it stands with its first maker: one of a kind is in force there.
        organizationId: (await readSingletons(tx)).get(maker!) ?? record.organizationId,
        signedBy: [viewer.party!],
        guidedAt: null,
      });
    },
    sign: (given) => completed(given, { signedBy: [...given.record.signedBy, given.viewer.party!] }),
    guide: (given) => completed(given, { guidance: given.input.guidance as string, guidedAt: given.now }),
  },
});
