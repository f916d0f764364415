import { amount, choice, choices, day, link, organizationName, type Register, text } from './register.ts';

const GOVERNMENT = ['GOVERNMENT_DEPARTMENT', 'MUNICIPALITY', 'COUNTY'];
const body = organizationName('organization', '单位');

/** What the government connects, keeps outside by agreement, and plans to integrate. */
export const PUBLIC_REGISTERS: readonly Register[] = [
  {
    path: 'consolidation-exceptions',
    noun: 'ConsolidationException',
    plural: 'consolidationExceptions',
    label: '统一建设例外',
    icon: 'scale',
    emptyText: '因特殊原因要在智桂通之外新建或保留应用的，在这里与管理单位商定。',
    columns: [body, choice('kind', '种类', 'ConsolidationExceptionKind'), day('validUntil', '有效期至')],
    details: [
      text('appName', '应用或平台'),
      organizationName('organization', '提出单位'),
      choice('kind', '例外种类', 'ConsolidationExceptionKind'),
      choices('audiences', '服务对象', 'ServiceAudience'),
      text('specialReason', '特殊原因'),
      day('validUntil', '有效期至（含当日）'),
    ],
    creations: [{ mutation: 'draftConsolidationException', label: '提出例外', parties: GOVERNMENT }],
    related: ['legacy-mobile-apps'],
    prefillSelect: 'kind appName audiences specialReason',
    prefill: (record) => ({ ...record }),
  },
  {
    path: 'legacy-mobile-apps',
    noun: 'LegacyMobileApp',
    plural: 'legacyMobileApps',
    label: '存量应用',
    icon: 'smartphone',
    emptyText: '智桂通之外的移动政务应用登记在这里；须列入纳入计划，或凭商定的例外保留。',
    columns: [body, choice('disposition', '由来', 'LegacyAppDisposition')],
    details: [
      text('name', '名称'),
      organizationName('organization', '单位'),
      choice('disposition', '由来', 'LegacyAppDisposition'),
      choices('terminals', '终端', 'TerminalKind'),
      choices('audiences', '服务对象', 'ServiceAudience'),
      link('exception', '保留所凭的例外', 'consolidation-exceptions'),
    ],
    creations: [{ mutation: 'registerLegacyMobileApp', label: '登记存量应用', parties: GOVERNMENT }],
    related: ['integration-plans', 'consolidation-exceptions'],
    prefillSelect: 'name terminals audiences',
    prefill: ({ name, terminals, audiences }) => ({ name, terminals, audiences }),
  },
  {
    path: 'integration-plans',
    noun: 'IntegrationPlan',
    plural: 'integrationPlans',
    label: '纳入计划',
    icon: 'calendar-clock',
    emptyText: '存量应用分步、分类纳入智桂通的计划列在这里；过期未完成的会提醒。',
    columns: [body, choice('category', '办法', 'IntegrationCategory'), day('plannedOn', '计划完成')],
    details: [
      link('legacyApp', '存量应用', 'legacy-mobile-apps'),
      organizationName('organization', '单位'),
      choice('category', '纳入办法', 'IntegrationCategory'),
      amount('phase', '批次', '批'),
      day('plannedOn', '计划完成日期'),
      link('app', '纳入后的应用', 'apps'),
    ],
    creations: [{ mutation: 'planIntegrationPlan', label: '列计划', parties: GOVERNMENT }],
    related: ['legacy-mobile-apps'],
    prefillSelect: 'category phase plannedOn',
    prefill: (record) => ({ ...record }),
  },
];
