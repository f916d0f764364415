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

/** Takes the key in this transaction. A second caller waits for the first and is given its outcome. */
export async function claimKey<T>(
  tx: Tx,
  viewer: Viewer,
  key: string,
  body: unknown,
  now: Date,
): Promise<Replay<T>> {
  const actor = actorOf(viewer);
  const digest = digestOf(body);
  const claimed = await tx
    .insertInto('runtime.idempotency')
    .values({ actor, key, digest, outcome: null, createdAt: now })
    .onConflict((conflict) => conflict.columns(['actor', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (claimed) return { kind: 'FIRST' };
  const first = await tx
    .selectFrom('runtime.idempotency')
    .select(['digest', 'outcome'])
    .where('actor', '=', actor)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  return first.digest === digest ? { kind: 'AGAIN', outcome: first.outcome as T } : { kind: 'OTHER_BODY' };
}

/** Keeps the answer under the key, in the transaction that made it true. */
export async function keepOutcome(tx: Tx, viewer: Viewer, key: string, outcome: unknown): Promise<void> {
  await tx
    .updateTable('runtime.idempotency')
    .set({ outcome: json(outcome) })
    .where('actor', '=', actorOf(viewer))
    .where('key', '=', key)
    .execute();
}
