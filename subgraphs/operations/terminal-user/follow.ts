import type { Given } from '@zgt/runtime/lifecycle/noun.ts';
import type { UserPenalty } from '../choices-conduct.ts';
import type { UserViolationRow } from '../tables-conduct.ts';
import { terminalUser } from './actions.ts';
import { holdUser, penaltiesInForce } from './store.ts';

/** The gravest first: what it makes of a user, and the action that does so. */
const GRAVEST: readonly { penalty: UserPenalty; state: string; action: string }[] = [
  { penalty: 'FREEZE', state: 'FROZEN', action: 'freeze' },
  { penalty: 'LIMIT', state: 'LIMITED', action: 'limit' },
  { penalty: 'WARN', state: 'WARNED', action: 'warn' },
];
const NORMAL = { state: 'NORMAL', action: 'restore' } as const;

/** What a user is while these penalties are in force: as the gravest says (article 44). */
export const standingOf = (penalties: readonly UserPenalty[]): { state: string; action: string } =>
  GRAVEST.find(({ penalty }) => penalties.includes(penalty)) ?? NORMAL;

/** The user of a code, kept from now on if it was not yet (article 8, duty 8.1). */
export async function referTo(
  { tx, create }: Pick<Given, 'tx' | 'create'>,
  reference: string,
  organizationId: string,
): Promise<{ id: string; state: string }> {
  return (
    (await holdUser(tx, reference)) ??
    (await create(terminalUser, 'refer', { reference, userKind: 'PERSON' }, organizationId))
  );
}

/** Brings the user to what the penalties in force make of them, this violation as it is left. */
export async function followPenalties(given: Given<UserViolationRow>): Promise<void> {
  const { record, tx, also } = given;
  const { userReference, organizationId, id, state, penalty } = record;
  const user = await referTo(given, userReference, organizationId);
  const others = await penaltiesInForce(tx, userReference, id);
  const own = ['PENALIZED', 'APPEALED'].includes(state) && penalty ? [penalty] : [];
  const next = standingOf([...others, ...own]);
  if (next.state !== user.state) await also(terminalUser, user.id, next.action);
}
