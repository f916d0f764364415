import { amount, choice, list, organizationName, type Register, text } from './register.ts';

/** Teams, and what is operated by whom. */
export const OPERATIONS_REGISTERS: readonly Register[] = [
  {
    path: 'team-records',
    noun: 'TeamRecord',
    plural: 'teamRecords',
    label: '团队和值守',
    icon: 'users',
    emptyText: '项目公司的运维、产品运营和客服团队登记在这里，附一周的值守表。',
    columns: [choice('kind', '种类', 'TeamKind'), text('lead', '负责人'), text('dutyPhone', '值守电话')],
    details: [
      choice('kind', '种类', 'TeamKind'),
      text('name', '团队名称'),
      text('lead', '负责人'),
      amount('memberCount', '人数', '人'),
      text('dutyPhone', '值守电话'),
      text('hours', '服务时间'),
      list('roster', '值守表'),
    ],
    creations: [{ mutation: 'registerTeamRecord', label: '登记团队', parties: ['PROJECT_COMPANY'] }],
    related: [],
    prefillSelect: 'name lead memberCount dutyPhone hours',
    prefill: (record, action) => (action === 'amend' ? { ...record } : {}),
  },
  {
    path: 'ops-assets',
    noun: 'OpsAsset',
    plural: 'opsAssets',
    label: '运维资产',
    icon: 'server',
    emptyText: '应用所用的云、网络和安全设施由谁运维、怎样联系，登记在这里。',
    columns: [
      choice('kind', '种类', 'OpsAssetKind'),
      choice('serviceUse', '用于', 'OpsAssetUse'),
      organizationName('organization', '运维单位'),
    ],
    details: [
      choice('kind', '种类', 'OpsAssetKind'),
      text('name', '名称'),
      choice('serviceUse', '用于', 'OpsAssetUse'),
      choice('responsible', '运维责任', 'OpsResponsible'),
      choice('securityResponsible', '安全责任', 'OpsResponsible'),
      organizationName('organization', '运维单位'),
      text('runbook', '运维手册'),
      text('maintenanceWindow', '维护时段'),
      text('dutyPhone', '值守电话'),
      text('guidance', '指导意见'),
    ],
    creations: [
      {
        mutation: 'registerOpsAsset',
        label: '登记资产',
        parties: ['INFRASTRUCTURE_PROVIDER', 'PROJECT_COMPANY'],
      },
    ],
    related: [],
    prefillSelect: 'name runbook maintenanceWindow dutyPhone',
    prefill: (record, action) => (action === 'amend' ? { ...record } : {}),
  },
];
