import { now, startClockAt } from '@zgt/runtime/clock.ts';
import { newId } from '@zgt/runtime/id.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { operationContact } from '../operation-contact/actions.ts';
import { openWorld, type World } from '../testing/world.ts';
import { accessScorecard } from './actions.ts';
import { issueDueScorecards } from './issue-due.ts';

let world: World;
let nanning: Viewer;
let liuzhou: Viewer;
let health: Viewer;
let unit: Viewer;
let appId: string;

async function known(noun: string, organizationId: string, state: string): Promise<string> {
  const recordId = newId();
  await world.runtime.db
    .insertInto('runtime.item')
    .values({
      noun,
      recordId,
      organizationId,
      number: recordId.slice(-12),
      title: noun,
      state,
      awaits: null,
      awaitsOrganizationId: null,
      since: now(),
      dueAt: null,
      updatedAt: now(),
    })
    .execute();
  return recordId;
}

const standing = (body: Viewer, level: string, verticalSystem: string | null) =>
  world.runtime.db
    .insertInto('runtime.standing')
    .values({
      organizationId: body.organizationId!,
      kind: 'GOVERNMENT_BODY',
      state: 'ACTIVE',
      scope: JSON.stringify({ level, verticalSystem }),
      validUntil: null,
      updatedAt: now(),
    })
    .execute();

beforeAll(async () => {
  world = await openWorld('2026-09-01T09:00:00+08:00');
  nanning = await world.runtime.member('MUNICIPALITY', ['HEAD']);
  liuzhou = await world.runtime.member('MUNICIPALITY', ['HEAD']);
  health = await world.runtime.member('GOVERNMENT_DEPARTMENT', ['HEAD']);
  unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  await standing(nanning, 'CITY', null);
  await standing(liuzhou, 'CITY', 'HEALTH');
  await standing(health, 'REGION', 'HEALTH');
  for (const state of ['CONNECTED', 'CONNECTED', 'CONNECTED', 'NOT_CONNECTED', 'EXEMPT'])
    await known('ServiceItem', nanning.organizationId!, state);
  appId = await known('App', nanning.organizationId!, 'LISTED');
  await known('App', nanning.organizationId!, 'DRAFT');
}, 60_000);
afterAll(() => world.runtime.close());

const SUPERVISION = `{ accessSupervision(period: "2026Q3") { id bodyName accessCoverage opinion
  figures { itemsConnected itemsNotConnected itemsExempt appsListed appsWithoutContact versionsReleased } } }`;
const supervised = async (by: Viewer) => (await world.ask(by, SUPERVISION)).accessSupervision;

it('article 25: a body tells whom to ask about its apps, of its own alone [duty 25.1]', async () => {
  const register = (input: object, by = nanning) =>
    world.attempt(operationContact, 'register', by, {
      input: { team: '数据局运营科', phone: '0771-5555555', duties: '推广', ...input },
    });
  expect((await register({ appId }, liuzhou)).refusal?.details[0]?.path).toBe('appId');
  expect((await register({}, world.company)).refusal?.code).toBe('FORBIDDEN_ROLE');
  expect((await register({}, liuzhou)).record?.state).toBe('ACTIVE');
});

it('article 22: a quarter that is over gives each body one scorecard [duty 22]', async () => {
  startClockAt('2026-10-01T00:05:00+08:00');
  expect(await issueDueScorecards(world.runtime, now())).toBe(3);
  expect(await issueDueScorecards(world.runtime, now())).toBe(0);
  const rows = await supervised(world.management);
  expect(rows).toHaveLength(3);
  expect(rows.find(({ figures }: any) => figures.itemsConnected > 0)).toMatchObject({
    accessCoverage: 0.75,
    figures: {
      itemsConnected: 3,
      itemsNotConnected: 1,
      itemsExempt: 1,
      appsListed: 1,
      appsWithoutContact: 1,
    },
  });
});

it('article 22: a body sees its own, a department of the region its line, a unit nothing [duty 22]', async () => {
  expect(await supervised(nanning)).toHaveLength(1);
  expect(await supervised(liuzhou)).toHaveLength(1);
  expect(await supervised(health)).toHaveLength(2);
  await expect(supervised(unit)).rejects.toThrow('只有管理单位和政府单位可以查看');
  await expect(world.ask(nanning, '{ accessSupervision(period: "2026") { id } }')).rejects.toThrow('2026Q3');
  const lists = '{ accessScorecards { edges { node { id } } } }';
  expect((await world.ask(unit, lists)).accessScorecards.edges).toEqual([]);
});

it('article 22: the management unit gives an opinion with a day, and the body answers [duty 22]', async () => {
  const [{ id }] = await supervised(nanning);
  const give = (replyBy: string, by = world.management) =>
    world.attempt(accessScorecard, 'giveOpinion', by, { id, input: { opinion: '加快接入', replyBy } });
  expect((await give('2026-09-30')).refusal?.details[0]?.path).toBe('replyBy');
  expect((await give('2026-10-15', world.company)).refusal?.code).toBe('NOT_FOUND');
  expect((await give('2026-10-01')).record?.state).toBe('OPINION_GIVEN');
  const reply = (by: Viewer) =>
    world.attempt(accessScorecard, 'reply', by, { id, input: { reply: '十二月前接入' } });
  expect((await reply(liuzhou)).refusal?.code).toBe('NOT_FOUND');
  expect((await reply(world.management)).refusal?.code).toBe('FORBIDDEN_ROLE');
  expect((await reply(nanning)).record?.state).toBe('REPLIED');
});

it('article 25: an app with a contact is no longer pointed at in the next quarter [duty 25.1]', async () => {
  const { id } = await world.take(operationContact, 'register', nanning, {
    input: { team: '运营科', phone: '0771-5555555', duties: '推广', appId },
  });
  startClockAt('2027-01-01T00:05:00+08:00');
  await issueDueScorecards(world.runtime, now());
  const { accessSupervision } = await world.ask(
    nanning,
    '{ accessSupervision(period: "2026Q4") { figures { appsWithoutContact } } }',
  );
  expect(accessSupervision).toEqual([{ figures: { appsWithoutContact: 0 } }]);
  expect((await world.take(operationContact, 'end', nanning, { id })).state).toBe('ENDED');
});
