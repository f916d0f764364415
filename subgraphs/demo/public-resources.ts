import { companyInfraResource } from '@zgt/apps/company-infra-resource/actions.ts';
import { consolidationException } from '@zgt/apps/consolidation-exception/actions.ts';
import { infrastructureItem } from '@zgt/apps/infrastructure-item/actions.ts';
import { infrastructureRequest } from '@zgt/apps/infrastructure-request/actions.ts';
import { integrationPlan } from '@zgt/apps/integration-plan/actions.ts';
import { legacyMobileApp } from '@zgt/apps/legacy-mobile-app/actions.ts';
import { resourceDemand } from '@zgt/apps/resource-demand/actions.ts';
import { resourceDemandBatch } from '@zgt/apps/resource-demand-batch/actions.ts';
import { serviceItem } from '@zgt/apps/service-item/actions.ts';
import { addDays } from '@zgt/runtime/calendar/work-calendar.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import type { SeedStep } from './seed.ts';

interface Parties {
  company: Viewer;
  management: Viewer;
  infrastructure: Viewer;
  department: Viewer;
  unit: Viewer;
}

/** Service items, legacy apps, infrastructure and demands of the demonstration, each at a point where somebody has to act. */
export async function seedPublicResources(
  step: SeedStep,
  { company, management, infrastructure, department, unit }: Parties,
  { publicAppId, today }: { publicAppId: string; today: string },
): Promise<void> {
  const item = (name: string) => ({ name, verticalSystem: 'HEALTH', regionCode: '450000' });
  const booking = await step('item:booking', 'apps', serviceItem, 'register', {
    by: department,
    input: item('预约挂号'),
  });
  await step('item:booking:connect', 'apps', serviceItem, 'connect', {
    by: department,
    id: booking.id,
    input: { appId: publicAppId },
  });
  await step('item:licence', 'apps', serviceItem, 'register', {
    by: department,
    input: item('医师执业注册进度查询'),
  });

  const exception = await step('exception', 'apps', consolidationException, 'draft', {
    by: department,
    input: {
      kind: 'RETAIN',
      appName: '急救调度（演示）',
      audiences: ['CIVIL_SERVANT'],
      specialReason: '与车载专用终端同版运行，暂不能拆分。演示内容。',
    },
  });
  await step('exception:submit', 'apps', consolidationException, 'submit', {
    by: department,
    id: exception.id,
  });
  const legacy = (name: string, audiences: string[]) => ({
    name,
    disposition: 'EXISTING',
    terminals: ['APP'],
    audiences,
  });
  await step('legacy:dispatch', 'apps', legacyMobileApp, 'register', {
    by: department,
    input: legacy('急救调度（演示）', ['CIVIL_SERVANT']),
  });
  const archive = await step('legacy:archive', 'apps', legacyMobileApp, 'register', {
    by: department,
    input: legacy('居民健康档案（演示）', ['CITIZEN']),
  });
  await step('legacy:archive:plan', 'apps', integrationPlan, 'plan', {
    by: department,
    input: { legacyAppId: archive.id, category: 'MIGRATE', phase: 1, plannedOn: addDays(today, 90) },
  });

  const request = await step('infrastructure', 'apps', infrastructureRequest, 'draft', {
    by: company,
    input: { publicServiceNeed: '接种预约高峰扩容。演示内容。', appId: publicAppId },
  });
  const needed = { requestId: request.id, neededFrom: addDays(today, 14), neededUntil: addDays(today, 200) };
  const machines = await step('infrastructure:machines', 'apps', infrastructureItem, 'add', {
    by: company,
    input: { ...needed, kind: 'CLOUD', specification: '8 核 16G 云主机', quantity: 4 },
  });
  await step('infrastructure:firewall', 'apps', infrastructureItem, 'add', {
    by: company,
    input: { ...needed, kind: 'SECURITY', specification: '网页防火墙', quantity: 1 },
  });
  await step('infrastructure:submit', 'apps', infrastructureRequest, 'submit', {
    by: company,
    id: request.id,
  });
  await step('infrastructure:accept', 'apps', infrastructureRequest, 'accept', {
    by: infrastructure,
    id: request.id,
  });
  await step('infrastructure:allocate', 'apps', infrastructureItem, 'allocate', {
    by: infrastructure,
    id: machines.id,
    input: { allocatedNow: 3, reference: 'DEMO-VM-0001 至 0003' },
  });
  await step('own-resource', 'apps', companyInfraResource, 'register', {
    by: company,
    input: {
      kind: 'CLOUD',
      name: '市场化服务云区（演示）',
      specification: '64 核 256G',
      quantity: 2,
      location: '南宁机房',
    },
  });

  const demand = await step('demand', 'apps', resourceDemand, 'submit', {
    by: unit,
    input: {
      kind: 'DATA',
      purpose: '景区实时客流，用来提示排队时间。演示内容。',
      expectedSupplier: '文化和旅游厅',
    },
  });
  const batch = await step('demand:batch', 'apps', resourceDemandBatch, 'draft', {
    by: company,
    input: { name: '文旅类需求（演示）', summary: '景区类应用的数据需求，一并报请同意。' },
  });
  await step('demand:consolidate', 'apps', resourceDemand, 'consolidate', {
    by: company,
    id: demand.id,
    input: { batchId: batch.id },
  });
  await step('demand:ask', 'apps', resourceDemandBatch, 'submitForConsent', { by: company, id: batch.id });
  await step('demand:policy', 'apps', resourceDemand, 'submit', {
    by: unit,
    input: { kind: 'POLICY', purpose: '县域文旅数字化的扶持政策。演示内容。' },
  });
  // What waits for the management unit's decision is left to whoever tries the demonstration.
  await step('exception:consult', 'apps', consolidationException, 'startConsultation', {
    by: management,
    id: exception.id,
  });
}
