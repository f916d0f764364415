import type { Viewer } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hiddenDanger } from '../hidden-danger/actions.ts';
import { openWorld, type World } from '../testing/world.ts';
import { vulnerability } from '../vulnerability/actions.ts';
import { opsAsset } from './actions.ts';

let world: World;
let provider: Viewer;
beforeAll(async () => {
  world = await openWorld('2026-11-23T09:00:00+08:00');
  provider = await world.runtime.member('INFRASTRUCTURE_PROVIDER', ['OPERATOR']);
}, 60_000);
afterAll(() => world.runtime.close());

const register = (serviceUse: string, responsible: string, by: Viewer, more: object = {}) =>
  world.attempt(opsAsset, 'register', by, {
    input: {
      kind: 'CLOUD',
      serviceUse,
      responsible,
      name: '政务云移动服务区',
      runbook: '桂信运维〔2026〕3号',
      maintenanceWindow: '每月第二个周三 23 时至次日 1 时',
      dutyPhone: '0771-5550199',
      ...more,
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

it('article 66: it is the provider’s to secure too; what else is said is refused [duty 66]', async () => {
  const secured = (securityResponsible: string | null, serviceUse = 'PUBLIC') =>
    serviceUse === 'PUBLIC'
      ? register('PUBLIC', 'INFRASTRUCTURE_PROVIDER', provider, { securityResponsible })
      : register('MARKET', 'PROJECT_COMPANY', world.company, { securityResponsible });
  expect((await secured('PROJECT_COMPANY')).refusal).toMatchObject({
    code: 'RESPONSIBLE_PARTY_FIXED',
    articles: [66],
    details: [{ path: 'securityResponsible' }],
  });
  for (const said of [null, 'INFRASTRUCTURE_PROVIDER'])
    expect((await secured(said)).record?.securityResponsible).toBe('INFRASTRUCTURE_PROVIDER');
  expect((await secured(null, 'MARKET')).record?.securityResponsible).toBe('PROJECT_COMPANY');
  expect((await secured('INFRASTRUCTURE_PROVIDER', 'MARKET')).record?.securityResponsible).toBe(
    'INFRASTRUCTURE_PROVIDER',
  );
});

it('article 66: vulnerabilities and dangers on it are whoever secures it to mend, and units know nothing of them [duty 66]', async () => {
  const publicCloud = (await register('PUBLIC', 'INFRASTRUCTURE_PROVIDER', provider)).record!;
  const ownCloud = (await register('MARKET', 'PROJECT_COMPANY', world.company)).record!;
  const unit = await world.runtime.member('ECOSYSTEM_UNIT', ['HEAD']);
  const vulnerable = (assetId: string) =>
    world.attempt(vulnerability, 'report', world.company, {
      input: { assetId, severity: 'HIGH', description: '控制台弱口令', foundOn: '2026-11-23' },
    });
  const { id, organizationId } = (await vulnerable(publicCloud.id)).record!;
  expect(organizationId).toBe(provider.organizationId);
  expect((await vulnerable(ownCloud.id)).record?.organizationId).toBe(world.company.organizationId);
  expect((await vulnerable(id)).refusal?.details[0]?.path).toBe('assetId');
  const seen = async (viewer: Viewer) =>
    (await world.ask(viewer, 'query ($id: ID!) { vulnerability(id: $id) { id } }', { id })).vulnerability;
  expect(await seen(unit)).toBeNull();
  for (const viewer of [provider, world.company, world.management])
    expect(await seen(viewer)).toEqual({ id });
  const plan = { id, input: { plan: '换口令' } };
  expect(await world.refusal(vulnerability, 'rectify', unit, plan)).toBe('NOT_FOUND');
  expect((await world.take(vulnerability, 'rectify', provider, plan)).state).toBe('RECTIFYING');

  const danger = (assetId: string, bearer: string) =>
    world.attempt(hiddenDanger, 'report', world.company, {
      input: {
        domain: 'INFRASTRUCTURE',
        severity: 'HIGH',
        bearer,
        assetId,
        description: '机房门禁失效',
        foundOn: '2026-11-23',
      },
    });
  expect((await danger(publicCloud.id, 'PROJECT_COMPANY')).refusal).toMatchObject({
    code: 'RESPONSIBLE_PARTY_FIXED',
    articles: [66],
    details: [{ path: 'bearer' }],
  });
  expect((await danger(id, 'INFRASTRUCTURE_PROVIDER')).refusal?.details[0]?.path).toBe('assetId');
  expect((await danger(publicCloud.id, 'INFRASTRUCTURE_PROVIDER')).record?.organizationId).toBe(
    provider.organizationId,
  );
  await world.take(opsAsset, 'retire', provider, { id: publicCloud.id, reason: '到期' });
  expect((await vulnerable(publicCloud.id)).refusal?.details[0]?.path).toBe('assetId');
});
