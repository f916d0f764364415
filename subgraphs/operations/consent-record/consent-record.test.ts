import { startClockAt } from '@zgt/runtime/clock.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { ANONYMOUS } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { privacyNotice } from '../privacy-notice/actions.ts';
import { knownRecord } from '../testing/known.ts';
import { openWorld, type World } from '../testing/world.ts';
import { consentRecord } from './actions.ts';

let world: World;
let unit: Viewer;
let other: Viewer;
let appId: string;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
  unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  other = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  appId = (await knownRecord(world.runtime, 'App', unit.organizationId!, 'LISTED')).id;
}, 60_000);
afterAll(() => world.runtime.close());
beforeEach(() => startClockAt('2026-11-23T09:00:00+08:00'));

const notice = (versionText: string) => ({
  input: {
    appId,
    versionText,
    purposes: ['核对身份', '发送通知'],
    fieldsPerPurpose: ['核对身份：idNumber', '发送通知：phone'],
    body: '我们只为下列用途处理您的信息。',
  },
});
const consent = (noticeId: string, more: object = {}) => ({
  input: { noticeId, userReference: 'u-1', purposes: ['核对身份'], method: 'EXPLICIT', ...more },
});

it('article 71: a notice is public at once, by the provider alone, and a new one takes its place [duty 71.2]', async () => {
  expect(await world.refusal(privacyNotice, 'publish', other, notice('1.0'))).toBe('FORBIDDEN_ROLE');
  const { id } = await world.take(privacyNotice, 'publish', unit, notice('1.0'));
  const seen = async () =>
    (
      await world.ask({ ...ANONYMOUS }, 'query ($id: ID!) { privacyNotice(id: $id) { status purposes } }', {
        id,
      })
    ).privacyNotice;
  expect(await seen()).toEqual({ status: 'PUBLISHED', purposes: ['核对身份', '发送通知'] });
  await world.take(privacyNotice, 'publish', unit, notice('2.0'));
  expect((await seen()).status).toBe('SUPERSEDED');
  expect(await world.refusal(consentRecord, 'record', unit, consent(id))).toBe('VALIDATION');
});

it('article 71: only for what the user agreed to, and not after the withdrawal [duty 71.2]', async () => {
  const { id: noticeId } = await world.take(privacyNotice, 'publish', unit, notice('3.0'));
  const refused = async (more: object) =>
    (await world.attempt(consentRecord, 'record', unit, consent(noticeId, more))).refusal?.details?.[0]?.path;
  expect(await refused({ method: 'PRESELECTED' })).toBe('method');
  expect(await refused({ purposes: ['营销'] })).toBe('purposes');
  expect(await refused({ method: 'LAW' })).toBe('lawReference');
  expect(await refused({ lawReference: '个人信息保护法第十三条' })).toBe('lawReference');
  expect(await world.refusal(consentRecord, 'record', other, consent(noticeId))).toBe('VALIDATION');
  const { id } = await world.take(consentRecord, 'record', unit, consent(noticeId));
  const process = (purpose: string) =>
    world.attempt(consentRecord, 'process', unit, { id, input: { purpose } });
  expect((await process('发送通知')).refusal).toMatchObject({ code: 'CONSENT_REQUIRED', articles: [71] });
  expect((await process('核对身份')).record?.processedAt).toBeInstanceOf(Date);
  await world.take(consentRecord, 'withdraw', unit, { id });
  expect((await process('核对身份')).refusal?.code).toBe('CONSENT_REQUIRED');
  const lawful = consent(noticeId, { method: 'LAW', lawReference: '个人信息保护法第十三条' });
  expect((await world.take(consentRecord, 'record', unit, lawful)).state).toBe('GIVEN');
});
