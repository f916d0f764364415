import { brandAuthorization } from '@zgt/ecosystem/brand-authorization/actions.ts';
import { stopOrder } from '@zgt/ecosystem/stop-order/actions.ts';
import { openWorld, type World } from '@zgt/ecosystem/testing/world.ts';
import { trademarkLicense } from '@zgt/ecosystem/trademark-license/actions.ts';
import type { AuditFacts } from '@zgt/runtime/audit/append.ts';
import { appendAudit } from '@zgt/runtime/audit/append.ts';
import { now } from '@zgt/runtime/clock.ts';
import { type DatabaseHandle, openServer, type Tx } from '@zgt/runtime/database/open.ts';
import { newId } from '@zgt/runtime/id.ts';
import { act, type Outcome } from '@zgt/runtime/lifecycle/act.ts';
import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { requestBy } from '@zgt/runtime/testing/test-runtime.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type PostgresServer, startPostgres } from '../harness/postgres.ts';

let postgres: PostgresServer;
let world: World;
let other: DatabaseHandle;
let mark: Row;
let license: Row;
let unit: Row;
let head: Viewer;
let pending: Row;

beforeAll(async () => {
  postgres = await startPostgres();
  const url = await postgres.createDatabase();
  world = await openWorld(url);
  other = openServer(url, { max: 2 });
  mark = await world.registeredMark();
  ({ unit, head } = await world.approvedUnit());
});
afterAll(async () => {
  await other?.close();
  await world?.runtime.close();
  await postgres?.stop();
});

beforeEach(async () => {
  license = await world.license(mark.id);
  const { id } = await world.requestedBrand(head, mark.id);
  pending = await world.take(brandAuthorization, 'endorse', world.company, {
    id,
    input: { endorsement: '同意授权' },
  });
});

const consent = (key: string | null = null) =>
  act(world.runtime, brandAuthorization, 'consent', {
    context: requestBy(world.management, key),
    id: pending.id,
  });

/** Begins the work while another transaction holds what it needs, and lets that one end only once the work waits for it. */
async function whileWaiting(
  hold: (tx: Tx) => Promise<unknown>,
  work: () => Promise<Outcome>,
  meanwhile: (tx: Tx) => Promise<unknown>,
): Promise<Outcome> {
  let outcome: Promise<Outcome> | undefined;
  await other.db.transaction().execute(async (tx) => {
    await hold(tx);
    outcome = work();
    for (;;) {
      const waiting = await sql`select from pg_locks where not granted`.execute(other.db);
      if (waiting.rows.length > 0) break;
    }
    await meanwhile(tx);
  });
  return outcome!;
}

const lock = (table: string, column: string, id: string) => (tx: Tx) =>
  sql`select from ${sql.table(table)} where ${sql.ref(column)} = ${id} for update`.execute(tx);

it('four eyes: what the same person did while the record was locked counts', async () => {
  const facts: AuditFacts = {
    noun: 'BrandAuthorization',
    recordId: pending.id,
    action: 'endorse',
    outcome: 'DONE',
    articles: [50],
  };
  const { refusal } = await whileWaiting(
    lock('ecosystem.brandAuthorization', 'id', pending.id),
    consent,
    (tx) => appendAudit(tx, requestBy(world.management), now(), facts),
  );
  expect(refusal?.code).toBe('FOUR_EYES_REQUIRED');
});

it('consent that waited for a stop order is refused', async () => {
  const id = newId();
  const { refusal } = await whileWaiting(
    lock('runtime.standing', 'organizationId', unit.organizationId),
    consent,
    (tx) =>
      sql`insert into ecosystem.stop_order (id, number, organization_id, state, version, created_at, updated_at,
          ecosystem_unit_id, activities, adverse_effect)
        values (${id}, 'JT-2026-000099', ${unit.organizationId}, 'ISSUED', 1, now(), now(), ${unit.id}, '{EVENT}', '误导公众')`.execute(
        tx,
      ),
  );
  expect(refusal?.code).toBe('ACTIVITY_STOPPED');
  await sql`update ${sql.table(stopOrder.table)} set state = 'CLOSED' where id = ${id}`.execute(other.db);
});

it('consent that waited for the end of the licence is refused', async () => {
  const { refusal } = await whileWaiting(lock(trademarkLicense.table, 'id', license.id), consent, (tx) =>
    sql`update ${sql.table(trademarkLicense.table)} set state = 'ENDED'`.execute(tx),
  );
  expect(refusal?.code).toBe('TRADEMARK_LICENSE_REQUIRED');
});

it('of two calls with one key that wait for the record, one consents and both are given its answer', async () => {
  const key = newId();
  const outcomes: Promise<Outcome>[] = [];
  await whileWaiting(
    lock('ecosystem.brandAuthorization', 'id', pending.id),
    () => {
      outcomes.push(consent(key), consent(key));
      return outcomes[0]!;
    },
    async () => undefined,
  );
  const [one, two] = await Promise.all(outcomes);
  expect(one?.record?.certificateNumber).toMatch(/^ZGT-2026-\d{6}-[0-9A-Z]$/);
  expect(two).toEqual(one);
  const entries = await other.db
    .selectFrom('runtime.auditEntry')
    .select('outcome')
    .where('recordId', '=', pending.id)
    .where('action', '=', 'consent')
    .execute();
  expect(entries).toEqual([{ outcome: 'DONE' }]);
});
