import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { disputeRecord } from '../dispute-record/actions.ts';
import { incident } from '../incident/actions.ts';
import { incidentNotice } from '../incident-notice/actions.ts';
import { knownRecord } from '../testing/known.ts';
import { openWorld, type World } from '../testing/world.ts';
import { accountabilityCase } from './actions.ts';

let world: World;
let unit: Viewer;
let appId: string;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
  await world.runtime.member('OWNER_UNIT', ['HEAD']);
  unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  appId = (await knownRecord(world.runtime, 'App', unit.organizationId!, 'LISTED')).id;
}, 60_000);
afterAll(() => world.runtime.close());

/** An incident that is being handled. */
const handled = async (more: object = { appId }) => {
  const input = {
    title: '导览打不开',
    description: '接口超时',
    category: 'FAULT',
    outageScope: 'SINGLE_APP',
    damagedData: 'NONE',
    dataEffect: 'UNASSESSED',
    threat: 'NONE',
    ...more,
  };
  const { id } = await world.take(incident, 'detect', world.company, { input });
  await world.take(incident, 'report', world.company, { id });
  await world.take(incident, 'accept', world.company, { id });
  return id;
};
const determineCause = (id: string, causeKind: string, by = world.company) =>
  world.attempt(incident, 'determineCause', by, { id, input: { causeKind }, reason: '日志显示程序死锁' });
const send = (incidentId: string, rectifyBy: string | null, app = appId) =>
  world.attempt(incidentNotice, 'send', world.company, {
    input: { incidentId, appId: app, text: '程序死锁，请整改或下架。', rectifyBy },
  });
const running = async (record: string, viewer: Viewer) => {
  const { incident: found } = await world.ask(
    viewer,
    'query ($id: ID!) { incident(id: $id) { causeKind providerContactedAt deadlines { name endedAt } } }',
    { id: record },
  );
  return {
    ...found,
    running: found.deadlines.filter(({ endedAt }: any) => endedAt === null).map(({ name }: any) => name),
  };
};
const investigated = async (incidentId: string | null, scope = 'OPS') => {
  const { id } = await world.take(accountabilityCase, 'open', world.management, {
    input: {
      scope,
      subject: scope === 'BRAND' ? 'OWNER_UNIT' : 'PROJECT_COMPANY',
      subjectName: '责任单位',
      incidentId,
      matter: '导览中断。',
    },
  });
  await world.take(accountabilityCase, 'investigate', world.management, {
    id,
    input: { investigation: '调取日志' },
  });
  return id;
};
const determine = (id: string, responsibility: string, bearer: string | null = null) =>
  world.attempt(accountabilityCase, 'determine', world.management, {
    id,
    input: { finding: '程序死锁', responsibility, bearer },
    documents: ['EVIDENCE'],
  });

it('article 26: an app’s own cause needs an app; with it the company owes the provider word at once [duty 26.2]', async () => {
  const bare = await handled({});
  expect((await determineCause(bare, 'APP_OWN_CAUSE')).refusal?.details[0]?.path).toBe('causeKind');
  expect((await determineCause(bare, 'EXTERNAL')).refusal).toBeNull();
  expect((await running(bare, world.management)).running).not.toContain('contactProvider');

  const id = await handled();
  expect((await determineCause(id, 'APP_OWN_CAUSE', world.management)).refusal?.code).toBe('FORBIDDEN_ROLE');
  await determineCause(id, 'APP_OWN_CAUSE');
  expect((await running(id, world.management)).running).toContain('contactProvider');
  await determineCause(id, 'PLATFORM');
  expect((await running(id, world.management)).running).not.toContain('contactProvider');
  await determineCause(id, 'APP_OWN_CAUSE');
  expect((await send(id, null)).refusal?.details[0]?.path).toBe('rectifyBy');
  expect((await send(id, '2026-11-22')).refusal?.details[0]?.path).toBe('rectifyBy');
  expect((await send(id, '2026-11-23')).record?.state).toBe('AWAITING_CHOICE');
  const told = await running(id, world.management);
  expect(told.running).not.toContain('contactProvider');
  expect(told).toMatchObject({ causeKind: 'APP_OWN_CAUSE', providerContactedAt: expect.any(String) });
});

it('article 26: the provider chooses to mend, or to have the app taken off [duty 26.2]', async () => {
  const id = await handled();
  const other = await knownRecord(world.runtime, 'App', unit.organizationId!, 'LISTED');
  expect((await send(id, '2026-12-11')).refusal?.details[0]?.path).toBe('rectifyBy');
  await determineCause(id, 'APP_OWN_CAUSE');
  expect((await send(id, '2026-12-11', other.id)).refusal?.details[0]?.path).toBe('rectifyBy');
  expect((await send(id, null, other.id)).record?.state).toBe('SENT');

  const choose = (noticeId: string, action: string, by: Viewer, input: Record<string, unknown>) =>
    world.attempt(incidentNotice, action, by, { id: noticeId, input });
  const mended = (await send(id, '2026-12-11')).record!;
  const plan = { plan: '改用连接池' };
  expect((await choose(mended.id, 'chooseRectification', world.company, plan)).refusal?.code).toBe(
    'FORBIDDEN_ROLE',
  );
  expect((await choose(mended.id, 'answer', unit, { answer: '知悉' })).refusal?.code).toBe(
    'ILLEGAL_TRANSITION',
  );
  expect((await choose(mended.id, 'chooseRectification', unit, plan)).record?.state).toBe('RECTIFYING');
  const { rectifications } = await world.ask(
    unit,
    '{ rectifications { edges { node { kind dueOn sourceNumber organization { id } } } } }',
  );
  expect(rectifications.edges.map(({ node }: any) => node)).toEqual([
    {
      kind: 'UNIT_OPERATIONS',
      dueOn: '2026-12-11',
      sourceNumber: mended.number,
      organization: { id: unit.organizationId },
    },
  ]);

  const off = (await send(id, '2026-12-11')).record!;
  const chosen = await choose(off.id, 'chooseDelisting', unit, { noticeText: '暂停服务，请用小程序。' });
  expect(chosen.record?.state).toBe('DELISTING');
});

it('article 26: the responsible party of an app’s own cause is its provider with the whole share, and nobody else [duty 26.2]', async () => {
  const incidentId = await handled();
  const id = await investigated(incidentId);
  expect((await determine(id, 'APP_PROVIDER')).refusal?.details[0]?.path).toBe('responsibility');
  await determineCause(incidentId, 'APP_OWN_CAUSE');
  for (const [responsibility, bearer] of [
    ['SUBJECT', 'SUBJECT'],
    ['SUBJECT', 'PROJECT_COMPANY'],
    ['UNDETERMINED', null],
    ['APP_PROVIDER', 'PROJECT_COMPANY'],
    ['APP_PROVIDER', 'OWNER_UNIT'],
  ] as const)
    expect((await determine(id, responsibility, bearer)).refusal).toMatchObject({
      code: 'RESPONSIBLE_PARTY_FIXED',
      articles: [26],
    });
  expect((await determine(id, 'APP_PROVIDER')).record).toMatchObject({
    state: 'DETERMINED',
    bearer: 'APP_PROVIDER',
    responsibleName: expect.stringMatching(/^ECOSYSTEM_UNIT /),
    responsibleOrganizationId: unit.organizationId,
    responsibleShare: 100,
  });
});

it('article 64: where the cause is another, what cannot be found out falls to the owner unit [duty 64.1]', async () => {
  const incidentId = await handled();
  await determineCause(incidentId, 'UNDETERMINED');
  const id = await investigated(incidentId);
  expect((await determine(id, 'APP_PROVIDER')).refusal?.code).toBe('VALIDATION');
  expect((await determine(id, 'UNDETERMINED', 'PROJECT_COMPANY')).refusal).toMatchObject({
    code: 'RESPONSIBLE_PARTY_FIXED',
    articles: [64],
  });
  expect((await determine(id, 'UNDETERMINED')).record).toMatchObject({
    bearer: 'OWNER_UNIT',
    responsibleOrganizationId: null,
    responsibleShare: null,
  });
});

it('article 54: harm to the brand opens a case by itself, led by the management unit against the owner unit [duty 54]', async () => {
  const { id } = await world.take(disputeRecord, 'report', unit, {
    input: { kind: 'LITIGATION', parties: ['ECOSYSTEM_UNIT'], activity: '联合推广', description: '起诉' },
  });
  const assess = (brandImpact: string) =>
    world.take(disputeRecord, 'assessImpact', world.management, {
      id,
      input: { brandImpact },
      reason: '媒体报道',
    });
  expect(await assess('NONE')).toMatchObject({ accountabilityNumber: null });
  const { accountabilityNumber } = await assess('ADVERSE');
  expect(accountabilityNumber).toMatch(/^ZR-2026-/);
  expect((await assess('ADVERSE')).accountabilityNumber).toBe(accountabilityNumber);
  const { accountabilityCases } = await world.ask(
    world.management,
    '{ accountabilityCases(filter: { scope: BRAND }) { edges { node { id number lead subject status organization { id } } } } }',
  );
  expect(accountabilityCases.edges).toHaveLength(1);
  const [{ node: opened }] = accountabilityCases.edges;
  expect(opened).toMatchObject({
    number: accountabilityNumber,
    lead: 'MANAGEMENT_UNIT',
    subject: 'OWNER_UNIT',
    status: 'OPENED',
    organization: { id: world.management.organizationId },
  });
  await world.take(accountabilityCase, 'investigate', world.management, {
    id: opened.id,
    input: { investigation: '约谈' },
  });
  expect((await determine(opened.id, 'OTHER', 'PROJECT_COMPANY')).refusal?.code).toBe('VALIDATION');
  expect((await determine(opened.id, 'SUBJECT', 'PROJECT_COMPANY')).refusal).toMatchObject({
    code: 'RESPONSIBLE_PARTY_FIXED',
    articles: [54],
  });
  expect((await determine(opened.id, 'SUBJECT')).record).toMatchObject({ bearer: 'OWNER_UNIT' });
  const held = await world.take(disputeRecord, 'holdResponsible', world.management, {
    id,
    input: { responsibleParty: 'OWNER_UNIT' },
    reason: '损害品牌',
  });
  expect(held.accountabilityNumber).toBe(accountabilityNumber);
});
