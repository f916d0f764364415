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
  select: 'sourceNoun sourceId sourceNumber',
  read: ({ sourceNoun, sourceId, sourceNumber }) => {
    const value = sourceNumber as string | null;
    return sourceId ? { value, record: { noun: sourceNoun as string, id: sourceId as string } } : { value };
  },
};

const followUps: Shown = {
  label: '异常项的后续事项',
  select: 'followUps { itemLabel noun nounLabel recordId number }',
  read: (record) => {
    const parts = (
      record.followUps as {
        itemLabel: string;
        noun: string;
        nounLabel: string;
        recordId: string;
        number: string;
      }[]
    ).map(({ itemLabel, noun, nounLabel, recordId, number }) => ({
      text: `${itemLabel}：${nounLabel} ${number}`,
      record: { noun, id: recordId },
    }));
    return { value: parts.map(({ text: part }) => part).join('；') || null, parts };
  },
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
      organizationName('provider', '提供方'),
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
    related: [['rectifications', 'sourceId'], 'evidences'],
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
    emptyText: '问题处置中留存的材料，和内容隐藏、撤下时自动留存的文字会列在这里，任何人都不能修改或删除。',
    columns: [text('caseNumber', '问题处置或内容'), instant('capturedAt', '留存于')],
    details: [
      {
        label: '所属问题处置或内容',
        select: 'caseKind caseId caseNumber',
        read: ({ caseKind, caseId, caseNumber }) => ({
          value: caseNumber as string,
          href: `/work/${caseKind === 'CONTENT_ITEM' ? 'content-items' : 'problem-cases'}/${caseId}`,
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
  {
    path: 'hotline-tickets',
    noun: 'HotlineTicket',
    plural: 'hotlineTickets',
    label: '热线工单',
    icon: 'megaphone',
    emptyText: '用户在门户提交的和 12345 转来的工单会列在这里，按所问的事自动分流。',
    columns: [
      text('topicLabel', '所问的事'),
      text('lineLabel', '热线'),
      text('externalNumber', '12345 编号'),
    ],
    details: [
      text('topicLabel', '所问的事'),
      choice('channel', '来自', 'HotlineChannel'),
      text('lineLabel', '由哪条热线答复'),
      {
        label: '应用',
        select: 'appId',
        read: ({ appId }) => (appId ? { value: '查看应用', href: `/work/apps/${appId}` } : { value: null }),
      },
      text('question', '问题'),
      text('userContact', '用户的联系方式'),
      text('transferNote', '转办说明'),
      text('externalNumber', '12345 的工单编号'),
      text('answer', '答复'),
      instant('answeredAt', '答复于'),
      instant('answerTakenAt', '12345 收下答复'),
      amount('satisfaction', '满意度', '分'),
      text('revisitNote', '回访情况'),
    ],
    creations: [{ mutation: 'openHotlineTicket', label: '代用户登记', parties: ['PROJECT_COMPANY'] }],
    related: [],
    discloses: true,
  },
  {
    path: 'calendar-feeds',
    noun: 'CalendarFeed',
    plural: 'calendarFeeds',
    label: '日历订阅',
    icon: 'calendar-clock',
    emptyText: '建立订阅之后，可以在手机和电脑的日历里看到本单位的义务。',
    columns: [instant('createdAt', '建立于')],
    details: [text('device', '用在哪里'), instant('createdAt', '建立于')],
    creations: [
      {
        mutation: 'subscribeCalendarFeed',
        label: '建立日历订阅',
        parties: [
          'MANAGEMENT_UNIT',
          'INFRASTRUCTURE_PROVIDER',
          'OWNER_UNIT',
          'PROJECT_COMPANY',
          'GOVERNMENT_DEPARTMENT',
          'MUNICIPALITY',
          'COUNTY',
          'ECOSYSTEM_UNIT',
        ],
      },
    ],
    related: [],
    discloses: true,
  },
  {
    path: 'data-operation-inspections',
    noun: 'DataOperationInspection',
    plural: 'dataOperationInspections',
    label: '数据运营检查',
    icon: 'database',
    emptyText: '管理单位会同各部门对数据运营的检查会列在这里；开始之前被检查的单位看不到。',
    columns: [
      choices('subjects', '检查对象', 'DataOperator'),
      choices('jointDepartments', '会同', 'JointDepartment'),
      choice('outcome', '结论', 'CheckOutcome'),
    ],
    details: [
      choices('subjects', '检查对象', 'DataOperator'),
      choices('jointDepartments', '会同的部门', 'JointDepartment'),
      choices('indicators', '检查内容', 'DataOperationIndicator'),
      day('plannedOn', '拟检查的日期'),
      {
        label: '各部门发现的情况',
        select: 'findings { departmentLabel finding }',
        read: ({ findings }) => ({
          value:
            (findings as unknown as { departmentLabel: string; finding: string }[])
              .map(({ departmentLabel, finding }) => `${departmentLabel}：${finding}`)
              .join('；') || null,
        }),
      },
      choice('outcome', '结论', 'CheckOutcome'),
      text('summary', '检查结果'),
    ],
    creations: [{ mutation: 'planDataOperationInspection', label: '计划检查', parties: ['MANAGEMENT_UNIT'] }],
    related: [['rectifications', 'sourceId']],
  },
  {
    path: 'dispute-records',
    noun: 'DisputeRecord',
    plural: 'disputeRecords',
    label: '商业纠纷',
    icon: 'scale',
    emptyText: '商业活动引发的纠纷和诉讼由参与的各方报告，列在这里。',
    columns: [choice('kind', '种类', 'DisputeKind'), choice('brandImpact', '对品牌的影响', 'BrandImpact')],
    details: [
      organizationName('organization', '报告单位'),
      choice('kind', '种类', 'DisputeKind'),
      choices('parties', '参与的各方', 'DisputeParty'),
      text('activity', '所涉的商业活动'),
      text('description', '情况说明'),
      text('reference', '案号或文号'),
      choice('brandImpact', '对品牌的影响', 'BrandImpact'),
      choice('responsibleParty', '责任方', 'DisputeParty'),
      text('accountabilityNumber', '追责立案'),
      text('outcome', '结果'),
    ],
    creations: [
      {
        mutation: 'reportDisputeRecord',
        label: '报告纠纷',
        parties: ['OWNER_UNIT', 'PROJECT_COMPANY', 'ECOSYSTEM_UNIT'],
      },
    ],
    related: [],
    own: ['ECOSYSTEM_UNIT'],
  },
  {
    path: 'unit-ops-checks',
    noun: 'UnitOpsCheck',
    plural: 'unitOpsChecks',
    label: '单位运维检查',
    icon: 'server',
    emptyText: '项目公司对生态单位基础设施、应用运维和应急机制的检查会列在这里。',
    columns: [organizationName('organization', '单位'), day('checkedOn', '检查日期')],
    details: [
      organizationName('organization', '生态单位'),
      day('checkedOn', '检查日期'),
      choice('infrastructure', '基础设施', 'CheckOutcome'),
      choice('operation', '应用运维', 'CheckOutcome'),
      choice('emergency', '应急机制', 'CheckOutcome'),
      text('note', '检查情况'),
      text('demands', '整改要求'),
      day('rectifyBy', '整改期限'),
    ],
    creations: [{ mutation: 'recordUnitOpsCheck', label: '登记检查', parties: ['PROJECT_COMPANY'] }],
    related: [['rectifications', 'sourceId']],
    own: ['ECOSYSTEM_UNIT'],
  },
  {
    path: 'mechanism-documents',
    noun: 'MechanismDocument',
    plural: 'mechanismDocuments',
    label: '机制文件',
    icon: 'file-text',
    emptyText: '办法要求建立的机制和制度提交之后列在这里；由应当制定的各方签署。',
    columns: [
      choice('kind', '种类', 'MechanismKind'),
      list('signers', '已签署'),
      instant('inForceAt', '生效于'),
    ],
    details: [
      choice('kind', '种类', 'MechanismKind'),
      text('name', '名称'),
      text('versionText', '版本'),
      text('summary', '要点'),
      list('signers', '已签署'),
      text('guidance', '指导意见'),
      instant('guidedAt', '指导于'),
      instant('inForceAt', '生效于'),
    ],
    creations: [
      {
        mutation: 'fileMechanismDocument',
        label: '提交机制文件',
        parties: ['OWNER_UNIT', 'PROJECT_COMPANY', 'MANAGEMENT_UNIT'],
      },
    ],
    related: [],
  },
];
