import { contentStanding, readStandings } from '@zgt/runtime/organizations.ts';
import { ANONYMOUS, type Viewer } from '@zgt/runtime/viewer.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { app } from '../app/actions.ts';
import { appSteps, marketApp, publicApp } from '../testing/apps.ts';
import { openWorld, type World } from '../testing/world.ts';
import { contentItem } from './actions.ts';

const CATEGORIES = { contentCategories: ['GUIDE', 'NEWS'] };

let world: World;
let department: Viewer;
let unit: Viewer;
let publicAppId: string;
let marketAppId: string;
beforeAll(async () => {
  world = await openWorld();
  const steps = appSteps(world);
  department = await world.runtime.member('GOVERNMENT_DEPARTMENT', ['HEAD']);
  unit = await world.unit(['*']);
  publicAppId = (await steps.listedPublic(department, CATEGORIES)).id;
  marketAppId = (await steps.listedMarket(unit, CATEGORIES)).id;
}, 60_000);
afterAll(() => world.runtime.close());

const text = (more: object = {}) => ({
  category: 'GUIDE',
  heading: '怎样预约',
  body: '带身份证到门诊。',
  ...more,
});
const act = (action: string, by: Viewer, id: string, more: object = {}) =>
  world.attempt(contentItem, action, by, { id, ...more });
const drafted = async (by: Viewer, appId: string, more: object = {}) =>
  (await world.take(contentItem, 'draft', by, { input: { appId, ...text(more) } })).id;
const shown = async (id: string) =>
  (
    await world.ask(ANONYMOUS, 'query ($id: ID!) { contentItem(id: $id) { heading body isReviewed } }', {
      id,
    })
  ).contentItem;

it('article 27: in a public app only the very text that was reviewed is published [duty 27.2]', async () => {
  const id = await drafted(department, publicAppId);
  const publish = () => act('publish', department, id);
  expect((await publish()).refusal).toMatchObject({ code: 'REVIEW_NOT_PASSED', articles: [27] });
  await world.take(contentItem, 'submitReview', department, { id });
  expect((await publish()).refusal?.code).toBe('REVIEW_NOT_PASSED');
  expect((await act('passReview', department, id)).refusal?.code).toBe('FORBIDDEN_ROLE');
  await world.take(contentItem, 'passReview', world.company, { id });
  expect(await shown(id)).toBeNull();
  expect((await publish()).record?.state).toBe('PUBLISHED');
  expect(await shown(id)).toEqual({ heading: '怎样预约', body: '带身份证到门诊。', isReviewed: true });
  await world.take(contentItem, 'edit', department, { id, input: text({ body: '带护照到门诊。' }) });
  expect(await shown(id)).toBeNull();
  expect((await publish()).refusal).toMatchObject({
    code: 'REVIEW_NOT_PASSED',
    message: '内容在审查之后改动过，须重新审查才能发布。',
  });
  await world.take(contentItem, 'edit', department, { id, input: text() });
  expect((await publish()).record?.state).toBe('PUBLISHED');
});

it('article 27: a review that fails says why, and the text comes again [duty 27.2]', async () => {
  const id = await drafted(department, publicAppId);
  await world.take(contentItem, 'submitReview', department, { id });
  expect((await act('failReview', world.company, id)).refusal?.code).toBe('REASON_REQUIRED');
  await world.take(contentItem, 'failReview', world.company, { id, reason: '地址有误' });
  expect((await act('publish', department, id)).refusal?.code).toBe('REVIEW_NOT_PASSED');
  await world.take(contentItem, 'edit', department, { id, input: text({ body: '改好了。' }) });
  expect((await act('submitReview', department, id)).record?.state).toBe('PENDING_REVIEW');
});

it('article 45: the provider alone writes, the company hides and removes, and market contents need no review [duty 45.1]', async () => {
  const input = { appId: marketAppId, ...text() };
  expect((await world.attempt(contentItem, 'draft', world.company, { input })).refusal).toMatchObject({
    code: 'FORBIDDEN_ROLE',
    articles: [45],
  });
  const stranger = await world.unit(['*']);
  expect((await world.attempt(contentItem, 'draft', stranger, { input })).refusal).toMatchObject({
    code: 'VALIDATION',
    details: [{ path: 'appId' }],
  });
  const id = await drafted(unit, marketAppId);
  await world.take(contentItem, 'publish', unit, { id });
  for (const by of [world.company, stranger])
    expect((await act('edit', by, id, { input: text() })).refusal).toMatchObject({
      code: 'FORBIDDEN_ROLE',
      articles: [45],
    });
  expect((await act('hide', world.company, id)).refusal?.code).toBe('REASON_REQUIRED');
  await world.take(contentItem, 'hide', world.company, { id, reason: '有人投诉' });
  expect(await shown(id)).toBeNull();
  expect((await act('publish', unit, id)).refusal?.code).toBe('ILLEGAL_TRANSITION');
  await world.take(contentItem, 'restore', world.company, { id });
  expect(await shown(id)).not.toBeNull();
  await world.take(contentItem, 'remove', world.company, { id, reason: '违规' });
  expect(await shown(id)).toBeNull();
});

it('article 45: an app carries the categories of content that it declares, and no other [duty 45.1]', async () => {
  const draft = (category: string) =>
    world.attempt(contentItem, 'draft', unit, { input: { appId: marketAppId, ...text({ category }) } });
  expect((await draft('USER_POST')).refusal).toMatchObject({
    code: 'VALIDATION',
    details: [{ path: 'category' }],
  });
  expect((await draft('NEWS')).record?.state).toBe('DRAFT');
  const { id } = await world.take(app, 'register', unit, { input: marketApp({ name: '没有内容' }) });
  const input = { appId: id, ...text() };
  expect((await world.attempt(contentItem, 'draft', unit, { input })).refusal?.code).toBe('VALIDATION');
});

it('article 45: contents are shown while their app is in the catalogue, by a provider that may provide [duty 45.1]', async () => {
  const waiting = await drafted(unit, marketAppId, { heading: '待发布' });
  const id = await drafted(unit, marketAppId);
  await world.take(contentItem, 'publish', unit, { id });
  await world.setUnitState(unit, 'SUSPENDED');
  await world.tell('suspendEcosystemUnit', unit);
  expect(await shown(id)).toBeNull();
  expect((await act('publish', unit, waiting)).refusal?.code).toBe('UNIT_NOT_APPROVED');
  await world.setUnitState(unit, 'ACTIVE');
  await world.tell('resumeEcosystemUnit', unit);
  expect(await shown(id)).not.toBeNull();
  const { id: unlisted } = await world.take(app, 'register', department, {
    input: publicApp({ name: '未上架', ...CATEGORIES }),
  });
  const early = await drafted(department, unlisted);
  expect((await act('publish', department, early)).refusal).toMatchObject({
    code: 'VALIDATION',
    details: [{ message: '应用：不在架，内容不能发布' }],
  });
});

it('article 45: what is hidden or removed goes to the evidence as it stood, in the same transaction [duty 45.2]', async () => {
  const id = await drafted(unit, marketAppId, { heading: '一夜暴富', body: '稳赚不赔。' });
  await world.take(contentItem, 'publish', unit, { id });
  expect(
    (await readStandings(world.runtime.db, contentStanding(id), [unit.organizationId!])).get(
      unit.organizationId!,
    )?.scope,
  ).toMatchObject({ appId: marketAppId, serviceClass: 'MARKET' });
  const told = async () =>
    (
      await sql<{ name: string; values: Record<string, unknown> }>`
        select data->>'name' as name, data->'values' as values from jobs.job where data->>'recordId' = ${id}
        order by created_on`.execute(world.runtime.db)
    ).rows;
  expect((await act('hide', world.company, id)).refusal?.code).toBe('REASON_REQUIRED');
  expect(await told()).toEqual([]);
  await world.take(contentItem, 'hide', world.company, { id, reason: '虚假宣传' });
  await world.take(contentItem, 'edit', unit, {
    id,
    input: { category: 'GUIDE', heading: '怎样理财', body: '改过。' },
  });
  await world.take(contentItem, 'remove', unit, { id, reason: '不再提供' });
  expect(
    (await told()).map(({ name, values }) => [name, values.heading, values.body, typeof values.updatedAt]),
  ).toEqual([
    ['hideContentItem', '一夜暴富', '稳赚不赔。', 'string'],
    ['removeContentItem', '怎样理财', '改过。', 'string'],
  ]);
});
