import { appendAudit } from '@zgt/runtime/audit/append.ts';
import { requestBy } from '@zgt/runtime/testing/test-runtime.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { knownRecord } from '../testing/known.ts';
import { openWorld, type World } from '../testing/world.ts';

let world: World;
let one: Viewer;
let other: Viewer;
beforeAll(async () => {
  world = await openWorld('2026-11-27T09:00:00+08:00');
  one = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  other = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
}, 60_000);
afterAll(() => world.runtime.close());

const at = (time: string) => new Date(`2026-11-${time}+08:00`);
/** What other registers leave in the log and in the queue of a request of a unit. */
async function request(
  unit: Viewer,
  noun: string,
  since: string,
  decided?: [string, string, string, string],
) {
  const { id } = await knownRecord(world.runtime, noun, unit.organizationId!, decided ? 'DONE' : 'SUBMITTED');
  const entry = (
    by: Viewer,
    when: string,
    action: string,
    from: string | null,
    to: string,
    reason?: string,
  ) =>
    appendAudit(world.runtime.db, requestBy(by), at(when), {
      noun,
      recordId: id,
      action,
      outcome: 'DONE',
      articles: [7],
      from,
      to,
      reason: reason || null,
    });
  await entry(unit, since, 'draft', null, 'DRAFT');
  await entry(unit, since, 'submit', 'DRAFT', 'SUBMITTED');
  await sql`update runtime.item set since = ${at(since)} where record_id = ${id}`.execute(world.runtime.db);
  if (decided) await entry(world.company, decided[0], decided[1], 'SUBMITTED', decided[2], decided[3]);
  return id;
}

const report = async (by: Viewer = world.management) =>
  (
    await world.ask(
      by,
      `{ fairness(from: "2026-11-01", to: "2026-11-30") { isCut
        decisions { recordId requestLabel actionLabel isRefused reason workingDays overtook }
        applicants { organizationId decisions refusals averageHours longestHours }
        queue { recordId } } }`,
    )
  ).fairness;

it('article 46: how long each applicant waited, and who was taken before whom, is seen by the management unit alone [duty 46.1]', async () => {
  const slow = await request(one, 'EcosystemUnit', '02T09:00:00', [
    '13T09:00:00',
    'authorize',
    'AUTHORIZED',
    '',
  ]);
  const quick = await request(other, 'EcosystemUnit', '03T09:00:00', [
    '04T09:00:00',
    'return',
    'DRAFT',
    '缺联系人授权书',
  ]);
  const first = await request(one, 'CapabilityRequest', '16T09:00:00');
  const second = await request(other, 'CapabilityRequest', '17T09:00:00');
  const third = await request(other, 'CapabilityRequest', '18T09:00:00', [
    '19T09:00:00',
    'approve',
    'APPROVED',
    '',
  ]);
  // Work on what no unit asked for, and steps that are no answer, are not compared.
  const department = await world.runtime.member('GOVERNMENT_DEPARTMENT', ['HEAD']);
  await request(department, 'CapabilityRequest', '10T09:00:00', ['11T09:00:00', 'approve', 'APPROVED', '']);
  await request(one, 'EcosystemUnit', '10T09:00:00', ['11T09:00:00', 'amend', 'SUBMITTED', '']);

  const { decisions, applicants, queue, isCut } = await report();
  expect(decisions).toEqual([
    {
      recordId: third,
      requestLabel: '能力申请',
      actionLabel: '批准',
      isRefused: false,
      reason: null,
      workingDays: 1,
      overtook: 2,
    },
    {
      recordId: slow,
      requestLabel: '入驻',
      actionLabel: '授权',
      isRefused: false,
      reason: null,
      workingDays: 9,
      overtook: 0,
    },
    {
      recordId: quick,
      requestLabel: '入驻',
      actionLabel: '退回补正',
      isRefused: true,
      reason: '缺联系人授权书',
      workingDays: 1,
      overtook: 1,
    },
  ]);
  expect(applicants).toEqual([
    {
      organizationId: one.organizationId,
      decisions: 1,
      refusals: 0,
      averageHours: 264,
      longestHours: 264,
    },
    {
      organizationId: other.organizationId,
      decisions: 2,
      refusals: 1,
      averageHours: 24,
      longestHours: 24,
    },
  ]);
  expect(queue.map(({ recordId }: any) => recordId)).toEqual([first, second]);
  expect(isCut).toBe(false);
  for (const by of [world.company, one]) await expect(report(by)).rejects.toThrow('只有管理单位可以查看');
});
