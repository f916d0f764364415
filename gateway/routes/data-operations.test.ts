import { operationsSchema } from '@zgt/operations/schema.ts';
import { readCheckpoints } from '@zgt/runtime/audit/checkpoint.ts';
import { verifyAudit } from '@zgt/runtime/audit/verify.ts';
import { startClockAt } from '@zgt/runtime/clock.ts';
import { localCall } from '@zgt/runtime/graphql/local-call.ts';
import { requestBy } from '@zgt/runtime/testing/test-runtime.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CapabilityWorld, openCapabilityWorld } from './testing/capability-world.ts';

let world: CapabilityWorld;
let platform: string;
let ask: ReturnType<typeof localCall>;
beforeAll(async () => {
  world = await openCapabilityWorld();
  platform = await world.program(world.company);
  ask = localCall(operationsSchema(), world.runtime);
}, 60_000);
afterAll(() => world?.close());
beforeEach(() => startClockAt('2026-11-23T09:00:00+08:00'));

let events = 0;
const operation = (more: object = {}) => ({
  eventId: `e-${++events}`,
  at: '2026-11-23T08:59:00+08:00',
  actor: 'etl-01',
  activity: 'AGGREGATE',
  resource: 'GX.CIVIL.MARRIAGE',
  reference: 'batch-20261123-01',
  purpose: '按日归集婚姻登记',
  dataUseRequest: 'SJ-2026-000001',
  result: 'SUCCEEDED',
  ...more,
});

const LIST = `query ($resource: String, $activity: DataActivity, $dataUseRequest: String, $first: Int, $after: String) {
  dataOperations(resource: $resource, activity: $activity, dataUseRequest: $dataUseRequest, first: $first, after: $after) {
    edges { node { operatedAt loggedAt organizationName actor activity resource reference purpose dataUseRequest result
      lane seq previousHash hash } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const list = async (viewer: Viewer, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await ask({ query: LIST, variables }, requestBy(viewer));
  return {
    nodes: (data as any)?.dataOperations?.edges.map(({ node }: any) => node),
    page: (data as any)?.dataOperations?.pageInfo,
    errors,
  };
};
const verified = async () =>
  verifyAudit(world.runtime.db, world.runtime.keys, await readCheckpoints('/nowhere'));

describe('POST /data-operations (article 69)', () => {
  it('puts operations into the chained log, each once however often it comes [duty 69.1]', async () => {
    const [one, other] = [
      operation({ resource: 'GX.ONCE' }),
      operation({ resource: 'GX.ONCE', activity: 'EXPORT' }),
    ];
    const before = await verified();
    expect((await world.logged([one, other, one], platform)).body).toEqual({ accepted: 2, duplicates: 1 });
    for (const { body } of await Promise.all([1, 2, 3].map(() => world.logged([other, one], platform))))
      expect(body).toEqual({ accepted: 0, duplicates: 2 });
    const { nodes } = await list(world.management, { resource: 'GX.ONCE' });
    expect(nodes.map(({ activity }: any) => activity)).toEqual(['EXPORT', 'AGGREGATE']);
    expect(nodes[1]).toMatchObject({
      operatedAt: '2026-11-23T00:59:00.000Z',
      actor: 'etl-01',
      reference: 'batch-20261123-01',
      purpose: '按日归集婚姻登记',
      dataUseRequest: 'SJ-2026-000001',
      result: 'SUCCEEDED',
    });
    // Of one report, one follows the other in the chain.
    expect(nodes[0].previousHash).toBe(nodes[1].hash);
    const after = await verified();
    expect(after.faults).toEqual([]);
    expect(after.entries).toBeGreaterThanOrEqual(before.entries + 2);
  });

  it('takes all of a report or nothing, and tells what is wrong with every line', async () => {
    const bad: [object, string][] = [
      [operation({ at: '2026-11-23 09:00' }), 'at'],
      [operation({ at: '2026-11-23T09:05:01+08:00' }), 'at'],
      [operation({ at: '2026-10-22T23:59:59+08:00' }), 'at'],
      [operation({ activity: 'READ' }), 'activity'],
      [operation({ actor: '张三' }), 'actor'],
      [operation({ resource: '' }), 'resource'],
      [operation({ purpose: ' ' }), 'purpose'],
      [operation({ result: 'OK' }), 'result'],
      [operation({ purpose: '查询 13812345678 的参保' }), 'purpose'],
      [operation({ reference: '450102199003071234' }), 'reference'],
      [operation({ actor: '13812345678' }), 'actor'],
    ];
    const good = operation({ resource: 'GX.ALL' });
    const { status, body } = await world.logged(
      [good, ...bad.map(([one]) => one), { ...good, name: '张三' }, 1],
      platform,
    );
    expect([status, body.refusal.code]).toEqual([422, 'VALIDATION']);
    expect(body.refusal.details.map(({ path }: any) => path)).toEqual([
      ...bad.map(([, name], index) => `operations[${index + 1}].${name}`),
      'operations[12]',
      'operations[13]',
    ]);
    for (const { message } of body.refusal.details) expect(message).toMatch(/[一-龥]/);
    // What is wrong is not repeated: the answer may be logged by whoever gets it.
    expect(JSON.stringify(body)).not.toContain('13812345678');
    expect((await list(world.company, { resource: 'GX.ALL' })).nodes).toEqual([]);
    const beside = [
      good,
      operation({ resource: 'GX.ALL', at: '2026-11-23T09:05:00+08:00' }),
      operation({ resource: 'GX.ALL', at: '2026-10-23T00:00:00+08:00' }),
      operation({ resource: 'GX.ALL', reference: null, dataUseRequest: null }),
    ];
    expect((await world.logged(beside, platform)).body).toEqual({ accepted: 4, duplicates: 0 });
  });

  it('takes 1,000 operations at once and not one more', async () => {
    const batch = Array.from({ length: 1000 }, () => operation({ resource: 'GX.MANY' }));
    expect((await world.logged(batch, platform)).body).toEqual({ accepted: 1000, duplicates: 0 });
    expect((await world.logged([...batch, operation()], platform)).status).toBe(422);
    expect((await world.logged([], platform)).status).toBe(422);
  });

  it('is for programs of the company and of the infrastructure provider alone', async () => {
    expect((await world.logged([operation()])).status).toBe(401);
    expect((await world.logged([operation()], 'Bearer zgt_unknown')).status).toBe(401);
    const unit = await world.program(await world.unit([]));
    expect((await world.logged([operation()], unit)).body.refusal).toMatchObject({
      code: 'FORBIDDEN_ROLE',
      articles: [69],
    });
  });

  it('answers that nothing is logged when the log cannot be written, and takes the same report later [duty 69.1]', async () => {
    const report = [operation({ resource: 'GX.BROKEN' })];
    const { status, body } = await world.withBrokenLog(() => world.logged(report, platform));
    expect([status, body.refusal.code, body.refusal.articles]).toEqual([503, 'LOG_WRITE_FAILED', [69]]);
    expect((await world.logged(report, platform)).body).toEqual({ accepted: 1, duplicates: 0 });
    expect((await verified()).faults).toEqual([]);
  });
});

describe('what was done with public data is found', () => {
  it('by the company and the management unit, page by page, and that they looked is logged', async () => {
    await world.logged(
      ['QUERY', 'MODIFY', 'QUERY'].map((activity, index) =>
        operation({ resource: 'GX.FOUND', activity, dataUseRequest: `SJ-2026-00009${index}` }),
      ),
      platform,
    );
    const first = await list(world.company, { resource: 'GX.FOUND', first: 2 });
    expect(first.nodes.map(({ activity }: any) => activity)).toEqual(['QUERY', 'MODIFY']);
    const next = await list(world.company, { resource: 'GX.FOUND', first: 2, after: first.page.endCursor });
    expect(next.nodes.map(({ dataUseRequest }: any) => dataUseRequest)).toEqual(['SJ-2026-000090']);
    expect(next.page.hasNextPage).toBe(false);
    expect((await list(world.management, { resource: 'GX.FOUND', activity: 'MODIFY' })).nodes).toHaveLength(
      1,
    );
    expect((await list(world.management, { dataUseRequest: 'SJ-2026-000092' })).nodes).toHaveLength(1);
    const looked = await world.runtime.db
      .selectFrom('runtime.auditEntry')
      .select('outcome')
      .where('action', '=', 'dataOperations')
      .where('organizationId', '=', world.company.organizationId)
      .execute();
    expect(looked.length).toBeGreaterThanOrEqual(2);
    // Looking is no operation on the data: the whole list holds operations alone.
    const all = await list(world.management, { first: 100 });
    expect(all.errors).toBeUndefined();
    expect(all.nodes.length).toBeGreaterThan(3);
    const { errors } = await list(await world.unit([]));
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
