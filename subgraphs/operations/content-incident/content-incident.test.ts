import { now, startClockAt } from '@zgt/runtime/clock.ts';
import { sha256Hex } from '@zgt/runtime/crypto/digest.ts';
import { newId } from '@zgt/runtime/id.ts';
import { contentStanding, standingStatement } from '@zgt/runtime/organizations.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { handlers } from '../events.ts';
import { evidence } from '../evidence/actions.ts';
import { openWorld, type World } from '../testing/world.ts';
import { contentIncident } from './actions.ts';

let world: World;
let unit: Viewer;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
  unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
}, 60_000);
afterAll(() => world.runtime.close());

async function content(state = 'PUBLISHED'): Promise<string> {
  const recordId = newId();
  await world.runtime.db
    .insertInto('runtime.item')
    .values({
      noun: 'ContentItem',
      recordId,
      organizationId: unit.organizationId!,
      number: recordId.slice(-12),
      title: '一夜暴富',
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
const setState = (recordId: string, state: string) =>
  world.runtime.db.updateTable('runtime.item').set({ state }).where('recordId', '=', recordId).execute();
const find = (contentId: string, documents = ['EVIDENCE'], by = world.company) =>
  world.attempt(contentIncident, 'find', by, {
    input: { contentId, kind: 'VIOLATION', level: 'SERIOUS', findings: '虚假宣传' },
    documents,
  });
const on = (action: string, id: string, by: Viewer, input: object = {}, reason?: string) =>
  world.attempt(contentIncident, action, by, { id, input: input as Record<string, unknown>, reason });

it('article 45: a violation is dealt with on a stated basis, once the content is out of sight [duty 45.2]', async () => {
  startClockAt('2026-11-23T10:00:00+08:00');
  const contentId = await content();
  expect((await find(newId())).refusal?.details[0]?.path).toBe('contentId');
  expect((await find(contentId, [])).refusal?.code).toBe('DOCUMENTS_MISSING');
  expect((await find(contentId, ['EVIDENCE'], unit)).refusal?.code).toBe('FORBIDDEN_ROLE');
  const { id, organizationId } = (await find(contentId)).record!;
  expect(organizationId).toBe(unit.organizationId);
  const handle = (input: object) => on('handle', id, world.company, input);
  expect((await handle({ measure: 'HIDE' })).refusal).toMatchObject({
    code: 'BASIS_REQUIRED',
    articles: [45],
  });
  expect((await handle({ measure: 'HIDE', basis: '协议第八条' })).refusal?.details[0]?.path).toBe('measure');
  await setState(contentId, 'HIDDEN');
  expect((await handle({ measure: 'REMOVE', basis: '协议第八条' })).refusal?.details[0]?.path).toBe(
    'measure',
  );
  startClockAt('2026-11-23T10:29:00+08:00');
  expect((await handle({ measure: 'HIDE', basis: '协议第八条' })).record).toMatchObject({
    state: 'HANDLED',
    isLate: false,
  });
});

it('article 45: what takes longer than half an hour is marked as not at once [duty 45.2]', async () => {
  startClockAt('2026-11-23T11:00:00+08:00');
  const { id } = (await find(await content())).record!;
  startClockAt('2026-11-23T11:31:00+08:00');
  const input = { measure: 'RESTRICT_PROVIDER', basis: '管理规定第三条' };
  expect((await on('handle', id, world.company, input)).record).toMatchObject({ isLate: true });
});

it('article 45: the provider mends by a day, the company verifies [duty 45.2]', async () => {
  startClockAt('2026-11-23T12:00:00+08:00');
  const { id } = (await find(await content('REMOVED'))).record!;
  await on('handle', id, world.company, { measure: 'REMOVE', basis: '协议第八条' });
  const notify = (rectifyBy: string) =>
    on('notifyProvider', id, world.company, { demands: '清理同类内容', rectifyBy });
  expect((await notify('2026-11-22')).refusal?.details[0]?.path).toBe('rectifyBy');
  expect((await notify('2026-11-23')).record?.state).toBe('RECTIFYING');
  const stranger = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  expect((await on('submitResult', id, stranger, { result: '已清理' })).refusal?.code).toBe('NOT_FOUND');
  await on('submitResult', id, unit, { result: '已清理' });
  expect((await on('verify', id, unit)).refusal?.code).toBe('FORBIDDEN_ROLE');
  expect((await on('reject', id, world.company)).refusal?.code).toBe('REASON_REQUIRED');
  await on('reject', id, world.company, {}, '还有三条');
  await on('submitResult', id, unit, { result: '已全部清理' });
  expect((await on('verify', id, world.company)).record?.state).toBe('CLOSED');
});

it('article 45: a content is kept as it stood when it was hidden, once, and by nobody changed [duty 45.2]', async () => {
  startClockAt('2026-11-23T13:00:00+08:00');
  const contentId = await content('HIDDEN');
  const { id } = (await find(contentId)).record!;
  const event = {
    name: 'hideContentItem',
    recordId: contentId,
    organizationId: unit.organizationId!,
    state: 'HIDDEN',
    values: {
      number: 'NRTM-2026-000009',
      appId: newId(),
      category: 'NEWS',
      heading: '一夜暴富',
      body: '稳赚不赔。',
      bodyDigest: sha256Hex('一夜暴富\n稳赚不赔。'),
      publishedAt: null,
      updatedAt: '2026-11-23T05:00:00.000Z',
    },
  };
  for (const job of ['job-1', 'job-2'])
    for (const handle of handlers(world.runtime)[event.name]!) await handle(event, job);
  const { contentIncident: shown } = await world.ask(
    world.company,
    'query ($id: ID!) { contentIncident(id: $id) { evidences { id digest } } }',
    { id },
  );
  expect(shown.evidences).toHaveLength(1);
  const [{ id: evidenceId, digest }] = shown.evidences;
  const source = `query ($id: ID!) { evidence(id: $id) { caseKind caseId body snapshot digest } }`;
  const { evidence: kept } = await world.ask(world.management, source, { id: evidenceId });
  expect(kept).toMatchObject({ caseKind: 'CONTENT_ITEM', caseId: contentId, body: '稳赚不赔。' });
  expect(JSON.parse(kept.snapshot)).toMatchObject({ measure: 'HIDE', content: { heading: '一夜暴富' } });
  expect(digest).toBe(sha256Hex(JSON.stringify([kept.snapshot, kept.body, []])));
  expect((await world.ask(unit, source, { id: evidenceId })).evidence).toBeNull();
  expect(await world.refusal(evidence, 'remove', world.company, { id: evidenceId })).toBe(
    'EVIDENCE_IMMUTABLE',
  );
});

it('article 45: a major risk to public opinion in a public app opens a problem case led by the management unit [duty 45.2] [duty 28.1]', async () => {
  startClockAt('2026-11-23T14:00:00+08:00');
  const appId = newId();
  const shownIn = async (serviceClass: string) => {
    const contentId = await content();
    await standingStatement(
      world.runtime.db,
      unit.organizationId!,
      contentStanding(contentId),
      { state: 'PUBLISHED', scope: { appId, appName: '桂林导览', serviceClass }, validUntil: null },
      now(),
    ).execute();
    return contentId;
  };
  const found = async (contentId: string, kind: string, level: string) =>
    (
      await world.take(contentIncident, 'find', world.company, {
        input: { contentId, kind, level, findings: '引发热议' },
        documents: ['EVIDENCE'],
      })
    ).problemCaseNumber;
  expect(await found(await shownIn('MARKET'), 'OPINION_RISK', 'MAJOR')).toBeNull();
  const contentId = await shownIn('PUBLIC');
  expect(await found(contentId, 'OPINION_RISK', 'SERIOUS')).toBeNull();
  expect(await found(contentId, 'VIOLATION', 'MAJOR')).toBeNull();
  expect(await found(await content(), 'OPINION_RISK', 'MAJOR')).toBeNull();
  const number = await found(contentId, 'OPINION_RISK', 'MAJOR');
  expect(number).toMatch(/^WT-2026-/);
  const { problemCases } = await world.ask(
    world.management,
    '{ problemCases { edges { node { number status scope leadLabel severity findings } } } }',
  );
  expect(problemCases.edges.map(({ node }: any) => node)).toEqual([
    {
      number,
      status: 'OPENED',
      scope: 'PUBLIC_OPERATION',
      leadLabel: '管理单位',
      severity: 'MAJOR',
      findings: '引发热议',
    },
  ]);
});
