import type { Tx } from '../database/open.ts';
import { newId } from '../id.ts';
import type { Lifecycle, Row, Transition } from './declaration.ts';

/** Puts the record where its next step is waited for; every party's work queue reads from here. */
export async function writeItem(
  tx: Tx,
  lifecycle: Lifecycle,
  record: Row,
  title: string,
  now: Date,
  dueAt: Date | null,
): Promise<void> {
  const awaits = lifecycle.states[record.state]!.awaits ?? null;
  const row = {
    organizationId: record.organizationId,
    number: record.number,
    title,
    state: record.state,
    awaits: awaits === 'OWNER' ? null : awaits,
    awaitsOrganizationId: awaits === 'OWNER' ? record.organizationId : null,
    since: now,
    dueAt,
    updatedAt: now,
  };
  await tx
    .insertInto('runtime.item')
    .values({ noun: lifecycle.noun, recordId: record.id, ...row })
    .onConflict((conflict) => conflict.column('recordId').doUpdateSet(row))
    .execute();
}

/** Tells the parties that the transition names, in the same transaction: what was decided is never untold. */
export async function notify(
  tx: Tx,
  lifecycle: Lifecycle,
  action: string,
  transition: Transition,
  record: Row,
  title: string,
  reason: string | null,
  now: Date,
): Promise<void> {
  const tells = transition.tells ?? [];
  if (tells.length === 0) return;
  const parties = tells.filter((party) => party !== 'OWNER');
  const organizations = await tx
    .selectFrom('runtime.organization')
    .select('id')
    .where((where) =>
      where.or([
        ...(parties.length > 0
          ? [where.and([where('party', 'in', parties), where('status', '=', 'ACTIVE')])]
          : []),
        ...(tells.includes('OWNER') ? [where('id', '=', record.organizationId)] : []),
      ]),
    )
    .execute();
  if (organizations.length === 0) return;
  await tx
    .insertInto('runtime.notification')
    .values(
      organizations.map(({ id }) => ({
        id: newId(),
        organizationId: id,
        noun: lifecycle.noun,
        recordId: record.id,
        action,
        title: `${lifecycle.label}“${title}”：${transition.label}`,
        body: reason ? `${transition.effect} 理由：${reason}` : transition.effect,
        articles: [...transition.articles],
        createdAt: now,
        readAt: null,
      })),
    )
    .execute();
}
