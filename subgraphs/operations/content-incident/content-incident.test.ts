import { now, startClockAt } from '@zgt/runtime/clock.ts';
import { newId } from '@zgt/runtime/id.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
