import type { RuleParameter } from './parameter-type.ts';

/** Numbers about resources, service items and public data. */
export const DATA_PARAMETERS = [
  {
    name: 'service_item.filing_enabled',
    title: '公共服务清单备案',
    description: '按期提醒各地各部门备案清单。',
    type: 'BOOLEAN',
    unit: 'NONE',
    default: true,
    articles: [16],
    fromText: false,
    draftRef: 'D14',
  },
  {
    name: 'service_item.filing_period_months',
    title: '清单备案周期',
    description: '公共服务清单备案的间隔。',
    type: 'INTEGER',
    unit: 'MONTHS',
    default: 3,
    articles: [16],
    fromText: false,
    draftRef: 'D15',
  },
  {
    name: 'service_item.filing_working_days',
    title: '清单备案期限',
    description: '期间结束后须备案的工作日。',
    type: 'INTEGER',
    unit: 'WORKING_DAYS',
    default: 10,
    articles: [16],
    fromText: false,
  },
  {
    name: 'privacy.apply_to_providers',
    title: '个人信息规则及于提供方',
    description: '同意与用途检查对所有提供方适用。',
    type: 'BOOLEAN',
    unit: 'NONE',
    default: true,
    articles: [71],
    fromText: false,
    draftRef: 'D67',
  },
] as const satisfies readonly RuleParameter[];
