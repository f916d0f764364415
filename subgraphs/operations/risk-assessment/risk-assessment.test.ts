import { startClockAt } from '@zgt/runtime/clock.ts';
import { newId } from '@zgt/runtime/id.ts';
import { fireDeadlines } from '@zgt/runtime/jobs/timers.ts';
import { readStandings } from '@zgt/runtime/organizations.ts';
import { safetyStanding } from '@zgt/runtime/safety-standing.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rectification } from '../rectification/actions.ts';
import { knownRecord } from '../testing/known.ts';
import { openWorld, type World } from '../testing/world.ts';
import { riskAssessment } from './actions.ts';
import { assessmentHandlers } from './follow-apps.ts';
import { assessmentOf } from './store.ts';

let world: World;
let unit: Viewer;
beforeAll(async () => {
  world = await openWorld('2025-11-01T09:00:00+08:00');
  unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
}, 60_000);
afterAll(() => world.runtime.close());

const tell = async (name: string, appId: string) => {
  const event = { name, recordId: appId, organizationId: unit.organizationId!, state: '' };
  for (const handle of assessmentHandlers(world.runtime)[name]!) await handle(event, newId());
};
const assessed = (performedOn: string) => ({
  input: { performedOn, method: '自评', findings: '弱口令', measures: '已改' },
  documents: ['RISK_ASSESSMENT_REPORT'],
});
const overdue = async (id: string) =>
  (
    await world.ask(
      unit,
      'query ($id: ID!) { riskAssessment(id: $id) { deadlines { name overdue endedAt } } }',
      { id },
    )
  ).riskAssessment.deadlines.find(({ name, endedAt }: any) => name === 'assess' && endedAt === null)?.overdue;

async function listed(): Promise<{ appId: string; id: string }> {
  startClockAt('2025-11-01T09:00:00+08:00');
  const { id: appId } = await knownRecord(world.runtime, 'App', unit.organizationId!, 'LISTED');
  await tell('listApp', appId);
  await tell('listApp', appId);
  return { appId, id: (await assessmentOf(world.runtime.db, appId))! };
}

it('article 67: an app is assessed within a year of its listing, its provider owes it, the company urges [duty 67]', async () => {
  const { appId, id } = await listed();
  startClockAt('2026-11-01T23:59:00+08:00');
  expect(await overdue(id)).toBe(false);
  startClockAt('2026-11-22T09:00:00+08:00');
  expect(await overdue(id)).toBe(true);
  expect(await world.refusal(riskAssessment, 'urge', world.company, { id })).toBe('REASON_REQUIRED');
  const urged = await world.take(riskAssessment, 'urge', world.company, { id, reason: '已逾期三周' });
  expect(urged).toMatchObject({ state: 'DUE', urges: 1 });
  expect(await world.refusal(riskAssessment, 'submit', unit, { ...assessed('2026-11-23'), id })).toBe(
    'VALIDATION',
  );
  expect(
    await world.refusal(riskAssessment, 'submit', unit, { ...assessed('2026-11-22'), id, documents: [] }),
  ).toBe('DOCUMENTS_MISSING');
  const kept = await world.take(riskAssessment, 'submit', unit, { ...assessed('2026-11-22'), id });
  expect(kept).toMatchObject({ state: 'CURRENT', dueOn: '2027-11-22' });
  expect(await overdue(id)).toBe(false);
  const kind = safetyStanding('RISK_ASSESSMENT', appId);
  const published = await readStandings(world.runtime.db, kind, [unit.organizationId!]);
  expect(published.get(unit.organizationId!)).toMatchObject({
    state: 'CURRENT',
    scope: { appId, dueOn: '2027-11-22' },
  });
  expect(await world.refusal(riskAssessment, 'submit', unit, { ...assessed('2026-11-20'), id })).toBe(
    'VALIDATION',
  );
});

it('article 67: what is not listed is not assessed; listed again it has a day ahead', async () => {
  const { appId, id } = await listed();
  await tell('delistApp', appId);
  expect(await overdue(id)).toBeUndefined();
  startClockAt('2027-05-01T09:00:00+08:00');
  await tell('listApp', appId);
  expect(await overdue(id)).toBe(false);
  const other = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  expect(await world.refusal(riskAssessment, 'submit', other, { ...assessed('2027-05-01'), id })).toBe(
    'NOT_FOUND',
  );
  expect((await world.take(riskAssessment, 'submit', unit, { ...assessed('2027-05-01'), id })).dueOn).toBe(
    '2028-05-01',
  );
});

it('article 67: thirty days late the provider is ordered to mend, once, in the company’s name [duty 67]', async () => {
  const { id } = await listed();
  const place = { noun: riskAssessment, runtime: world.runtime };
  const fire = async (instant: string) => {
    startClockAt(instant);
    await fireDeadlines(world.runtime.db, new Map([['RiskAssessment', place]]));
    const { rectifications } = await world.ask(
      unit,
      'query ($id: ID!) { rectifications(filter: { sourceId: $id }) { edges { node { id status dueOn issuedByLabel sourceNoun } } } }',
      { id },
    );
    return rectifications.edges.map(({ node }: any) => node);
  };
  // The assessment was due on 1 November 2026.
  expect(await fire('2026-12-01T23:59:00+08:00')).toEqual([]);
  const [order] = await fire('2026-12-02T00:00:00+08:00');
  expect(order).toMatchObject({
    status: 'ISSUED',
    dueOn: '2027-01-01',
    issuedByLabel: '项目公司',
    sourceNoun: 'RiskAssessment',
  });
  expect(await fire('2026-12-03T00:00:00+08:00')).toHaveLength(1);
  const result = { id: order.id, input: { result: '已评估' } };
  await world.take(rectification, 'submitResult', unit, result);
  expect((await world.take(rectification, 'accept', world.company, { id: order.id })).state).toBe('CLOSED');
});
