import { now, startClockAt } from '@zgt/runtime/clock.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDueFilings } from '../duties.ts';
import { incident } from '../incident/actions.ts';
import { openDueInspections } from '../inspection-task/open-due.ts';
import { knownRecord } from '../testing/known.ts';
import { openWorld, type World } from '../testing/world.ts';
import { supervisionNote } from './actions.ts';

let world: World;
let provider: Viewer;
beforeAll(async () => {
  world = await openWorld('2026-09-15T09:00:00+08:00');
  provider = await world.runtime.member('INFRASTRUCTURE_PROVIDER', ['OPERATOR']);
  startClockAt('2026-10-01T09:00:00+08:00');
  await openDueFilings(world.runtime, now());
  await openDueInspections(world.runtime, now());
}, 60_000);
afterAll(() => world.runtime.close());

it('article 4: it reads incidents, inspections and reports on operation, and nothing of commerce and brands [duty 4]', async () => {
  await world.take(incident, 'detect', world.company, {
    input: {
      title: '登录变慢',
      description: '高峰期变慢',
      category: 'FAULT',
      outageScope: 'NONE',
      damagedData: 'NONE',
      dataEffect: 'UNASSESSED',
      threat: 'NONE',
    },
  });
  const read = (viewer: Viewer) =>
    world.ask(
      viewer,
      `{ incidents { edges { node { id } } } inspectionTasks(first: 100) { edges { node { id } } }
        filings(first: 100) { edges { node { id kind } } } assessments { edges { node { id } } }
        operationMetrics { edges { node { id } } } }`,
    );
  const { incidents, inspectionTasks, filings } = await read(provider);
  expect(incidents.edges).toHaveLength(1);
  expect(inspectionTasks.edges.length).toBeGreaterThan(0);
  const kinds = filings.edges.map(({ node }: any) => node.kind);
  expect(kinds.toSorted()).toEqual([
    'GOVERNMENT_DATA_OPERATION',
    'LEVEL4_INCIDENTS',
    'OPERATION_REPORT',
    'OVERALL_SAFETY',
  ]);
  const commercial = (await read(world.company)).filings.edges.find(
    ({ node }: any) => node.kind === 'COMMERCIAL_COOPERATION',
  ).node;
  const one = await world.ask(provider, 'query ($id: ID!) { filing(id: $id) { id } }', { id: commercial.id });
  expect(one.filing).toBeNull();
  const unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  expect((await read(unit)).filings.edges).toEqual([]);
});

it('article 4: it comments, and the management unit decides what becomes of it; nobody else takes part [duty 4]', async () => {
  const { number } = await knownRecord(world.runtime, 'InspectionTask', world.company.organizationId!);
  const agreement = await knownRecord(world.runtime, 'AuthorizationAgreement', world.company.organizationId!);
  const note = (subjectNumber: string) => ({ input: { subjectNumber, text: '巡检频次不足' } });
  const add = (by: Viewer, subjectNumber: string) =>
    world.attempt(supervisionNote, 'add', by, note(subjectNumber));
  for (const viewer of [world.company, world.management])
    expect((await add(viewer, number)).refusal?.code).toBe('FORBIDDEN_ROLE');
  for (const unknown of ['XC-1999-000001', agreement.number])
    expect((await add(provider, unknown)).refusal).toMatchObject({
      code: 'VALIDATION',
      details: [{ path: 'subjectNumber' }],
    });
  const { id, state } = (await add(provider, number)).record!;
  expect(state).toBe('NOTED');
  const answer = { id, input: { answer: '已要求增加' } };
  expect(await world.refusal(supervisionNote, 'answer', provider, answer)).toBe('FORBIDDEN_ROLE');
  expect(await world.refusal(supervisionNote, 'answer', world.company, answer)).toBe('NOT_FOUND');
  expect((await world.take(supervisionNote, 'answer', world.management, answer)).state).toBe('ANSWERED');
  expect(await world.refusal(supervisionNote, 'withdraw', provider, { id })).toBe('ILLEGAL_TRANSITION');
  const other = (await add(provider, number)).record!;
  expect((await world.take(supervisionNote, 'withdraw', provider, { id: other.id })).state).toBe('WITHDRAWN');
});
