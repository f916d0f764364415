import { now, startClockAt } from '@zgt/runtime/clock.ts';
import { newId } from '@zgt/runtime/id.ts';
import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { json } from '@zgt/runtime/parameters.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDueFilings } from '../duties.ts';
import { rectification } from '../rectification/actions.ts';
import { safetyCheck } from '../safety-check/actions.ts';
import { openDueSafetyChecks } from '../safety-check/open-due.ts';
import { knownRecord } from '../testing/known.ts';
import { openWorld, type World } from '../testing/world.ts';
import { vulnerability } from '../vulnerability/actions.ts';
import { filing } from './actions.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-09-15T09:00:00+08:00');
}, 60_000);
afterAll(() => world.runtime.close());

const askForChecks = (value: boolean) =>
  world.runtime.db
    .insertInto('runtime.ruleParameter')
    .values({
      id: newId(),
      name: 'filing.overall_safety.check_required',
      value: json(value),
      effectiveFrom: now(),
      reason: '测试',
      accountId: null,
      createdAt: now(),
    })
    .execute();

it('article 73: the report on safety counts what is open and late, and waits for the checks of its quarter [duty 73.3]', async () => {
  const unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  const { id: appId } = await knownRecord(world.runtime, 'App', unit.organizationId!, 'LISTED');
  const { id: unitId } = await knownRecord(world.runtime, 'EcosystemUnit', unit.organizationId!);
  const found = (severity: string) =>
    world.take(vulnerability, 'report', world.company, {
      input: { appId, severity, description: '弱口令', foundOn: '2026-09-15' },
    });
  await found('CRITICAL');
  await found('LOW');
  const order = (dueOn: string) =>
    world.take(rectification, 'issue', world.company, {
      input: {
        kind: 'SECURITY',
        cause: 'HAZARD',
        subject: 'ECOSYSTEM_UNIT',
        unitId,
        findings: '弱口令',
        demands: '整改',
        dueOn,
      },
    });
  await order('2026-09-20');
  await order('2026-11-30');

  startClockAt('2026-10-01T00:00:00+08:00');
  await openDueFilings(world.runtime, now());
  const { filings } = await world.ask(
    world.company,
    '{ filings(filter: { kind: OVERALL_SAFETY }) { edges { node { id figures { noun measure name count } } } } }',
  );
  const [{ node }] = filings.edges;
  const figures = node.figures.filter(({ measure }: any) => measure !== 'ACTION');
  expect(figures).toEqual([
    { noun: 'Rectification', measure: 'STATE', name: 'ISSUED', count: 2 },
    { noun: 'Vulnerability', measure: 'STATE', name: 'NOTIFIED', count: 2 },
    { noun: 'Rectification', measure: 'OVERDUE', name: 'OVERDUE', count: 1 },
    { noun: 'Vulnerability', measure: 'OVERDUE', name: 'OVERDUE', count: 1 },
  ]);

  await openDueSafetyChecks(world.runtime, now());
  const checks = (
    await sql<Row>`select * from operations.safety_check order by kind`.execute(world.runtime.db)
  ).rows;
  const submit = async () =>
    (await world.attempt(filing, 'submit', world.company, { id: node.id, input: { summary: '总体平稳' } }))
      .refusal;
  const refused = await submit();
  expect(refused).toMatchObject({ code: 'REPORT_REQUIRED', articles: [73] });
  for (const { number } of checks) expect(refused!.message).toContain(number);
  const offered = async () =>
    (
      await world.ask(
        world.company,
        'query ($id: ID!) { filing(id: $id) { availableActions { name allowed } } }',
        { id: node.id },
      )
    ).filing.availableActions.find(({ name }: any) => name === 'submit')?.allowed;
  expect(await offered()).toBe(false);
  await askForChecks(false);
  expect(await offered()).toBe(true);
  await askForChecks(true);
  expect(await offered()).toBe(false);
  for (const { id } of checks) {
    expect((await submit())?.code).toBe('REPORT_REQUIRED');
    await world.take(safetyCheck, 'complete', world.company, {
      id,
      input: { checkedItems: ['APPS', 'DATA_PATROL'], summary: '正常' },
    });
  }
  expect(await offered()).toBe(true);
  expect(await submit()).toBeNull();
  expect((await world.take(filing, 'acknowledge', world.management, { id: node.id })).state).toBe('FILED');
});

it('article 73: the report does not wait for the checks while the parameter asks for none', async () => {
  startClockAt('2027-01-01T00:00:00+08:00');
  await openDueFilings(world.runtime, now());
  await openDueSafetyChecks(world.runtime, now());
  const { filings } = await world.ask(
    world.company,
    '{ filings(filter: { kind: OVERALL_SAFETY, status: [DUE] }) { edges { node { id } } } }',
  );
  const submit = async () =>
    (
      await world.attempt(filing, 'submit', world.company, {
        id: filings.edges[0].node.id,
        input: { summary: '总体平稳' },
      })
    ).refusal;
  expect((await submit())?.code).toBe('REPORT_REQUIRED');
  await askForChecks(false);
  expect(await submit()).toBeNull();
});
