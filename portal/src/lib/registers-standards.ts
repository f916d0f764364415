import { amount, choice, organizationName, type Register, text } from './register.ts';

/** Checks against the standards. */
export const STANDARD_REGISTERS: readonly Register[] = [
  {
    path: 'standard-checks',
    noun: 'StandardCheck',
    plural: 'standardChecks',
    label: '规范检查',
    icon: 'list-checks',
    emptyText: '提交过的规范检查会列在这里。提交之前可以先自检，自检不保存。',
    columns: [
      organizationName('organization', '单位'),
      choice('kind', '文档种类', 'CheckSubject'),
      amount('mustCount', '必须级问题', '个'),
    ],
    details: [
      organizationName('organization', '提交单位'),
      choice('kind', '文档种类', 'CheckSubject'),
      text('digest', '内容摘要（SHA-256）'),
      text('rulesVersion', '规则版本'),
      amount('mustCount', '必须级问题', '个'),
      amount('shouldCount', '应当级问题', '个'),
    ],
    creations: [
      {
        mutation: 'runStandardCheck',
        label: '提交规范检查',
        parties: [
          'ECOSYSTEM_UNIT',
          'GOVERNMENT_DEPARTMENT',
          'MUNICIPALITY',
          'COUNTY',
          'OWNER_UNIT',
          'PROJECT_COMPANY',
        ],
      },
    ],
    related: [],
    extraSelect: 'findings { rule level article item line column path message remedy }',
  },
];
