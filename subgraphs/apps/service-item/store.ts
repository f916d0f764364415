import { anyOf } from '@zgt/runtime/database/any-of.ts';
import type { Db } from '@zgt/runtime/database/open.ts';
import { type RawBuilder, sql } from 'kysely';
import type { AppsTables } from '../tables.ts';

/** How many service items of an organisation stand how; what was removed does not count. */
export interface AccessCoverage {
  organizationId: string;
  total: number;
  connected: number;
  exempt: number;
}

/** Whether an item is of the line that a department of the region leads, as SQL over the row `record`; of none for others. */
export function ofLineLedBy(organizationId: string): RawBuilder<boolean> {
  return sql<boolean>`record.vertical_system = (select scope->>'verticalSystem' from runtime.standing
    where organization_id = ${organizationId}::uuid and kind = 'GOVERNMENT_BODY' and state = 'ACTIVE'
      and scope->>'level' = 'REGION')`;
}

const COUNTED = ['NOT_CONNECTED', 'CONNECTING', 'CONNECTED', 'EXEMPT'];

/** Counts the service items of one organisation; the index of its states leads to them. */
export async function readCoverage(db: Db<AppsTables>, organizationId: string): Promise<AccessCoverage> {
  const rows = await db
    .selectFrom('apps.serviceItem')
    .select(['state', ({ fn }) => fn.countAll<string>().as('count')])
    .where('organizationId', '=', organizationId)
    .where(anyOf('state', COUNTED, 'text'))
    .groupBy('state')
    .execute();
  const of = (state: string) => Number(rows.find((row) => row.state === state)?.count ?? 0);
  return {
    organizationId,
    total: COUNTED.reduce((sum, state) => sum + of(state), 0),
    connected: of('CONNECTED'),
    exempt: of('EXEMPT'),
  };
}
