import { incident } from '@zgt/operations/incident/actions.ts';
import { migrations } from '@zgt/operations/migrations.ts';
import { startClockAt } from '@zgt/runtime/clock.ts';
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
