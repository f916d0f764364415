import { createHash } from 'node:crypto';
import type { Tx } from '../database/open.ts';
import { json } from '../parameters.ts';
import type { Viewer } from '../viewer.ts';

export type Replay<T> = { kind: 'FIRST' } | { kind: 'AGAIN'; outcome: T } | { kind: 'OTHER_BODY' };

function actorOf(viewer: Viewer): string {
  return viewer.credentialId ?? viewer.accountId ?? 'anonymous';
}

function digestOf(body: unknown): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex');
}

/** The wish to be the first with a key. */
export interface Claim {
  actor: string;
  key: string;
  digest: string;
  at: Date;
}

/** What will be answered to every later call with the key. */
export interface Answer {
  actor: string;
  key: string;
  outcome: unknown;
}

export function claimOf(viewer: Viewer, key: string, body: unknown, at: Date): Claim {
  return { actor: actorOf(viewer), key, digest: digestOf(body), at };
}

/** What the first call with a key was answered, once that call has ended. */
export async function firstOutcome<T>(tx: Tx, claim: Claim): Promise<Exclude<Replay<T>, { kind: 'FIRST' }>> {
  const first = await tx
    .selectFrom('runtime.idempotency')
    .select(['digest', 'outcome'])
    .where('actor', '=', claim.actor)
    .where('key', '=', claim.key)
    .executeTakeFirstOrThrow();
  return first.digest === claim.digest
    ? { kind: 'AGAIN', outcome: first.outcome as T }
    : { kind: 'OTHER_BODY' };
}

/** Takes the key in this transaction. A second caller waits for the first and is given its outcome. */
export async function claimKey<T>(tx: Tx, claim: Claim): Promise<Replay<T>> {
  const { actor, key, digest, at } = claim;
  const claimed = await tx
    .insertInto('runtime.idempotency')
    .values({ actor, key, digest, outcome: null, createdAt: at })
    .onConflict((conflict) => conflict.columns(['actor', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  return claimed ? { kind: 'FIRST' } : firstOutcome(tx, claim);
}

/** Keeps the answer under the key, in the transaction that made it true. */
export async function keepOutcome(tx: Tx, { actor, key }: Claim, outcome: unknown): Promise<void> {
  await tx
    .updateTable('runtime.idempotency')
    .set({ outcome: json(outcome) })
    .where('actor', '=', actor)
    .where('key', '=', key)
    .execute();
}
