import { startClockAt } from '@zgt/runtime/clock.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { evidence } from '../evidence/actions.ts';
import { rectification } from '../rectification/actions.ts';
import { knownRecord } from '../testing/known.ts';
import { openWorld, type World } from '../testing/world.ts';
import { problemCase } from './actions.ts';

let world: World;
let unit: Viewer;
let appId: string;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
  unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  appId = (await knownRecord(world.runtime, 'App', unit.organizationId!, 'LISTED')).id;
}, 60_000);
afterAll(() => world.runtime.close());
beforeEach(() => startClockAt('2026-11-23T09:00:00+08:00'));

const particulars = (more: object = {}) => ({
  input: {
    scope: 'PUBLIC_OPERATION',
    appId,
    contentReference: '首页横幅',
    severity: 'MAJOR',
    findings: '横幅内容有误导',
    minutesSinceDiscovery: 5,
    ...more,
  },
});
const opened = (more: object = {}) => world.take(problemCase, 'open', world.company, particulars(more));
const act = (action: string, by: Viewer, id: string, more: object = {}) =>
  world.attempt(problemCase, action, by, { id, ...more });
const code = async (action: string, by: Viewer, id: string, more: object = {}) =>
  (await act(action, by, id, more)).refusal?.code;
const REMOVAL = { input: { basis: 'MANAGEMENT_ORDER', contentMeasure: 'REMOVE' } };
const NOTICE = { noticeText: '因内容问题暂停服务。', demands: null, rectifyBy: null };
const REPORT = { input: { report: '已删除并自查' }, documents: ['INCIDENT_REPORT'] };
const DECISION = { input: { decision: '约谈提供方', jointDepartments: ['自治区网信办'] } };

describe('article 28: a problem of a public service', () => {
  it('names an app or content, and is told to the management unit in the same commit [duty 28.1]', async () => {
    expect(
      await world.refusal(
        problemCase,
        'open',
        world.company,
        particulars({ appId: null, contentReference: null }),
      ),
    ).toBe('VALIDATION');
    expect(
      await world.refusal(
        problemCase,
        'open',
        world.company,
        particulars({ appId: world.company.organizationId }),
      ),
    ).toBe('VALIDATION');
    expect(await world.refusal(problemCase, 'open', unit, particulars())).toBe('FORBIDDEN_ROLE');
    const { id } = await opened({ appId: null });
    const { rows } = await sql`select from runtime.notification where record_id = ${id}::uuid
      and organization_id = ${world.management.organizationId}::uuid`.execute(world.runtime.db);
    expect(rows).toHaveLength(1);
  });

  it('nothing is removed before evidence is kept; then at once, and what was kept stays readable [duty 28.1] [duty 28.2]', async () => {
    const { id } = await opened();
    expect((await act('removeContent', world.company, id, REMOVAL)).refusal).toMatchObject({
      code: 'EVIDENCE_REQUIRED',
      articles: [28, 41],
    });
    expect(
      await code('orderDelisting', world.company, id, { input: { basis: 'MANAGEMENT_ORDER', ...NOTICE } }),
    ).toBe('EVIDENCE_REQUIRED');
    await world.take(problemCase, 'keepEvidence', world.company, {
      id,
      input: { body: '  原文 一字不改 ' },
      documents: ['EVIDENCE'],
    });
    expect((await act('removeContent', world.company, id, REMOVAL)).record?.state).toBe('CONTAINED');
    const { evidences } = await world.ask(
      world.management,
      `query ($id: ID!) { evidences(filter: { caseId: $id }) { edges { node { body snapshot attachments digest } } } }`,
      { id },
    );
    const [{ node }] = evidences.edges;
    expect(evidences.edges).toHaveLength(1);
    expect(node.body).toBe('  原文 一字不改 ');
    expect(node.attachments).toEqual(['EVIDENCE.pdf digest']);
    expect(node.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.parse(node.snapshot)).toMatchObject({ app: { state: 'LISTED' }, findings: '横幅内容有误导' });
  });

  it('evidence is never removed, by nobody, not even in SQL [duty 28.2]', async () => {
    const { id } = await opened();
    await world.take(problemCase, 'keepEvidence', world.company, { id, input: { body: null } });
    const { rows } = await sql<{
      id: string;
    }>`select id from operations.evidence where case_id = ${id}::uuid`.execute(world.runtime.db);
    for (const by of [world.company, world.management])
      expect(await world.refusal(evidence, 'remove', by, { id: rows[0]!.id })).toBe('EVIDENCE_IMMUTABLE');
    expect(await world.refusal(evidence, 'remove', unit, { id: rows[0]!.id })).toBe('NOT_FOUND');
    await expect(
      sql`update operations.evidence set body = '' where id = ${rows[0]!.id}::uuid`.execute(world.runtime.db),
    ).rejects.toThrow('article 28');
    await expect(sql`delete from operations.evidence`.execute(world.runtime.db)).rejects.toThrow(
      'article 28',
    );
    await world.take(problemCase, 'keepEvidence', world.company, { id, input: { body: '补充' } });
    const after = await sql`select from operations.evidence where case_id = ${id}::uuid`.execute(
      world.runtime.db,
    );
    expect(after.rows).toHaveLength(2);
  });

  it('is decided by the management unit alone, and closed only after a written report [duty 28.1]', async () => {
    const { id } = await opened();
    await world.take(problemCase, 'keepEvidence', world.company, { id, input: { body: null } });
    expect((await act('close', world.management, id)).refusal).toMatchObject({
      code: 'REPORT_REQUIRED',
      articles: [28, 41],
    });
    await world.take(problemCase, 'removeContent', world.company, { id, ...REMOVAL });
    expect(await code('close', world.management, id)).toBe('REPORT_REQUIRED');
    expect(await code('fileReport', world.company, id, { ...REPORT, documents: [] })).toBe(
      'DOCUMENTS_MISSING',
    );
    await world.take(problemCase, 'fileReport', world.company, { id, ...REPORT });
    expect(await code('takeOver', world.company, id)).toBe('FORBIDDEN_ROLE');
    const { record } = await act('takeOver', world.management, id);
    expect(record?.state).toBe('HANDLING');
    expect(await code('decide', world.company, id, DECISION)).toBe('FORBIDDEN_ROLE');
    await world.take(problemCase, 'decide', world.management, { id, ...DECISION });
    expect((await act('close', world.management, id)).record?.state).toBe('CLOSED');
  });

  it('the provider sees it from the moment at which something is taken away, and what was kept never', async () => {
    const { id } = await opened();
    const seen = async () => {
      const { problemCase: asked } = await world.ask(
        unit,
        'query ($id: ID!) { problemCase(id: $id) { status } }',
        { id },
      );
      return asked?.status ?? null;
    };
    await world.take(problemCase, 'keepEvidence', world.company, { id, input: { body: '原文' } });
    expect(await seen()).toBeNull();
    await world.take(problemCase, 'removeContent', world.company, { id, ...REMOVAL });
    expect(await seen()).toBe('CONTAINED');
    const { evidences } = await world.ask(unit, '{ evidences { edges { node { id } } } }');
    expect(evidences.edges).toEqual([]);
  });

  it('waits for who leads it: the work queue says so', async () => {
    const { id } = await opened();
    await world.take(problemCase, 'keepEvidence', world.company, { id, input: { body: null } });
    await world.take(problemCase, 'removeContent', world.company, { id, ...REMOVAL });
    await world.take(problemCase, 'fileReport', world.company, { id, ...REPORT });
    const waiting = async (viewer: Viewer) => {
      const { workItems } = await world.ask(
        viewer,
        '{ workItems(first: 100) { edges { node { recordId } } } }',
      );
      return workItems.edges.some(({ node }: any) => node.recordId === id);
    };
    expect([await waiting(world.management), await waiting(world.company)]).toEqual([true, false]);
    await world.take(problemCase, 'correctScope', world.management, {
      id,
      input: { scope: 'MARKET_OPERATION' },
      reason: '是市场化应用',
    });
    expect([await waiting(world.management), await waiting(world.company)]).toEqual([false, true]);
    const { problemCase: asked } = await world.ask(
      world.management,
      'query ($id: ID!) { problemCase(id: $id) { awaits leadLabel minutesToEvidence evidenceLate } }',
      { id },
    );
    expect(asked).toEqual({
      awaits: '项目公司',
      leadLabel: '项目公司',
      minutesToEvidence: 5,
      evidenceLate: false,
    });
  });

  it('evidence fifteen minutes after the discovery is in time, sixteen are late', async () => {
    const late = async (minutesSinceDiscovery: number) => {
      const { id } = await opened({ minutesSinceDiscovery });
      await world.take(problemCase, 'keepEvidence', world.company, { id, input: { body: null } });
      const { problemCase: asked } = await world.ask(
        world.management,
        'query ($id: ID!) { problemCase(id: $id) { evidenceLate } }',
        { id },
      );
      return asked.evidenceLate;
    };
    expect([await late(15), await late(16)]).toEqual([false, true]);
  });

  it('what the company takes off in an emergency the management unit confirms within a working day, once', async () => {
    const { id } = await opened();
    await world.take(problemCase, 'keepEvidence', world.company, { id, input: { body: null } });
    await world.take(problemCase, 'delistInEmergency', world.company, { id, input: NOTICE });
    const { dutyCalendar } = await world.ask(
      world.management,
      '{ dutyCalendar(from: "2026-11-24", to: "2026-11-24") { recordId title } }',
    );
    expect(dutyCalendar).toContainEqual({ recordId: id, title: '确认应急下架' });
    await world.take(problemCase, 'confirmEmergency', world.management, { id });
    expect(await code('confirmEmergency', world.management, id)).toBe('VALIDATION');
    const ordered = await opened();
    await world.take(problemCase, 'keepEvidence', world.company, { id: ordered.id, input: { body: null } });
    await world.take(problemCase, 'removeContent', world.company, { id: ordered.id, ...REMOVAL });
    expect(await code('confirmEmergency', world.management, ordered.id)).toBe('VALIDATION');
  });
});

describe('article 41: a problem of a market service', () => {
  const kept = async (more: object = {}) => {
    const { id } = await opened({ scope: 'MARKET_CONSTRUCTION', ...more });
    await world.take(problemCase, 'keepEvidence', world.company, { id, input: { body: null } });
    return id;
  };
  const order = (more: object = {}) => ({
    input: { basis: 'AGREEMENT', ...NOTICE, demands: '修复越权', rectifyBy: '2026-12-10', ...more },
  });

  it('takes the app off and orders its provider to mend it, in one commit [duty 41.1]', async () => {
    const without = await opened({ scope: 'MARKET_CONSTRUCTION' });
    expect(await code('orderDelisting', world.company, without.id, order())).toBe('EVIDENCE_REQUIRED');
    const id = await kept();
    expect(await code('orderDelisting', unit, id, order())).toBe('NOT_FOUND');
    expect(await code('orderDelisting', world.company, id, order({ demands: null }))).toBe('VALIDATION');
    expect(await code('orderDelisting', world.company, id, order({ rectifyBy: '2026-11-22' }))).toBe(
      'VALIDATION',
    );
    await world.take(problemCase, 'orderDelisting', world.company, { id, ...order() });
    const { rectifications } = await world.ask(
      unit,
      `query ($id: ID!) { rectifications(filter: { sourceId: $id }) { edges { node {
        status demands dueOn organization { id } } } } }`,
      { id },
    );
    expect(rectifications.edges.map(({ node }: any) => node)).toEqual([
      {
        status: 'ISSUED',
        demands: '修复越权',
        dueOn: '2026-12-10',
        organization: { id: unit.organizationId },
      },
    ]);
    const jobs = await sql<{ data: any }>`select data from jobs.job where data->>'recordId' = ${id}`.execute(
      world.runtime.db,
    );
    expect(jobs.rows.map(({ data }) => data)).toEqual([
      expect.objectContaining({
        name: 'orderDelistingProblemCase',
        values: { appId, findings: '横幅内容有误导', noticeText: '因内容问题暂停服务。' },
      }),
    ]);
  });

  it('is led by the company: the unit decides nothing, and it closes only after the report [duty 41.1]', async () => {
    const id = await kept();
    await world.take(problemCase, 'orderDelisting', world.company, { id, ...order() });
    expect(await code('close', world.company, id)).toBe('REPORT_REQUIRED');
    await world.take(problemCase, 'fileReport', world.company, { id, ...REPORT });
    expect(await code('takeOver', world.management, id)).toBe('FORBIDDEN_ROLE');
    await world.take(problemCase, 'takeOver', world.company, { id });
    expect(await code('decide', unit, id, DECISION)).toBe('FORBIDDEN_ROLE');
    await world.take(problemCase, 'decide', world.company, { id, ...DECISION });
    expect((await act('close', world.company, id)).record?.state).toBe('CLOSED');
  });

  it('by parameter the management unit leads problems of operation (draft option)', async () => {
    expect((await opened({ scope: 'MARKET_OPERATION' })).lead).toBe('PROJECT_COMPANY');
    await world.ask(
      world.management,
      `mutation { setRuleParameter(input: { name: "problem_case.market_operation_lead", value: "MANAGEMENT_UNIT",
        reason: "按征求意见稿" }) { refusal { code } } }`,
    );
    expect((await opened({ scope: 'MARKET_OPERATION' })).lead).toBe('MANAGEMENT_UNIT');
  });

  it('a rectification that came of it is verified by the company', async () => {
    const id = await kept();
    await world.take(problemCase, 'orderDelisting', world.company, { id, ...order() });
    const { rows } = await sql<{
      id: string;
    }>`select id from operations.rectification where source_id = ${id}::uuid`.execute(world.runtime.db);
    await world.take(rectification, 'submitResult', unit, { id: rows[0]!.id, input: { result: '已修复' } });
    expect((await world.take(rectification, 'accept', world.company, { id: rows[0]!.id })).state).toBe(
      'CLOSED',
    );
  });
});
