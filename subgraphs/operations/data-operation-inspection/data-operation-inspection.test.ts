import { startClockAt } from '@zgt/runtime/clock.ts';
import { fireDeadlines } from '@zgt/runtime/jobs/timers.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../testing/world.ts';
import { dataOperationInspection } from './actions.ts';

let world: World;
let owner: Viewer;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
  owner = await world.runtime.member('OWNER_UNIT', ['HEAD']);
}, 60_000);
afterAll(() => world.runtime.close());

const plan = (more: object = {}, by = world.management) =>
  world.attempt(dataOperationInspection, 'plan', by, {
    input: {
      subjects: ['OWNER_UNIT', 'PROJECT_COMPANY'],
      jointDepartments: ['CYBERSPACE', 'SECRECY'],
      indicators: ['SECURITY', 'LEGALITY'],
      plannedOn: null,
      ...more,
    },
  });
const act = (action: string, id: string, input: object = {}, by = world.management) =>
  world.attempt(dataOperationInspection, action, by, { id, input: input as Record<string, unknown> });
const seen = async (viewer: Viewer) => {
  const { dataOperationInspections } = await world.ask(
    viewer,
    '{ dataOperationInspections(first: 100) { edges { node { id } } } }',
  );
  return dataOperationInspections.edges.map(({ node }: any) => node.id);
};
const FINDINGS = {
  outcome: 'DEFECTIVE',
  summary: '导出没有审批',
  cause: 'ILLEGAL',
  demands: '停用导出并补齐审批',
  rectifyBy: '2026-12-20',
};

describe('article 30: the operation of data is checked jointly and unannounced', () => {
  it('never without another department, and only by the management unit [duty 30]', async () => {
    expect((await plan({ jointDepartments: [] })).refusal?.details[0]?.path).toBe('jointDepartments');
    expect((await plan({ subjects: [] })).refusal?.code).toBe('VALIDATION');
    expect((await plan({ indicators: ['RESULT'] })).refusal?.details[0]?.path).toBe('indicators');
    for (const by of [owner, world.company])
      expect((await plan({}, by)).refusal?.code).toBe('FORBIDDEN_ROLE');
    expect((await plan({ jointDepartments: ['SECRECY'] })).record?.state).toBe('PLANNED');
  });

  it('is hidden from those it concerns until it begins, and from all others for ever [duty 30]', async () => {
    const { id } = (await plan()).record!;
    const unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
    const sight = async () => {
      const lists = await Promise.all([owner, world.company, unit, world.management].map(seen));
      return lists.map((list) => list.includes(id));
    };
    expect(await sight()).toEqual([false, false, false, true]);
    expect((await act('start', id, {}, world.company)).refusal?.code).toBe('NOT_FOUND');
    const one = '{ dataOperationInspection(id: $id) { status } }';
    const asked = await world.ask(owner, `query ($id: ID!) ${one}`, { id });
    expect(asked.dataOperationInspection).toBeNull();
    await act('start', id);
    expect(await sight()).toEqual([true, true, false, true]);
    expect((await world.ask(owner, `query ($id: ID!) ${one}`, { id })).dataOperationInspection.status).toBe(
      'CONDUCTING',
    );
    expect((await act('close', id, {}, world.company)).refusal?.code).toBe('FORBIDDEN_ROLE');
  });

  it('a department that takes part adds what it found; another does not', async () => {
    const { id } = (await plan()).record!;
    const finding = (department: string) => act('addFinding', id, { department, finding: '日志不全' });
    expect((await finding('SECRECY')).refusal?.code).toBe('ILLEGAL_TRANSITION');
    await act('start', id);
    expect((await finding('PUBLIC_SECURITY')).refusal?.details[0]?.path).toBe('department');
    expect((await finding('SECRECY')).record?.findings).toMatchObject({
      list: [{ department: 'SECRECY', finding: '日志不全' }],
    });
  });
});

describe('article 31: what it finds is told and ordered to be mended', () => {
  it('by a day, to each subject; a sound result orders nothing [duty 31]', async () => {
    const { id } = (await plan()).record!;
    await act('start', id);
    for (const missing of ['rectifyBy', 'demands', 'cause'])
      expect(
        (await act('issueFindings', id, { ...FINDINGS, [missing]: null })).refusal?.details[0]?.path,
      ).toBe(missing);
    expect((await act('issueFindings', id, { ...FINDINGS, rectifyBy: '2026-11-22' })).refusal?.code).toBe(
      'VALIDATION',
    );
    expect((await act('issueFindings', id, FINDINGS)).record?.state).toBe('FINDINGS_ISSUED');
    const ordered = async (source: string) => {
      const { rectifications } = await world.ask(
        world.management,
        `query ($id: ID!) { rectifications(filter: { sourceId: $id }) { edges { node {
          kind dueOn issuedByLabel organization { id } } } } }`,
        { id: source },
      );
      return rectifications.edges.map(({ node }: any) => node);
    };
    const found = await ordered(id);
    expect(found).toHaveLength(2);
    expect(new Set(found.map(({ organization }: any) => organization.id))).toEqual(
      new Set([owner.organizationId, world.company.organizationId]),
    );
    for (const one of found)
      expect(one).toMatchObject({
        kind: 'DATA_OPERATION',
        dueOn: '2026-12-20',
        issuedByLabel: '管理单位',
      });
    const sound = (await plan()).record!;
    await act('start', sound.id);
    const result = { outcome: 'SOUND', summary: '未发现问题', cause: null, demands: null, rectifyBy: null };
    await act('issueFindings', sound.id, result);
    expect(await ordered(sound.id)).toEqual([]);
    expect((await act('close', sound.id)).record?.state).toBe('CLOSED');
  });
});

it('article 30: twelve months after the last inspection the management unit is reminded, once and of no earlier one [duty 30]', async () => {
  const inspected = async (day: string) => {
    startClockAt(`${day}T10:00:00+08:00`);
    const { id } = (await plan()).record!;
    await act('start', id);
    const result = { outcome: 'SOUND', summary: '未发现问题', cause: null, demands: null, rectifyBy: null };
    await act('issueFindings', id, result);
    return (await act('close', id)).record!.id;
  };
  await inspected('2027-01-31');
  const last = await inspected('2027-02-28');
  const reminded = async (instant: string) => {
    startClockAt(instant);
    await fireDeadlines(world.runtime.db, new Map());
    const { notifications } = await world.ask(
      world.management,
      '{ notifications(first: 100) { edges { node { recordId title } } } }',
    );
    return notifications.edges
      .map(({ node }: any) => node)
      .filter(({ title }: any) => title.includes('久未联合检查'))
      .map(({ recordId }: any) => recordId);
  };
  expect(await reminded('2028-02-28T23:59:00+08:00')).toEqual([]);
  expect(await reminded('2028-02-29T00:00:00+08:00')).toEqual([last]);
  expect(await reminded('2028-03-10T00:00:00+08:00')).toEqual([last]);
});
