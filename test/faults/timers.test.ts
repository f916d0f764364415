import { openDueFilings } from '@zgt/operations/duties.ts';
import { incident } from '@zgt/operations/incident/actions.ts';
import { openDueInspections } from '@zgt/operations/inspection-task/open-due.ts';
import { migrations } from '@zgt/operations/migrations.ts';
import { openDueSafetyChecks } from '@zgt/operations/safety-check/open-due.ts';
import { openDueSupervision } from '@zgt/operations/supervision-duties.ts';
import { now, startClockAt } from '@zgt/runtime/clock.ts';
import { fireDeadlines } from '@zgt/runtime/jobs/timers.ts';
import { actingOn } from '@zgt/runtime/testing/acting.ts';
import { openTestRuntime, type TestRuntime } from '@zgt/runtime/testing/test-runtime.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PostgresServer, startPostgres } from '../harness/postgres.ts';

const INCIDENTS = 12;
const WORKERS = 6;

let postgres: PostgresServer;
let runtime: TestRuntime;
beforeAll(async () => {
  startClockAt('2026-11-23T10:00:00+08:00');
  postgres = await startPostgres();
  const url = await postgres.createDatabase();
  runtime = await openTestRuntime({ url, subgraph: 'operations', migrations: { operations: migrations } });
}, 120_000);
afterAll(async () => {
  await runtime?.close();
  await postgres?.stop();
});

it('[duty 61.2] many workers at the same moment act on each deadline once and leave no trace of the others', async () => {
  const { take } = actingOn(runtime);
  const company = await runtime.member('PROJECT_COMPANY', ['HEAD']);
  await runtime.member('MANAGEMENT_UNIT', ['HEAD']);
  const input = {
    title: '统一服务平台无法访问',
    description: '用户打不开首页。',
    category: 'FAULT',
    outageScope: 'WHOLE_PLATFORM',
    damagedData: 'NONE',
    dataEffect: 'UNASSESSED',
    threat: 'NONE',
  };
  for (let number = 0; number < INCIDENTS; number++) {
    const { id } = await take(incident, 'detect', company, { input });
    await take(incident, 'report', company, { id });
    await take(incident, 'accept', company, { id });
  }
  startClockAt('2026-11-23T10:31:00+08:00');
  const registry = new Map([['Incident', { noun: incident, runtime }]]);
  await Promise.all(Array.from({ length: WORKERS }, () => fireDeadlines(runtime.db, registry)));
  const entries = await sql<{
    escalated: number;
  }>`select count(*)::integer as escalated from operations.incident_entry
    where kind = 'ESCALATED'`.execute(runtime.db);
  expect(entries.rows).toEqual([{ escalated: INCIDENTS }]);
  const logged = await sql<{ outcome: string; entries: number }>`select outcome, count(*)::integer as entries
    from runtime.audit_entry where action = 'recalculate' group by outcome`.execute(runtime.db);
  expect(logged.rows).toEqual([{ outcome: 'DONE', entries: INCIDENTS }]);
});

it('[duty 47.1] [duty 47.2] many workers at the same moment open what the calendar asks for once, after a long stop too', async () => {
  await runtime.member('OWNER_UNIT', ['HEAD']);
  await runtime.member('MUNICIPALITY', ['HEAD']);
  startClockAt('2027-01-04T00:05:00+08:00');
  const tick = async () => {
    await openDueInspections(runtime, now());
    await openDueSafetyChecks(runtime, now());
    await openDueSupervision(runtime, now());
    await openDueFilings(runtime, now());
  };
  await Promise.all(Array.from({ length: WORKERS }, tick));
  const opened = async () =>
    (
      await sql<{ noun: string; records: number }>`select noun, count(*)::integer as records from runtime.item
        where noun <> 'Incident' group by noun order by noun`.execute(runtime.db)
    ).rows;
  const counts = await opened();
  const of = (noun: string) => counts.find((count) => count.noun === noun)?.records;
  // 43 days from 23 November; the weeks from the 23rd; November to January; the last quarter and this; last year and this
  expect(of('InspectionTask')).toBe(43 + 7 + 3 + 2 + 2);
  expect(of('AccessScorecard')).toBe(1);
  for (const noun of ['Assessment', 'Filing', 'SafetyCheck'])
    expect([noun, of(noun)! > 0]).toEqual([noun, true]);
  await tick();
  expect(await opened()).toEqual(counts);
  const twice =
    await sql`select record_id from runtime.audit_entry where action in ('open', 'issue') and outcome = 'DONE'
    group by record_id having count(*) > 1`.execute(runtime.db);
  expect(twice.rows).toEqual([]);
}, 120_000);
