import { now, startClockAt } from '@zgt/runtime/clock.ts';
import { newId } from '@zgt/runtime/id.ts';
import { standingStatement } from '@zgt/runtime/organizations.ts';
import { ANONYMOUS, type Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { budgetDeclaration } from '../budget-declaration/actions.ts';
import { openDueDeclarations } from '../budget-declaration/open-due.ts';
import { cooperationItem } from '../cooperation-item/actions.ts';
import { dockingRecord } from '../docking-record/actions.ts';
import { policyDocument } from '../policy-document/actions.ts';
import { productWork } from '../product-work/actions.ts';
import { openDueProductWork } from '../product-work/open-due.ts';
import { openWorld, type World } from '../testing/world.ts';
import { coordinationItem } from './actions.ts';

let world: World;
let owner: Viewer;
let nanning: Viewer;
let liuzhou: Viewer;
let nanningId: string;

async function body(viewer: Viewer, number: string): Promise<string> {
  const recordId = newId();
  await world.runtime.db
    .insertInto('runtime.item')
    .values({
      noun: 'GovernmentBody',
      recordId,
      organizationId: viewer.organizationId!,
      number,
      title: number,
      state: 'ACTIVE',
      awaits: null,
      awaitsOrganizationId: null,
      since: now(),
      dueAt: null,
      updatedAt: now(),
    })
    .execute();
  return recordId;
}

beforeAll(async () => {
  world = await openWorld('2026-09-28T09:00:00+08:00');
  owner = await world.runtime.member('OWNER_UNIT', ['HEAD']);
  nanning = await world.runtime.member('MUNICIPALITY', ['HEAD']);
  liuzhou = await world.runtime.member('MUNICIPALITY', ['HEAD']);
  nanningId = await body(nanning, 'ZF-2026-000001');
  await body(liuzhou, 'ZF-2026-000002');
}, 60_000);
afterAll(() => world.runtime.close());

const listed = async (by: Viewer, plural: string, fields: string) =>
  (await world.ask(by, `{ ${plural} { edges { node { ${fields} } } } }`))[plural].edges.map(
    ({ node }: any) => node,
  );

it('article 15: a docking that is blocked is told to the management unit, which takes it up [duty 15.1]', async () => {
  const plan = (governmentBodyId: string, by = world.company) =>
    world.attempt(dockingRecord, 'plan', by, {
      input: { governmentBodyId, matter: '社保查询接口', nextStep: '确认字段' },
    });
  expect((await plan(world.company.organizationId!)).refusal?.details[0]?.path).toBe('governmentBodyId');
  expect((await plan(nanningId, nanning)).refusal?.code).toBe('FORBIDDEN_ROLE');
  const { id } = (await plan(nanningId)).record!;
  const act = (action: string, by: Viewer, input: object) =>
    world.attempt(dockingRecord, action, by, { id, input: input as Record<string, unknown> });
  expect((await act('takeUp', world.management, { guidance: '请数据局牵头' })).refusal?.code).toBe(
    'ILLEGAL_TRANSITION',
  );
  await act('block', world.company, { blocker: '没有接口文档' });
  const told = await world.runtime.db
    .selectFrom('runtime.notification')
    .select('organizationId')
    .where('recordId', '=', id)
    .where('action', '=', 'block')
    .execute();
  expect(told).toEqual([{ organizationId: world.management.organizationId }]);
  expect((await act('takeUp', world.company, { guidance: '自行协调' })).refusal?.code).toBe('FORBIDDEN_ROLE');
  expect((await act('takeUp', world.management, { guidance: '请数据局牵头' })).record?.state).toBe(
    'TAKEN_UP',
  );
  expect(await listed(nanning, 'dockingRecords', 'guidance')).toEqual([{ guidance: '请数据局牵头' }]);
  expect(await listed(liuzhou, 'dockingRecords', 'guidance')).toEqual([]);
  await act('advance', world.company, { nextStep: '联调' });
  expect((await act('finish', world.company, {})).record?.state).toBe('DONE');
});

it('article 25: the company asks Nanning to promote, Nanning does, the management unit sees it [duty 25.1]', async () => {
  const open = (by = world.company) =>
    world.attempt(cooperationItem, 'open', by, {
      input: {
        governmentBodyId: nanningId,
        kind: 'PROMOTION',
        heading: '地铁站海报',
        demand: '张贴一个月',
        dueOn: '2026-10-31',
      },
    });
  expect((await open(nanning)).refusal?.code).toBe('FORBIDDEN_ROLE');
  const { id } = (await open()).record!;
  const finish = (by: Viewer) =>
    world.attempt(cooperationItem, 'finish', by, { id, input: { result: '已张贴 40 处' } });
  expect((await finish(liuzhou)).refusal?.code).toBe('NOT_FOUND');
  expect((await world.attempt(cooperationItem, 'decline', nanning, { id })).refusal?.code).toBe(
    'REASON_REQUIRED',
  );
  expect((await finish(nanning)).record?.state).toBe('DONE');
  expect(await listed(world.management, 'cooperationItems', 'status result')).toEqual([
    { status: 'DONE', result: '已张贴 40 处' },
  ]);
  const declined = (await open()).record!;
  const answer = { id: declined.id, reason: '没有场地' };
  expect((await world.attempt(cooperationItem, 'decline', nanning, answer)).record?.state).toBe('NOT_DONE');
});

it('article 25: a policy on electronic credentials is shown to everyone, until it is withdrawn [duty 25.2]', async () => {
  const publish = (more: object = {}, by = nanning) =>
    world.attempt(policyDocument, 'publish', by, {
      input: {
        heading: '电子凭证应用办法',
        topic: 'ELECTRONIC_CREDENTIAL',
        issuedOn: '2026-09-01',
        summary: '全市窗口认可电子凭证。',
        address: 'https://example.gov.cn/policy',
        ...more,
      },
    });
  expect((await publish({ issuedOn: '2026-09-29' })).refusal?.details[0]?.path).toBe('issuedOn');
  expect((await publish({ address: 'javascript:alert(1)' })).refusal?.details[0]?.path).toBe('address');
  const { id } = (await publish()).record!;
  const shown = () => listed(ANONYMOUS, 'policyDocuments', 'heading topic');
  expect(await shown()).toEqual([{ heading: '电子凭证应用办法', topic: 'ELECTRONIC_CREDENTIAL' }]);
  expect(
    (await world.attempt(policyDocument, 'withdraw', liuzhou, { id, reason: '废止' })).refusal,
  ).not.toBeNull();
  await world.take(policyDocument, 'withdraw', nanning, { id, reason: '废止' });
  expect(await shown()).toEqual([]);
});

it('article 11: policies come from government bodies; by the parameter from approved units too, from others never [duty 11]', async () => {
  const unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  const provider = await world.runtime.member('INFRASTRUCTURE_PROVIDER', ['HEAD']);
  const input = {
    heading: '景区电子票应用办法',
    topic: 'ELECTRONIC_CREDENTIAL',
    issuedOn: '2026-09-01',
    summary: '景区认可电子票。',
  };
  const publish = async (by: Viewer) =>
    (await world.attempt(policyDocument, 'publish', by, { input: { ...input } })).refusal;
  for (const by of [provider, world.company])
    expect(await publish(by)).toMatchObject({ code: 'NOT_A_SERVICE_PROVIDER', articles: [11] });
  expect(await publish(unit)).toMatchObject({ code: 'VALIDATION', articles: [11] });
  expect(await publish(nanning)).toBeNull();
  const { setRuleParameter } = await world.ask(
    world.management,
    `mutation { setRuleParameter(input: { name: "provider.kind_matrix", value: false, reason: "按印发稿" }) {
      refusal { code } } }`,
  );
  expect(setRuleParameter.refusal).toBeNull();
  expect(await publish(unit)).toMatchObject({ code: 'NOT_A_SERVICE_PROVIDER', articles: [11] });
  const standing = (state: string) =>
    standingStatement(
      world.runtime.db,
      unit.organizationId!,
      'ECOSYSTEM_UNIT',
      { state, scope: {}, validUntil: null },
      now(),
    ).execute();
  await standing('SUSPENDED');
  expect((await publish(unit))?.code).toBe('NOT_A_SERVICE_PROVIDER');
  await standing('ACTIVE');
  expect(await publish(unit)).toBeNull();
});

it('article 16: a body may tell whether the money is in its budget; in October those that have not are reminded [duty 16.3]', async () => {
  const file = (input: object) =>
    world.attempt(budgetDeclaration, 'file', nanning, { input: { year: 2027, ...input } });
  expect((await file({ isIncluded: false, amount: 80 })).refusal?.details[0]?.path).toBe('amount');
  expect((await file({ isIncluded: true, amount: 80 })).record?.state).toBe('DECLARED');
  expect((await file({ isIncluded: true })).refusal?.code).toBe('ALREADY_EXISTS');
  expect(await openDueDeclarations(world.runtime, now())).toBe(0);
  startClockAt('2026-10-01T09:00:00+08:00');
  expect(await openDueDeclarations(world.runtime, now())).toBe(1);
  expect(await openDueDeclarations(world.runtime, now())).toBe(0);
  const fields = 'id year isIncluded amount status';
  expect(await listed(nanning, 'budgetDeclarations', fields)).toMatchObject([
    { year: 2027, isIncluded: true, amount: 80, status: 'DECLARED' },
  ]);
  const [due] = await listed(liuzhou, 'budgetDeclarations', fields);
  expect(due).toMatchObject({ year: 2027, isIncluded: null, status: 'DUE' });
  const declare = { id: due.id, input: { isIncluded: false, note: '下半年追加' } };
  expect((await world.attempt(budgetDeclaration, 'declare', liuzhou, declare)).record?.state).toBe(
    'DECLARED',
  );
  expect(await listed(world.management, 'budgetDeclarations', 'year')).toHaveLength(2);
  expect(await listed(world.company, 'budgetDeclarations', 'year')).toEqual([]);
});

it('article 56: only those whom the management unit brings together read what it is about [duty 56.2]', async () => {
  const open = (more: object, by = world.management) =>
    world.attempt(coordinationItem, 'open', by, {
      input: { topic: '国庆保障', content: '值守安排', dueOn: '2026-10-08', ...more },
    });
  const both = { parties: ['PROJECT_COMPANY'], bodyNumbers: ['ZF-2026-000001'] };
  expect((await open(both, world.company)).refusal?.code).toBe('FORBIDDEN_ROLE');
  expect((await open({})).refusal?.details[0]?.path).toBe('parties');
  expect((await open({ bodyNumbers: ['ZF-2026-999999'] })).refusal?.details[0]?.path).toBe('bodyNumbers');
  expect((await open({ ...both, dueOn: '2026-09-30' })).refusal?.details[0]?.path).toBe('dueOn');
  const { id } = (await open(both)).record!;
  const source = 'query ($id: ID!) { coordinationItem(id: $id) { topic progress } }';
  const seen = async (by: Viewer) => (await world.ask(by, source, { id })).coordinationItem;
  for (const by of [world.company, nanning])
    expect(await seen(by)).toEqual({ topic: '国庆保障', progress: null });
  for (const by of [liuzhou, owner]) expect(await seen(by)).toBeNull();
  const progress = { id, input: { progress: '各方已报值守表' } };
  expect((await world.attempt(coordinationItem, 'recordProgress', nanning, progress)).refusal?.code).toBe(
    'NOT_FOUND',
  );
  await world.take(coordinationItem, 'recordProgress', world.management, progress);
  expect((await world.take(coordinationItem, 'settle', world.management, progress)).state).toBe('SETTLED');
  expect((await seen(nanning)).progress).toBe('各方已报值守表');
});

it('article 43: each quarter brings an analysis and a promotion; what is late is shown to the owner unit too [duty 43.2]', async () => {
  startClockAt('2026-10-01T09:00:00+08:00');
  expect(await openDueProductWork(world.runtime, now())).toBe(2);
  expect(await openDueProductWork(world.runtime, now())).toBe(0);
  const works = () =>
    listed(owner, 'productWorks', 'id kind periodKey status deadlines { name endedAt overdue }');
  const [first, second] = await works();
  const [analysis, promotion] = first.kind === 'ANALYSIS' ? [first, second] : [second, first];
  expect(analysis.periodKey).toBe('2026Q4');
  const file = (action: string, id: string, by = world.company) =>
    world.attempt(productWork, action, by, {
      id,
      input: { report: '报告', products: ['社保查询'], channels: ['公众号'], reach: 1000 },
    });
  expect((await file('filePromotion', analysis.id)).refusal?.code).toBe('VALIDATION');
  expect((await file('fileAnalysis', analysis.id, owner)).refusal?.code).toBe('FORBIDDEN_ROLE');
  expect((await file('fileAnalysis', analysis.id)).record?.state).toBe('DONE');
  startClockAt('2027-01-01T00:10:00+08:00');
  const late = (await works()).find(({ id }: any) => id === promotion.id);
  expect(late).toMatchObject({ status: 'DUE' });
  expect(late.deadlines.map(({ name, overdue }: any) => [name, overdue]).toSorted()).toEqual([
    ['complete', true],
    ['oversee', true],
  ]);
});
