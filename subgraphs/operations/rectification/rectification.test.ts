import { startClockAt } from '@zgt/runtime/clock.ts';
import { fireDeadlines } from '@zgt/runtime/jobs/timers.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { knownRecord } from '../testing/known.ts';
import { openWorld, type World } from '../testing/world.ts';
import { rectification } from './actions.ts';

let world: World;
let owner: Viewer;
let unit: Viewer;
let unitId: string;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
  owner = await world.runtime.member('OWNER_UNIT', ['HEAD']);
  unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  unitId = (await knownRecord(world.runtime, 'EcosystemUnit', unit.organizationId!)).id;
}, 60_000);
afterAll(() => world.runtime.close());
beforeEach(() => startClockAt('2026-11-23T09:00:00+08:00'));

const dataOperation = (more: object = {}) => ({
  input: {
    kind: 'DATA_OPERATION',
    cause: 'HAZARD',
    subject: 'PROJECT_COMPANY',
    findings: '导出记录没有用途说明',
    demands: '补齐用途并清理多余导出',
    dueOn: '2026-12-20',
    ...more,
  },
});
const unitOperations = (more: object = {}) =>
  dataOperation({ kind: 'UNIT_OPERATIONS', cause: 'DEFECT', subject: 'ECOSYSTEM_UNIT', unitId, ...more });
const act = (action: string, by: Viewer, id: string, more: object = {}) =>
  world.attempt(rectification, action, by, { id, ...more });
const told = async (id: string, action: string) =>
  (
    await sql<{ party: string }>`select party from runtime.notification join runtime.organization
      on organization.id = organization_id where record_id = ${id}::uuid and action = ${action} order by party`.execute(
      world.runtime.db,
    )
  ).rows.map(({ party }) => party);

describe('article 31: the management unit orders and sets the day', () => {
  it('is refused without a day or with one that has passed; with one, both owner unit and company are told [duty 31]', async () => {
    const { dueOn: _, ...without } = dataOperation().input;
    expect(await world.attempt(rectification, 'issue', world.management, { input: without })).toMatchObject({
      refusal: { code: 'VALIDATION', details: [{ path: 'dueOn', message: '整改截止日：必填' }] },
    });
    expect(
      await world.refusal(rectification, 'issue', world.management, dataOperation({ dueOn: '2026-11-22' })),
    ).toBe('VALIDATION');
    const issued = await world.take(rectification, 'issue', world.management, dataOperation());
    expect(issued).toMatchObject({
      state: 'ISSUED',
      organizationId: world.company.organizationId,
      issuedBy: 'MANAGEMENT_UNIT',
    });
    expect(await told(issued.id, 'issue')).toEqual(['MANAGEMENT_UNIT', 'OWNER_UNIT', 'PROJECT_COMPANY']);
    expect(
      (await world.attempt(rectification, 'issue', world.management, dataOperation({ dueOn: '2026-11-23' })))
        .record?.state,
    ).toBe('ISSUED');
  });

  it('article 72: the company orders nothing of itself, and nothing about data; of a unit it does', async () => {
    expect(
      await world.refusal(
        rectification,
        'issue',
        world.company,
        dataOperation({ kind: 'SECURITY', subject: 'PROJECT_COMPANY' }),
      ),
    ).toBe('FORBIDDEN_ROLE');
    expect(
      await world.refusal(rectification, 'issue', world.company, unitOperations({ kind: 'DATA_OPERATION' })),
    ).toBe('FORBIDDEN_ROLE');
    expect(await world.refusal(rectification, 'issue', unit, unitOperations())).toBe('FORBIDDEN_ROLE');
    expect(await world.refusal(rectification, 'issue', world.company, unitOperations({ unitId: null }))).toBe(
      'VALIDATION',
    );
    expect(await world.take(rectification, 'issue', world.company, unitOperations())).toMatchObject({
      organizationId: unit.organizationId,
      issuedBy: 'PROJECT_COMPANY',
    });
  });

  it('is late from the day after, which subject, owner unit and management unit are told once; a reminder goes before', async () => {
    const { id } = await world.take(rectification, 'issue', world.management, dataOperation());
    const fire = async (instant: string) => {
      startClockAt(instant);
      await fireDeadlines(world.runtime.db, new Map());
    };
    const late = async () => {
      const { rectification: asked } = await world.ask(
        world.company,
        'query ($id: ID!) { rectification(id: $id) { awaits deadlines { name overdue } } }',
        { id },
      );
      return asked.deadlines.find(({ name }: any) => name === 'rectify').overdue;
    };
    await world.take(rectification, 'acknowledge', world.company, { id });
    // Three working days before Sunday the 20th: 18, 17 and 16 December.
    await fire('2026-12-15T23:59:59+08:00');
    expect(await told(id, 'reminder')).toEqual([]);
    await fire('2026-12-16T00:00:00+08:00');
    expect(await told(id, 'reminder')).toEqual(['MANAGEMENT_UNIT', 'PROJECT_COMPANY']);
    await fire('2026-12-20T23:59:59+08:00');
    expect([await late(), await told(id, 'overdue')]).toEqual([false, []]);
    await fire('2026-12-21T00:00:00+08:00');
    await fire('2026-12-21T00:01:00+08:00');
    expect(await late()).toBe(true);
    expect([...new Set(await told(id, 'overdue'))]).toEqual([
      'MANAGEMENT_UNIT',
      'OWNER_UNIT',
      'PROJECT_COMPANY',
    ]);
    const { workItems } = await world.ask(
      world.company,
      '{ workItems(overdueOnly: true) { edges { node { recordId overdue } } } }',
    );
    expect(workItems.edges.map(({ node }: any) => node.recordId)).toContain(id);
  });
});

describe('article 31: the result is verified by who ordered it', () => {
  it('and comes back with a new day when it is not enough [duty 31]', async () => {
    const { id } = await world.take(rectification, 'issue', world.management, dataOperation());
    const result = { input: { result: '已补齐' } };
    expect((await act('submitResult', owner, id, result)).refusal?.code).toBe('FORBIDDEN_ROLE');
    await world.take(rectification, 'submitResult', world.company, { id, ...result });
    expect((await act('accept', world.company, id)).refusal?.code).toBe('FORBIDDEN_ROLE');
    const again = { input: { newDueOn: '2026-12-31' }, reason: '仍有三处没有用途' };
    expect((await act('reject', world.management, id, { ...again, reason: null })).refusal?.code).toBe(
      'REASON_REQUIRED',
    );
    expect(
      (await act('reject', world.management, id, { ...again, input: { newDueOn: '2026-11-22' } })).refusal
        ?.code,
    ).toBe('VALIDATION');
    expect((await act('reject', world.management, id, again)).record).toMatchObject({
      state: 'RECEIVED',
      dueOn: '2026-12-31',
      rejections: 1,
    });
    await world.take(rectification, 'submitResult', world.company, { id, ...result });
    expect((await act('accept', world.management, id)).record?.state).toBe('CLOSED');
  });

  it('article 58: a unit submits, the company accepts, another unit sees nothing [duty 58.3]', async () => {
    const { id } = await world.take(rectification, 'issue', world.company, unitOperations());
    const other = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
    expect((await act('acknowledge', other, id)).refusal?.code).toBe('NOT_FOUND');
    await world.take(rectification, 'acknowledge', unit, { id });
    await world.take(rectification, 'submitResult', unit, { id, input: { result: '已补应急预案' } });
    expect((await act('accept', world.management, id)).refusal?.code).toBe('FORBIDDEN_ROLE');
    expect((await act('accept', world.company, id)).record?.state).toBe('CLOSED');
  });
});

describe('articles 31 and 72: what is not mended is drawn further', () => {
  const escalation = (more: object = {}) => ({
    input: {
      measure: 'CONCESSION_HANDLING',
      clauseReference: '特许经营协议第十二条',
      majorImpact: true,
      incidentNumber: null,
      ...more,
    },
    reason: '逾期未改',
  });

  it('not before the day is over; with the clause, a major impact and an incident that exists [duty 31]', async () => {
    const { id } = await world.take(rectification, 'issue', world.management, dataOperation());
    const incident = await knownRecord(world.runtime, 'Incident', world.company.organizationId!);
    const known = { incidentNumber: incident.number };
    startClockAt('2026-12-20T23:59:59+08:00');
    expect((await act('escalate', world.management, id, escalation(known))).refusal?.code).toBe('TOO_EARLY');
    startClockAt('2026-12-21T00:00:00+08:00');
    expect(
      (await act('escalate', world.management, id, escalation({ ...known, clauseReference: null }))).refusal,
    ).toMatchObject({ code: 'CLAUSE_REQUIRED', articles: [31, 72] });
    expect(
      (await act('escalate', world.management, id, escalation({ ...known, majorImpact: false }))).refusal,
    ).toMatchObject({ code: 'MAJOR_IMPACT_REQUIRED', articles: [31] });
    expect((await act('escalate', world.management, id, escalation())).refusal?.code).toBe(
      'MAJOR_IMPACT_REQUIRED',
    );
    const other = await knownRecord(world.runtime, 'App', world.company.organizationId!);
    expect(
      (await act('escalate', world.management, id, escalation({ incidentNumber: other.number }))).refusal
        ?.code,
    ).toBe('MAJOR_IMPACT_REQUIRED');
    expect((await act('escalate', world.company, id, escalation(known))).refusal?.code).toBe(
      'FORBIDDEN_ROLE',
    );
    expect((await act('escalate', world.management, id, escalation(known))).record).toMatchObject({
      state: 'ESCALATED',
      measure: 'CONCESSION_HANDLING',
    });
  });

  it('at once after a result was not enough; without a clause where none is resorted to', async () => {
    const { id } = await world.take(rectification, 'issue', world.company, unitOperations());
    const delisting = escalation({ measure: 'DELISTING', clauseReference: null, majorImpact: null });
    expect((await act('escalate', world.company, id, delisting)).refusal?.code).toBe('TOO_EARLY');
    await world.take(rectification, 'submitResult', unit, { id, input: { result: '已改' } });
    await world.take(rectification, 'reject', world.company, {
      id,
      input: { newDueOn: '2026-12-31' },
      reason: '没有改',
    });
    expect((await act('escalate', world.company, id, delisting)).record?.state).toBe('ESCALATED');
  });
});
