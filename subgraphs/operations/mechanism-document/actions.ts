import { type Given, type Noun, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { MECHANISM_KINDS, type MechanismKind } from '../choices-supervision.ts';
import type { MechanismDocumentRow } from '../tables.ts';
import { mechanismDocumentLifecycle } from './lifecycle.ts';
import { isComplete } from './makers.ts';

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

/** The register of mechanisms; each belongs to the organisation that handed it in. */
export const mechanismDocument: Noun<MechanismDocumentRow> = noun<MechanismDocumentRow>({
  lifecycle: mechanismDocumentLifecycle,
  table: 'operations.mechanismDocument',
  numberPrefix: 'JZ',
  searchColumns: ['name'],
  title: ({ kind, versionText }) => `${MECHANISM_KINDS[kind as MechanismKind]} ${versionText}`,
  effects: {
    file: (given) =>
      completed(given, {
        ...(given.input as Partial<MechanismDocumentRow>),
        signedBy: [given.viewer.party!],
        guidedAt: null,
      }),
    sign: (given) => completed(given, { signedBy: [...given.record.signedBy, given.viewer.party!] }),
    guide: (given) => completed(given, { guidance: given.input.guidance as string, guidedAt: given.now }),
  },
});
