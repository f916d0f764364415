import { now, startClockAt } from '@zgt/runtime/clock.ts';
import { fireDeadlines } from '@zgt/runtime/jobs/timers.ts';
import { readStandings } from '@zgt/runtime/organizations.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ecosystemUnit } from '../ecosystem-unit/actions.ts';
import { nouns } from '../nouns.ts';
import { query } from '../testing/query.ts';
import { openWorld, type World } from '../testing/world.ts';
import { unitAssessment } from './actions.ts';
import { openDueUnitAssessments } from './open-due.ts';

let world: World;
let colleague: Viewer;
let one: { unitId: string; head: Viewer };
let other: { unitId: string; head: Viewer };
beforeAll(async () => {
  world = await openWorld();
  colleague = { ...world.company, accountId: 'colleague' };
  const approved = async () => {
    const { unit, head } = await world.approvedUnit();
    return { unitId: unit.id, head };
  };
  one = await approved();
  other = await approved();
  await world.submittedUnit();
}, 60_000);
afterAll(() => world.runtime.close());

const SCORES = { compliance: 80, serviceQuality: 60, rectification: 50, participation: 40 };
const FAILED = { ...SCORES, compliance: 70 };
const act = (action: string, by: Viewer, id: string, input: object = {}, reason?: string) =>
  world.attempt(unitAssessment, action, by, { id, input: input as Record<string, unknown>, reason });
const listed = async (by: Viewer) =>
  (
    await query(
      world.runtime,
      by,
      `{ unitAssessments { edges { node { id status year dueOn totalScore grade compliance feedback appealBy
        organization { id } } } } }`,
    )
  ).unitAssessments.edges.map(({ node }: any) => node);
const of = async (head: Viewer, by: Viewer = world.company) =>
  (await listed(by)).find(({ organization }: any) => organization.id === head.organizationId);
const tick = () =>
  fireDeadlines(
    world.runtime.db,
    new Map(nouns.map((noun) => [noun.lifecycle.noun, { noun, runtime: world.runtime }])) as never,
  );
const told = async (head: Viewer, scores: object) => {
  const { id } = await of(head);
  await world.take(unitAssessment, 'score', world.company, {
    id,
    input: { ...scores, feedback: '请按期整改' },
  });
  await world.take(unitAssessment, 'publish', world.company, { id });
  return id as string;
};

it('article 42: each year every unit in force is assessed once [duty 42.1]', async () => {
  expect(await openDueUnitAssessments(world.runtime, now())).toBe(0);
  startClockAt('2027-01-04T09:00:00+08:00');
  expect(await openDueUnitAssessments(world.runtime, now())).toBe(2);
  expect(await openDueUnitAssessments(world.runtime, now())).toBe(0);
  expect(await of(one.head)).toMatchObject({
    status: 'SCHEDULED',
    year: 2026,
    dueOn: '2027-03-31',
    grade: null,
  });
});

it('article 42: the unit sees its own result once it is told, and no other unit does [duty 42.1]', async () => {
  const { id } = await of(one.head);
  const input = { ...SCORES, feedback: '请按期整改' };
  expect((await act('score', one.head, id, input)).refusal?.code).toBe('FORBIDDEN_ROLE');
  expect((await act('score', world.management, id, input)).refusal?.code).toBe('FORBIDDEN_ROLE');
  expect((await act('publish', world.company, id)).refusal?.code).toBe('ILLEGAL_TRANSITION');
  expect(
    (await act('score', world.company, id, { ...input, compliance: 101 })).refusal?.details[0]?.path,
  ).toBe('compliance');
  expect((await act('score', world.company, id, input)).record).toMatchObject({ totalScore: 60, grade: 'C' });
  expect(await of(one.head, one.head)).toMatchObject({
    status: 'SCORED',
    totalScore: null,
    grade: null,
    compliance: null,
    feedback: null,
  });
  expect((await act('publish', world.company, id)).record?.state).toBe('PUBLISHED_TO_UNIT');
  expect(await listed(one.head)).toEqual([
    expect.objectContaining({ totalScore: 60, grade: 'C', compliance: 80, appealBy: '2027-01-18' }),
  ]);
  expect((await listed(other.head)).map(({ organization }: any) => organization.id)).toEqual([
    other.head.organizationId,
  ]);
  expect((await act('appeal', other.head, id, { appeal: '不服' })).refusal?.code).toBe('NOT_FOUND');
  expect((await act('appeal', world.company, id, { appeal: '不服' })).refusal?.code).toBe('FORBIDDEN_ROLE');
});

it('article 42: an appeal is open for ten working days, and decided by somebody who did not score [duty 42.1]', async () => {
  const { id } = await of(one.head);
  startClockAt('2027-01-18T23:00:00+08:00');
  expect((await act('appeal', one.head, id, { appeal: '整改已按期完成' })).record?.state).toBe('APPEALED');
  startClockAt('2027-01-25T09:00:00+08:00');
  await tick();
  expect((await of(one.head)).status).toBe('APPEALED');
  expect((await act('uphold', world.company, id, {}, '有据')).refusal?.code).toBe('FOUR_EYES_REQUIRED');
  expect((await act('uphold', colleague, id)).refusal?.code).toBe('REASON_REQUIRED');
  const better = { ...SCORES, rectification: 100, feedback: '整改属实' };
  expect((await act('correct', colleague, id, better, '整改属实')).record).toMatchObject({
    state: 'CONFIRMED',
    totalScore: 70,
    grade: 'C',
    answer: '整改属实',
  });
});

it('article 42: without an appeal the result stands when its time is over, and an exit may rest on a failed one [duty 42.1]', async () => {
  const exit = (unitId: string, exitGround: string | null) =>
    world.attempt(ecosystemUnit, 'startExit', world.company, {
      id: unitId,
      input: { exitGround },
      reason: '考核不合格',
    });
  startClockAt('2027-02-01T09:00:00+08:00');
  const id = await told(other.head, FAILED);
  expect((await exit(other.unitId, 'ASSESSMENT')).refusal?.details[0]?.path).toBe('exitGround');
  const { appealBy } = await of(other.head);
  startClockAt(`${appealBy}T23:00:00+08:00`);
  await tick();
  expect((await of(other.head)).status).toBe('PUBLISHED_TO_UNIT');
  startClockAt('2027-03-31T09:00:00+08:00');
  expect((await act('appeal', other.head, id, { appeal: '不服' })).refusal?.code).toBe('ILLEGAL_TRANSITION');
  await tick();
  expect(await of(other.head)).toMatchObject({ status: 'CONFIRMED', totalScore: 57, grade: 'D' });
  const standings = await readStandings(world.runtime.db, 'UNIT_ASSESSMENT', [
    one.head.organizationId!,
    other.head.organizationId!,
  ]);
  expect([one, other].map(({ head }) => standings.get(head.organizationId!)?.state)).toEqual(['C', 'D']);
  expect((await exit(one.unitId, 'ASSESSMENT')).refusal?.code).toBe('VALIDATION');
  expect((await exit(other.unitId, 'ASSESSMENT')).record).toMatchObject({
    state: 'EXITING',
    exitGround: 'ASSESSMENT',
  });
  expect((await exit(one.unitId, null)).record).toMatchObject({ state: 'EXITING', exitGround: null });
});
