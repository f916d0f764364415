import { choice, day, type Register, type Shown, text } from './register.ts';

/** Providers of apps, who look at what concerns their own. */
const PROVIDERS = ['ECOSYSTEM_UNIT', 'GOVERNMENT_DEPARTMENT', 'MUNICIPALITY', 'COUNTY'] as const;

const app: Shown = {
  label: '应用',
  select: 'appId',
  read: ({ appId }) => (appId ? { value: '查看应用', href: `/work/apps/${appId}` } : { value: null }),
};

/** Vulnerabilities and what else is kept about safety (articles 64 to 73). */
export const SAFETY_REGISTERS: readonly Register[] = [
  {
    path: 'vulnerabilities',
    noun: 'Vulnerability',
    plural: 'vulnerabilities',
    label: '安全漏洞',
    icon: 'triangle-alert',
    emptyText: '项目公司发现的漏洞会列在这里；责任单位须在期限内整改，或者下架应用。',
    columns: [
      text('subjectName', '应用或资源'),
      choice('severity', '严重程度', 'VulnerabilitySeverity'),
      day('fixBy', '修复期限'),
    ],
    details: [
      text('subjectName', '应用或资源'),
      app,
      choice('severity', '严重程度', 'VulnerabilitySeverity'),
      day('foundOn', '发现日期'),
      day('fixBy', '修复期限（含当日）'),
      text('description', '漏洞细节'),
      text('plan', '整改办法'),
      text('noticeText', '告知用户的文字'),
      text('fix', '修复情况'),
    ],
    creations: [{ mutation: 'reportVulnerability', label: '报告漏洞', parties: ['PROJECT_COMPANY'] }],
    related: [],
    own: [...PROVIDERS, 'INFRASTRUCTURE_PROVIDER'],
    prefillSelect: 'plan fix',
    prefill: ({ plan, fix }) => ({ plan, fix }),
  },
];
