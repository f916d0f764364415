import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, type World } from '../testing/world.ts';
import { opsAsset } from './actions.ts';

let world: World;
let provider: Viewer;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
  provider = await world.runtime.member('INFRASTRUCTURE_PROVIDER', ['OPERATOR']);
}, 60_000);
afterAll(() => world.runtime.close());

const register = (serviceUse: string, responsible: string, by: Viewer) =>
  world.attempt(opsAsset, 'register', by, {
    input: {
      kind: 'CLOUD',
      serviceUse,
      responsible,
      name: '政务云移动服务区',
      runbook: '桂信运维〔2026〕3号',
      maintenanceWindow: '每月第二个周三 23 时至次日 1 时',
      dutyPhone: '0771-5550199',
    },
  });

it('article 55: what public services stand on is the infrastructure provider’s to operate, and nobody else’s [duty 55]', async () => {
  expect((await register('PUBLIC', 'PROJECT_COMPANY', world.company)).refusal).toMatchObject({
    code: 'RESPONSIBLE_PARTY_FIXED',
    articles: [55],
  });
  expect((await register('PUBLIC', 'INFRASTRUCTURE_PROVIDER', world.company)).refusal?.code).toBe(
    'VALIDATION',
  );
  expect((await register('MARKET', 'PROJECT_COMPANY', world.company)).record?.state).toBe('IN_USE');
  expect((await register('PUBLIC', 'INFRASTRUCTURE_PROVIDER', provider)).record).toMatchObject({
    state: 'IN_USE',
    organizationId: provider.organizationId,
  });
});

it('article 55: the management unit guides, which its operator is told; nobody else does [duty 55]', async () => {
  const { id } = (await register('PUBLIC', 'INFRASTRUCTURE_PROVIDER', provider)).record!;
  const guidance = { id, input: { guidance: '增加异地灾备演练' } };
  expect(await world.refusal(opsAsset, 'guide', world.company, guidance)).toBe('FORBIDDEN_ROLE');
  expect((await world.take(opsAsset, 'guide', world.management, guidance)).guidance).toBe('增加异地灾备演练');
  const { notifications } = await world.ask(
    provider,
    '{ notifications { edges { node { recordId action } } } }',
  );
  expect(notifications.edges.map(({ node }: any) => node)).toContainEqual({ recordId: id, action: 'guide' });
});
