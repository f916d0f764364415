import { INCIDENT_SELECT } from './incident.ts';
import { MONITOR_SELECT } from './monitor.ts';
import {
  amount,
  choice,
  day,
  instant,
  link,
  organizationName,
  type Register,
  type Shown,
  text,
} from './register.ts';

const FACTS = 'category outageScope outageStartedAt damagedData dataEffect threat';
const HANDLERS = ['PROJECT_COMPANY', 'INFRASTRUCTURE_PROVIDER'];

const count = (field: string, label: string, unit: string): Shown => ({
  label,
  select: field,
  read: ({ [field]: value }) => ({ value: `${value as number} ${unit}` }),
});

const late = (field: string, label: string): Shown => ({
  label,
  select: field,
  read: ({ [field]: value }) => ({ value: value === null ? null : value ? '不及时' : '及时' }),
});

/** An app of another subgraph: its page is the public one, which everybody may open. */
const app: Shown = {
  label: '应用',
  select: 'app { id name }',
  read: ({ app: one }) => {
    const found = one as { id: string; name: string } | null;
    return { value: found?.name ?? null, ...(found && { href: `/apps/${found.id}` }) };
  },
};

/** What an incident is about, with the way to it: an app's public page, a platform's record. */
const affected: Shown = {
  label: '受影响的',
  select: 'affected app { id } platform { id }',
  read: ({ affected: name, app: ofApp, platform }) => {
    const [appId, platformId] = [ofApp, platform].map((one) => (one as { id: string } | null)?.id);
    const href = appId ? `/apps/${appId}` : platformId && `/work/system-platforms/${platformId}`;
    return { value: name as string | null, ...(href && { href }) };
  },
};

/** Incidents with what goes with them, and what is monitored. */
export const INCIDENT_REGISTERS: readonly Register[] = [
  {
    path: 'incidents',
    noun: 'Incident',
    plural: 'incidents',
    label: '事件',
    icon: 'triangle-alert',
    emptyText: '人员登记、外部告警和平台监测发现的事件会列在这里。没有，说明现在没有已知的故障或安全事件。',
    columns: [
      text('levelLabel', '等级'),
      choice('category', '类别', 'IncidentCategory'),
      text('affected', '受影响的'),
      instant('detectedAt', '发现于'),
      instant('progressDueAt', '下次进展最迟'),
    ],
    details: [
      text('title', '标题'),
      text('description', '情况'),
      choice('category', '类别', 'IncidentCategory'),
      choice('source', '怎样发现', 'IncidentSource'),
      affected,
      choice('outageScope', '中断范围', 'OutageScope'),
      instant('startedAt', '开始'),
      instant('outageEndedAt', '恢复'),
      choice('damagedData', '受损数据', 'DamagedData'),
      choice('dataEffect', '数据受损的后果', 'DataEffect'),
      choice('threat', '对社会的威胁', 'IncidentThreat'),
      instant('detectedAt', '发现'),
      instant('reportedAt', '报告'),
      late('reportingLate', '报告是否及时'),
      instant('handlingStartedAt', '开始处置'),
      late('handlingLate', '处置是否及时'),
      instant('evidenceKeptAt', '材料留存'),
      text('resolution', '处置情况'),
      instant('endedAt', '应急结束'),
      choice('causeKind', '认定的原因', 'IncidentCause'),
      instant('providerContactedAt', '因应用自身原因通报提供方'),
      text('cause', '原因'),
      text('impact', '影响和损失'),
      text('measures', '改进措施'),
    ],
    narrowedBy: [
      { field: 'level', label: '等级', enumName: 'IncidentLevel' },
      { field: 'category', label: '类别', enumName: 'IncidentCategory' },
    ],
    creations: [{ mutation: 'detectIncident', label: '登记事件', parties: HANDLERS }],
    related: [
      ['incident-notices', 'incidentId'],
      ['accountability-cases', 'incidentId'],
      ['rectifications', 'sourceId'],
    ],
    extraSelect: INCIDENT_SELECT,
    prefillSelect: `${FACTS} level`,
    // Whoever changes the level chooses it: the present one is no answer.
    prefill: ({ level: _, ...record }) => ({ ...record }),
  },
  {
    path: 'incident-notices',
    noun: 'IncidentNotice',
    plural: 'incidentNotices',
    label: '事件通报',
    icon: 'megaphone',
    emptyText: '应用受事件影响时，项目公司告知提供方的内容会列在这里。',
    columns: [organizationName('organization', '提供方'), instant('createdAt', '告知于')],
    details: [
      text('appName', '受影响的应用'),
      organizationName('organization', '提供方'),
      link('incident', '事件', 'incidents'),
      text('text', '告知的内容'),
      text('answer', '提供方的回应'),
      day('rectifyBy', '因应用自身原因整改的期限'),
      text('plan', '提供方选择整改的办法'),
      text('noticeText', '提供方选择下架时告知用户'),
    ],
    creations: [{ mutation: 'sendIncidentNotice', label: '通报提供方', parties: ['PROJECT_COMPANY'] }],
    own: ['ECOSYSTEM_UNIT', 'GOVERNMENT_DEPARTMENT', 'MUNICIPALITY', 'COUNTY'],
    related: [],
  },
  {
    path: 'monitor-targets',
    noun: 'MonitorTarget',
    plural: 'monitorTargets',
    label: '监测目标',
    icon: 'history',
    emptyText: '受监测的应用和平台会列在这里。应用上架时自动添加人工巡检，也可以添加 HTTP、TCP 和证书检查。',
    columns: [
      choice('probe', '检查方式', 'ProbeKind'),
      {
        label: '现在',
        select: 'standing { ok checkedAt note failures }',
        read: ({ standing }) => {
          const now = standing as { ok: boolean | null; failures: number } | null;
          return {
            value: now?.ok == null ? '还没有检查' : now.ok ? '正常' : `异常，连续 ${now.failures} 次`,
          };
        },
      },
      text('affected', '监测的'),
    ],
    details: [
      text('name', '名称'),
      choice('probe', '检查方式', 'ProbeKind'),
      text('address', '地址'),
      count('intervalSeconds', '间隔', '秒'),
      count('timeoutSeconds', '超时', '秒'),
      count('warnDays', '证书提前告警', '天'),
      app,
      text('affected', '监测的应用或平台'),
      choice('outageScope', '它中断意味着什么', 'OutageScope'),
    ],
    creations: [{ mutation: 'registerMonitorTarget', label: '添加监测目标', parties: ['PROJECT_COMPANY'] }],
    related: [],
    extraSelect: MONITOR_SELECT,
    prefillSelect: 'name probe address intervalSeconds timeoutSeconds warnDays outageScope',
    prefill: (record) => ({ ...record }),
  },
  {
    path: 'accountability-cases',
    noun: 'AccountabilityCase',
    plural: 'accountabilityCases',
    label: '责任追究',
    icon: 'scale',
    emptyText: '对事件和问题追究责任的案卷会列在这里；牵头单位由事由和对象确定。',
    columns: [
      choice('scope', '事由', 'AccountabilityScope'),
      choice('lead', '牵头', 'AccountabilityLead'),
      choice('bearer', '承担方', 'ResponsibilityBearer'),
    ],
    details: [
      choice('scope', '事由', 'AccountabilityScope'),
      choice('subject', '对象的性质', 'AccountabilitySubject'),
      text('subjectName', '追究对象'),
      link('incident', '有关事件', 'incidents'),
      choice('lead', '牵头单位', 'AccountabilityLead'),
      text('matter', '有关情况'),
      text('investigation', '调查安排'),
      text('finding', '查明的事实'),
      choice('responsibility', '认定', 'ResponsibilityFinding'),
      text('responsibleName', '责任方'),
      amount('responsibleShare', '承担份额', '%'),
      choice('bearer', '承担方', 'ResponsibilityBearer'),
      choice('measure', '措施', 'AccountabilityMeasure'),
      text('disposal', '处理和依据'),
      text('clause', '协议条款'),
      text('report', '书面报告'),
      instant('reportedAt', '报送于'),
    ],
    narrowedBy: [{ field: 'scope', label: '事由', enumName: 'AccountabilityScope' }],
    creations: [
      { mutation: 'openAccountabilityCase', label: '立案', parties: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'] },
    ],
    related: [],
  },
];
