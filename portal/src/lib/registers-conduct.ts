import { choice, day, instant, link, organizationName, type Register, text } from './register.ts';

const BODIES = ['GOVERNMENT_DEPARTMENT', 'MUNICIPALITY', 'COUNTY'] as const;

/** How government bodies come along, and what users are bound by. */
export const CONDUCT_REGISTERS: readonly Register[] = [
  {
    path: 'access-scorecards',
    noun: 'AccessScorecard',
    plural: 'accessScorecards',
    label: '接入监管记分',
    icon: 'scale',
    emptyText: '每季度结束，系统算出各地各部门的接入、功能拓展和服务质量，列在这里。',
    columns: [
      {
        label: '接入率',
        select: 'accessCoverage',
        read: ({ accessCoverage }) => ({
          value:
            accessCoverage === null
              ? '没有应接入的'
              : `${Math.round((accessCoverage as number) * 1000) / 10}%`,
        }),
      },
      {
        label: '没有联系人的应用',
        select: 'access: figures { appsWithoutContact }',
        read: ({ access }) => ({
          value: `${(access as unknown as { appsWithoutContact: number }).appsWithoutContact} 个`,
        }),
      },
      day('replyBy', '答复期限'),
    ],
    details: [
      text('bodyName', '单位'),
      text('periodKey', '季度'),
      {
        label: '接入',
        select:
          'access: figures { itemsConnected itemsConnecting itemsNotConnected itemsExempt itemsAdded overdueDuties }',
        read: ({ access }) => {
          const {
            itemsConnected,
            itemsConnecting,
            itemsNotConnected,
            itemsExempt,
            itemsAdded,
            overdueDuties,
          } = access as unknown as Record<string, number>;
          return {
            value: `已接入 ${itemsConnected} 项，接入中 ${itemsConnecting} 项，未接入 ${itemsNotConnected} 项，免于接入 ${itemsExempt} 项；当季新登记 ${itemsAdded} 项，逾期 ${overdueDuties} 件`,
          };
        },
      },
      {
        label: '功能拓展',
        select: 'access: figures { appsListed versionsReleased }',
        read: ({ access }) => {
          const { appsListed, versionsReleased } = access as unknown as Record<string, number>;
          return { value: `在架应用 ${appsListed} 个，当季上架版本 ${versionsReleased} 个` };
        },
      },
      {
        label: '服务质量',
        select: 'access: figures { qualityProblems appsWithoutContact }',
        read: ({ access }) => {
          const { qualityProblems, appsWithoutContact } = access as unknown as Record<string, number>;
          return { value: `当季问题 ${qualityProblems} 件；没有运营联系人的应用 ${appsWithoutContact} 个` };
        },
      },
      text('opinion', '监管意见'),
      day('replyBy', '答复期限'),
      text('reply', '答复'),
    ],
    creations: [],
    related: ['operation-contacts'],
  },
  {
    path: 'operation-contacts',
    noun: 'OperationContact',
    plural: 'operationContacts',
    label: '运营联系人',
    icon: 'users',
    emptyText: '各地各部门配合运营的专门队伍和联系方式列在这里，由各单位自己登记。',
    columns: [organizationName('organization', '单位'), text('phone', '工作电话')],
    details: [
      organizationName('organization', '单位'),
      text('team', '专门队伍或科室'),
      text('phone', '工作电话'),
      text('duties', '负责的事'),
    ],
    creations: [{ mutation: 'registerOperationContact', label: '登记联系人', parties: BODIES }],
    related: [],
    prefillSelect: 'team phone duties appId',
    prefill: ({ team, phone, duties, appId }) => ({ team, phone, duties, appId }),
  },
  {
    path: 'user-rules',
    noun: 'UserRule',
    plural: 'userRules',
    label: '用户规则',
    icon: 'file-text',
    emptyText: '用户协议和用户管理规定列在这里；取得指导意见之后公布。',
    columns: [choice('kind', '种类', 'UserRuleKind'), instant('inForceAt', '公布于')],
    details: [
      choice('kind', '种类', 'UserRuleKind'),
      text('name', '名称'),
      text('versionText', '版本'),
      text('body', '正文'),
      {
        label: '违规处理',
        select: 'clauses { clause behaviour penalties }',
        read: ({ clauses }, labelOf) => ({
          value:
            (clauses as unknown as { clause: string; behaviour: string; penalties: string[] }[])
              .map(
                ({ clause, behaviour, penalties }) =>
                  `${clause}（${behaviour}）：${penalties.map((one) => labelOf('UserPenalty', one)).join('、')}`,
              )
              .join('；') || null,
        }),
      },
      text('guidance', '指导意见'),
      instant('inForceAt', '公布于'),
    ],
    creations: [{ mutation: 'draftUserRule', label: '起草规则', parties: ['PROJECT_COMPANY'] }],
    related: [],
    prefillSelect: 'name versionText body',
    prefill: ({ name, versionText, body }) => ({ name, versionText, body }),
  },
  {
    path: 'user-violations',
    noun: 'UserViolation',
    plural: 'userViolations',
    label: '用户违规',
    icon: 'ban',
    emptyText: '用户违反规则的登记、处理和申诉列在这里；只存用户代号。',
    columns: [choice('penaltyInForce', '有效的处理', 'UserPenalty'), day('penaltyUntil', '到')],
    details: [
      text('userReference', '用户代号'),
      text('clause', '违反的条目'),
      text('facts', '事实'),
      text('ruleNumber', '依据的规则'),
      choice('penalty', '处理', 'UserPenalty'),
      choice('penaltyInForce', '现在有效的处理', 'UserPenalty'),
      day('penaltyUntil', '处理到'),
      text('appeal', '用户的申诉'),
      text('appealAnswer', '对申诉的答复'),
      link('terminalUser', '这个用户', 'terminal-users'),
    ],
    creations: [{ mutation: 'reportUserViolation', label: '登记违规', parties: ['PROJECT_COMPANY'] }],
    related: ['user-rules'],
    discloses: true,
  },
  {
    path: 'fairness-complaints',
    noun: 'FairnessComplaint',
    plural: 'fairnessComplaints',
    label: '公平投诉',
    icon: 'scale',
    emptyText: '生态单位认为项目公司的决定不公平而向管理单位提出的投诉列在这里。',
    columns: [
      organizationName('organization', '投诉的单位'),
      text('decisionNumber', '被决定的申请'),
      choice('finding', '结论', 'FairnessFinding'),
    ],
    details: [
      organizationName('organization', '投诉的单位'),
      text('decisionNumber', '被决定的申请'),
      text('decisionTitle', '申请的标题'),
      text('statement', '为什么认为不公平'),
      text('explanation', '项目公司的说明'),
      choice('finding', '结论', 'FairnessFinding'),
      text('conclusion', '理由和建议'),
    ],
    creations: [{ mutation: 'fileFairnessComplaint', label: '提出公平投诉', parties: ['ECOSYSTEM_UNIT'] }],
    related: [],
    own: ['ECOSYSTEM_UNIT'],
  },
  {
    path: 'terminal-users',
    noun: 'TerminalUser',
    plural: 'terminalUsers',
    label: '终端用户',
    icon: 'users',
    emptyText: '有过违规登记的用户列在这里，只有代号和状态；状态随有效的处理自动变化。',
    columns: [choice('userKind', '性质', 'TerminalUserKind')],
    details: [text('reference', '用户代号'), choice('userKind', '性质', 'TerminalUserKind')],
    creations: [{ mutation: 'registerTerminalUser', label: '登记用户', parties: ['PROJECT_COMPANY'] }],
    related: ['user-violations'],
    prefillSelect: 'userKind',
    prefill: ({ userKind }) => ({ userKind }),
  },
  {
    path: 'content-incidents',
    noun: 'ContentIncident',
    plural: 'contentIncidents',
    label: '内容处置',
    icon: 'triangle-alert',
    emptyText: '违规信息和舆情风险的处置列在这里：登记发现、立即处理、通知整改、核验。',
    columns: [
      organizationName('organization', '提供方'),
      choice('level', '程度', 'ContentIncidentLevel'),
      day('rectifyBy', '整改期限'),
    ],
    details: [
      organizationName('organization', '提供方'),
      text('contentTitle', '内容'),
      choice('kind', '种类', 'ContentIncidentKind'),
      choice('level', '程度', 'ContentIncidentLevel'),
      text('findings', '发现的情况'),
      instant('foundAt', '登记发现于'),
      choice('measure', '处理', 'ContentIncidentMeasure'),
      text('basis', '依据'),
      instant('handledAt', '处理于'),
      {
        label: '是否及时',
        select: 'isLate',
        read: ({ isLate }) => ({ value: isLate === null ? null : isLate ? '不及时' : '及时' }),
      },
      {
        label: '处理时自动留存',
        select: 'evidences { id number digest }',
        read: ({ evidences }) => {
          const kept = (evidences as unknown as { id: string; number: string; digest: string }[]).at(-1);
          return kept
            ? { value: `${kept.number}，摘要 ${kept.digest}`, href: `/work/evidences/${kept.id}` }
            : { value: null };
        },
      },
      text('problemCaseNumber', '因重大舆情所立的问题处置'),
      text('demands', '整改要求'),
      day('rectifyBy', '整改期限'),
      text('result', '整改结果'),
    ],
    creations: [{ mutation: 'findContentIncident', label: '登记发现', parties: ['PROJECT_COMPANY'] }],
    related: [],
    own: ['ECOSYSTEM_UNIT', 'GOVERNMENT_DEPARTMENT', 'MUNICIPALITY', 'COUNTY'],
  },
];
