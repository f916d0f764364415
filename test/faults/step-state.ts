import type { Db } from '@zgt/runtime/database/open.ts';
import { sql } from 'kysely';

/** All that one action writes, as it stands in the database. */
export interface StepState {
  state: string;
  itemState: string;
  done: number;
  notifications: number;
  running: string[];
  /** Brand: whether the certificate exists. Unit: whether its agreement is in force and its standing says so. */
  consequence: boolean;
}

export interface Step {
  mutation: string;
  table: string;
  action: string;
  id: string;
  key: string;
  before: StepState;
  after: StepState;
}

/** The management unit's approval of a unit (article 7). */
export function approval(id: string, key: string): Step {
  return {
    mutation: 'approveEcosystemUnit',
    table: 'ecosystem.ecosystemUnit',
    action: 'approve',
    id,
    key,
    before: {
      state: 'AUTHORIZED',
      itemState: 'AUTHORIZED',
      done: 0,
      notifications: 0,
      running: ['approve'],
      consequence: false,
    },
    after: {
      state: 'ACTIVE',
      itemState: 'ACTIVE',
      done: 1,
      notifications: 2,
      running: [],
      consequence: true,
    },
  };
}

/** The management unit's consent to a brand authorization (article 50). */
export function consent(id: string, key: string): Step {
  return {
    mutation: 'consentBrandAuthorization',
    table: 'ecosystem.brandAuthorization',
    action: 'consent',
    id,
    key,
    before: {
      state: 'PENDING_CONSENT',
      itemState: 'PENDING_CONSENT',
      done: 0,
      notifications: 0,
      running: ['consent'],
      consequence: false,
    },
    after: {
      state: 'EFFECTIVE',
      itemState: 'EFFECTIVE',
      done: 1,
      notifications: 2,
      running: ['expiryReminder', 'validity'],
      consequence: true,
    },
  };
}

async function consequence(db: Db, { table, id }: Step): Promise<boolean> {
  const found =
    table === 'ecosystem.brandAuthorization'
      ? await sql<{
          holds: boolean;
        }>`select certificate_number is not null and certificate_signature is not null as holds
          from ecosystem.brand_authorization where id = ${id}`.execute(db)
      : await sql<{
          holds: boolean;
        }>`select agreement.state = 'IN_FORCE' and standing.state is not distinct from 'ACTIVE' as holds
          from ecosystem.ecosystem_unit unit
          join ecosystem.authorization_agreement agreement on agreement.ecosystem_unit_id = unit.id
          left join runtime.standing on standing.organization_id = unit.organization_id and standing.kind = 'ECOSYSTEM_UNIT'
          where unit.id = ${id}`.execute(db);
  return found.rows[0]!.holds;
}

/** Reads what the step has written so far; either all of it or nothing may be there. */
export async function stepState(db: Db, step: Step): Promise<StepState> {
  const { id, action } = step;
  const record = await sql<{
    state: string;
  }>`select state from ${sql.table(step.table)} where id = ${id}`.execute(db);
  const item = await db
    .selectFrom('runtime.item')
    .select('state')
    .where('recordId', '=', id)
    .executeTakeFirstOrThrow();
  const entries = await db
    .selectFrom('runtime.auditEntry')
    .select('seq')
    .where('recordId', '=', id)
    .where('action', '=', action)
    .where('outcome', '=', 'DONE')
    .execute();
  const notifications = await db
    .selectFrom('runtime.notification')
    .select('id')
    .where('recordId', '=', id)
    .where('action', '=', action)
    .execute();
  const deadlines = await db
    .selectFrom('runtime.deadline')
    .select('name')
    .where('recordId', '=', id)
    .where('endedAt', 'is', null)
    .execute();
  return {
    state: record.rows[0]!.state,
    itemState: item.state,
    done: entries.length,
    notifications: notifications.length,
    running: deadlines.map(({ name }) => name).sort(),
    consequence: await consequence(db, step),
  };
}
