import {
  amount,
  choice,
  choices,
  day,
  instant,
  list,
  organizationName,
  type Register,
  type Shown,
  text,
} from './register.ts';

const unit = organizationName('organization', '整改单位');

/** The record that caused another one, by its number. */
const source: Shown = {
  label: '来源',
  select: 'sourceNumber',
  read: ({ sourceNumber }) => ({ value: sourceNumber as string | null }),
};

const followUps: Shown = {
  label: '异常项的后续事项',
  select: 'followUps { itemLabel nounLabel number }',
  read: (record) => ({
    value:
      (record.followUps as { itemLabel: string; nounLabel: string; number: string }[])
        .map(({ itemLabel, nounLabel, number }) => `${itemLabel}：${nounLabel} ${number}`)
        .join('；') || null,
  }),
};

/** Inspections, what is to be mended, problems and what is kept of them. */
export const SUPERVISION_REGISTERS: readonly Register[] = [
  {
    path: 'inspection-tasks',
    noun: 'InspectionTask',
    plural: 'inspectionTasks',
    label: '巡检检测',
    icon: 'list-checks',
    emptyText: '日巡检、周检测、月监测、季普查和年报告由日历自动生成在这里，期内没有完成的标为逾期。',
    columns: [
      choice('cycle', '周期', 'InspectionCycle'),
      text('periodKey', '期间'),
      day('periodEnd', '最后一天'),
    ],
    details: [
      choice('cycle', '周期', 'InspectionCycle'),
      text('periodKey', '所属期间'),
      day('periodEnd', '应完成的最后一天'),
      list('checklist', '检查表'),
      choices('abnormalItems', '异常的检查项', 'InspectionItem'),
      followUps,
      amount('checkedApps', '普查已检查的应用', '个'),
      amount('abnormalApps', '其中异常', '个'),
      text('summary', '检查情况'),
      instant('completedAt', '完成于'),
    ],
    creations: [],
    related: [],
    prefillSelect: 'summary',
    prefill: ({ summary }) => ({ summary }),
  },
  {
    path: 'rectifications',
    noun: 'Rectification',
    plural: 'rectifications',
    label: '整改',
    icon: 'history',
    emptyText: '责令限期改正的事项会列在这里：谁下达、改什么、最后一天、结果如何。',
    columns: [unit, choice('kind', '种类', 'RectificationKind'), day('dueOn', '期限')],
    details: [
      organizationName('organization', '整改单位'),
      choice('kind', '种类', 'RectificationKind'),
      choice('cause', '缘由', 'RectificationCause'),
      text('issuedByLabel', '下达单位'),
      text('findings', '发现的问题'),
      text('demands', '整改要求'),
      day('dueOn', '整改期限'),
      source,
      text('result', '整改结果'),
      amount('rejections', '核验不通过', '次'),
      choice('measure', '升级的处理办法', 'EscalationMeasure'),
      text('clauseReference', '依据条款'),
      text('incidentNumber', '关联的事件'),
    ],
    creations: [
      {
        mutation: 'issueRectification',
        label: '下达整改',
        parties: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
      },
    ],
    related: [],
    own: ['ECOSYSTEM_UNIT', 'GOVERNMENT_DEPARTMENT', 'MUNICIPALITY', 'COUNTY', 'INFRASTRUCTURE_PROVIDER'],
    prefillSelect: 'result',
    prefill: ({ result }) => ({ result }),
  },
  {
    path: 'problem-cases',
    noun: 'ProblemCase',
    plural: 'problemCases',
    label: '问题处置',
    icon: 'triangle-alert',
    emptyText: '应用或内容出了问题的，在这里立案：先留存材料，再下架或处理，然后书面报备和处置。',
    columns: [
      choice('scope', '所属', 'ProblemScope'),
      choice('severity', '轻重', 'ProblemSeverity'),
      text('leadLabel', '牵头'),
      instant('discoveredAt', '发现于'),
    ],
    details: [
      choice('scope', '问题所属', 'ProblemScope'),
      organizationName('organization', '提供方'),
      text('leadLabel', '牵头的一方'),
      {
        label: '应用',
        select: 'appId',
        read: ({ appId }) => (appId ? { value: '查看应用', href: `/work/apps/${appId}` } : { value: null }),
      },
      text('contentReference', '内容'),
      choice('severity', '轻重', 'ProblemSeverity'),
      text('findings', '发现的问题'),
      instant('discoveredAt', '发现于'),
      amount('minutesToEvidence', '发现到留存材料', '分钟'),
      amount('minutesToContainment', '发现到下架或处理', '分钟'),
      amount('minutesToReport', '发现到书面报备', '分钟'),
      choice('basis', '依据', 'ContainmentBasis'),
      choice('contentMeasure', '内容处理方式', 'ContentMeasure'),
      text('noticeText', '告知用户的文字'),
      instant('confirmedAt', '管理单位确认于'),
      text('report', '报备摘要'),
      text('decision', '处置决定'),
      list('jointDepartments', '会同的部门'),
    ],
    creations: [
      { mutation: 'openProblemCase', label: '立案', parties: ['PROJECT_COMPANY', 'MANAGEMENT_UNIT'] },
    ],
    related: ['evidences', 'rectifications'],
    own: ['ECOSYSTEM_UNIT', 'GOVERNMENT_DEPARTMENT', 'MUNICIPALITY', 'COUNTY'],
    prefillSelect: 'scope',
    prefill: ({ scope }, action) => (action === 'correctScope' ? { scope } : {}),
  },
  {
    path: 'evidences',
    noun: 'Evidence',
    plural: 'evidences',
    label: '留存材料',
    icon: 'shield-check',
    emptyText: '问题处置中留存的材料会列在这里，任何人都不能修改或删除。',
    columns: [text('caseNumber', '问题处置'), instant('capturedAt', '留存于')],
    details: [
      {
        label: '所属问题处置',
        select: 'caseId caseNumber',
        read: ({ caseId, caseNumber }) => ({
          value: caseNumber as string,
          href: `/work/problem-cases/${caseId}`,
        }),
      },
      text('snapshot', '当时的登记情况'),
      text('body', '内容全文'),
      list('attachments', '附件和摘要'),
      text('digest', '总摘要（SHA-256）'),
      instant('capturedAt', '留存于'),
    ],
    creations: [],
    related: [],
  },
];
