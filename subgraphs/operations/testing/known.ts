import { now } from '@zgt/runtime/clock.ts';
import { newId } from '@zgt/runtime/id.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';

let made = 0;

/** A record of another subgraph, as the shared register of records knows it. */
export async function knownRecord(
  runtime: Runtime,
  noun: string,
  organizationId: string,
  state = 'ACTIVE',
): Promise<{ id: string; number: string }> {
  made += 1;
  const record = { id: newId(), number: `T${made}-2026-${String(made).padStart(6, '0')}` };
  await runtime.db
    .insertInto('runtime.item')
    .values({
      noun,
      recordId: record.id,
      organizationId,
      number: record.number,
      title: `${noun} ${made}`,
      state,
      awaits: null,
      awaitsOrganizationId: null,
      since: now(),
      dueAt: null,
      updatedAt: now(),
    })
    .execute();
  return record;
}
