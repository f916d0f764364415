import { type Guard, lifecycle, type Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import {
  ACCOUNTABILITY_LEADS,
  ACCOUNTABILITY_MEASURES,
  ACCOUNTABILITY_SCOPES,
  ACCOUNTABILITY_SUBJECTS,
  type AccountabilityScope,
  type AccountabilitySubject,
  RESPONSIBILITY_BEARERS,
  RESPONSIBILITY_FINDINGS,
  type ResponsibilityFinding,
} from '../choices-incidents.ts';
import type { KnownRecord } from '../incident/guards.ts';
import type { AccountabilityCaseRow } from '../tables-incidents.ts';
import { bearerOf, leadOf } from './lead.ts';

export interface AccountabilityFacts {
  incident: KnownRecord | null;
  /** The organisation that answers for the app by whose own cause the incident happened; null when it did not. */
  provider: { organizationId: string; name: string } | null;
  /** The organisations that may lead. */
  leads: { MANAGEMENT_UNIT: string | null; PROJECT_COMPANY: string | null };
}

type CaseGuard = Guard<AccountabilityFacts>;

const caseOf = (record: Row | null): AccountabilityCaseRow => record as AccountabilityCaseRow;
const invalid = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

const incidentIsKnown: CaseGuard = ({ facts: { incident }, input }) =>
  input?.incidentId && incident?.noun !== 'Incident' ? invalid('incidentId', '事件：没有这个事件') : null;

/** Article 72: what follows from a security event is the management unit's alone. */
const securityIsTheManagements: CaseGuard = ({ input, viewer }) =>
  input?.scope === 'SECURITY' && viewer.party !== 'MANAGEMENT_UNIT'
    ? refuse('FORBIDDEN_ROLE', {
        message: '安全事件的责任只能由管理单位立案追究。',
        articles: [72],
        remedy: '请把情况报告管理单位，由它立案。',
      })
    : null;

/** Article 63: the lead follows from matter and subject. */
const leadIsFixed: CaseGuard = ({ input, facts: { leads } }) => {
  if (!input) return null;
  const lead = leadOf(input.scope as AccountabilityScope, input.subject as AccountabilitySubject);
  if (input.lead && input.lead !== lead)
    return refuse('LEAD_UNIT_FIXED', {
      details: [{ path: 'lead', message: `牵头：应为${ACCOUNTABILITY_LEADS[lead]}` }],
    });
  return leads[lead] ? null : invalid('lead', `牵头：${ACCOUNTABILITY_LEADS[lead]}还没有登记`);
};

/** Article 26: what an app caused itself is its responsible organisation's alone, and nobody else's is called so. */
const ownCauseIsTheProviders: CaseGuard = ({ record, facts: { provider }, input }) => {
  if (!input || caseOf(record).scope === 'BRAND') return null;
  if (!provider)
    return input.responsibility === 'APP_PROVIDER'
      ? invalid('responsibility', '认定：有关事件还没有认定为应用自身原因，请先在事件上认定')
      : null;
  return input.responsibility === 'APP_PROVIDER'
    ? null
    : refuse('RESPONSIBLE_PARTY_FIXED', {
        articles: [26],
        details: [
          {
            path: 'responsibility',
            message: `认定：事件因应用自身原因引起，应由“${provider.name}”承担全部责任`,
          },
        ],
      });
};

const articleOf = (scope: AccountabilityScope, responsibility: unknown) => {
  if (scope === 'BRAND') return 54;
  return responsibility === 'UNDETERMINED' ? 64 : 26;
};

/** Articles 26, 54 and 64: who bears it follows from what was found. */
const bearerIsFixed: CaseGuard = ({ record, input }) => {
  if (!input) return null;
  const { scope } = caseOf(record);
  const bearer = bearerOf(scope, input.responsibility as ResponsibilityFinding);
  if (input.responsibility === 'OTHER' && !input.responsibleName)
    return invalid('responsibleName', '查明的责任方：认定为其他方时必填');
  return !input.bearer || input.bearer === bearer
    ? null
    : refuse('RESPONSIBLE_PARTY_FIXED', {
        articles: [articleOf(scope, input.responsibility)],
        details: [{ path: 'bearer', message: `承担方：应为${RESPONSIBILITY_BEARERS[bearer]}` }],
      });
};

const measureIsTheLeads: CaseGuard = ({ record, input }) => {
  if (!input) return null;
  const { lead } = caseOf(record);
  if (input.measure === 'CONCESSION' && lead !== 'MANAGEMENT_UNIT')
    return refuse('FORBIDDEN_ROLE', {
      message: '依特许经营协议的处理只能由管理单位作出。',
      articles: [31, 72],
      remedy: '请报管理单位。',
    });
  return input.measure === 'CONCESSION' && !input.clause
    ? refuse('CLAUSE_REQUIRED', { articles: [72] })
    : null;
};

const reportIsFiled: CaseGuard = ({ record }) =>
  caseOf(record).reportedAt === null ? refuse('REPORT_REQUIRED', { articles: [63] }) : null;

const opener = [
  { party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER', 'BUSINESS_OFFICE', 'OFFICER'] },
  { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'SECURITY'] },
] as const;
const lead = [
  { party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER', 'BUSINESS_OFFICE', 'OFFICER'], own: true },
  { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'SECURITY'], own: true },
] as const;

/** 责任追究: who is answerable for what happened, by a lead that the rules name (articles 28, 41, 54, 63, 64 and 72). */
export const accountabilityCaseLifecycle = lifecycle({
  noun: 'AccountabilityCase',
  label: '责任追究',
  description:
    '对事件和问题追究责任：牵头单位由事由和对象确定，调查、认定、处理都由牵头单位办理，书面报告报送后结案。',
  articles: [26, 28, 41, 54, 63, 64, 72],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY', 'OWNER_UNIT'],
  states: {
    OPENED: { label: '已立案', tone: 'WAITING', awaits: 'OWNER' },
    INVESTIGATING: { label: '调查中', tone: 'WAITING', awaits: 'OWNER' },
    DETERMINED: { label: '已认定', tone: 'WARNING', awaits: 'OWNER' },
    DISPOSED: { label: '已处理', tone: 'GOOD', awaits: 'OWNER' },
    CLOSED: { label: '已结案', tone: 'GOOD', final: true },
    DISMISSED: { label: '不予追究', tone: 'NEUTRAL', final: true },
  },
  actions: {
    open: {
      label: '立案',
      effect: '牵头单位由事由和对象确定，并立即收到通知。',
      from: null,
      to: 'OPENED',
      by: opener,
      articles: [63],
      duties: ['63.2', '72.2'],
      fields: {
        scope: {
          kind: 'choice',
          label: '事由',
          enumName: 'AccountabilityScope',
          options: ACCOUNTABILITY_SCOPES,
        },
        subject: {
          kind: 'choice',
          label: '追究对象的性质',
          enumName: 'AccountabilitySubject',
          options: ACCOUNTABILITY_SUBJECTS,
        },
        subjectName: { kind: 'text', label: '追究对象', max: 100 },
        incidentId: { kind: 'reference', label: '有关事件', of: 'incidents', optional: true },
        matter: { kind: 'text', label: '有关情况', max: 4000, multiline: true },
        lead: {
          kind: 'choice',
          label: '牵头单位',
          hint: '不填，由规则确定；填了而不符的会被拒绝',
          enumName: 'AccountabilityLead',
          options: ACCOUNTABILITY_LEADS,
          optional: true,
        },
      },
      documents: { EVIDENCE: 'OPTIONAL', OTHER: 'OPTIONAL' },
      guards: [securityIsTheManagements, incidentIsKnown, leadIsFixed],
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
    },
    openForBrand: {
      label: '因品牌受损立案',
      effect: '商业纠纷认定为损害品牌，随即立案追究业主单位的责任，由管理单位牵头。',
      from: null,
      to: 'OPENED',
      by: [{ party: 'SYSTEM' }],
      articles: [54, 63],
      duties: ['54', '63.2'],
      tells: ['OWNER', 'MANAGEMENT_UNIT', 'OWNER_UNIT'],
    },
    investigate: {
      label: '开始调查',
      effect: '由牵头单位调查。',
      from: ['OPENED'],
      to: 'INVESTIGATING',
      by: lead,
      articles: [63],
      duties: ['63.2'],
      fields: { investigation: { kind: 'text', label: '调查安排', max: 2000, multiline: true } },
    },
    keepEvidence: {
      label: '补充材料',
      effect: '材料附在案卷上，不能删改。',
      from: ['OPENED', 'INVESTIGATING', 'DETERMINED'],
      to: null,
      by: lead,
      articles: [63],
      duties: ['63.1'],
      documents: { EVIDENCE: 'REQUIRED', OTHER: 'OPTIONAL' },
    },
    determine: {
      label: '认定责任',
      effect: '承担方由认定的结果确定：应用自身原因由其责任单位全部承担，查不清的由业主单位承担。',
      from: ['INVESTIGATING'],
      to: 'DETERMINED',
      by: lead,
      articles: [26, 54, 63, 64],
      duties: ['26.2', '54', '63.2', '64.1', '72.2'],
      fields: {
        finding: { kind: 'text', label: '查明的事实', max: 4000, multiline: true },
        responsibility: {
          kind: 'choice',
          label: '认定',
          enumName: 'ResponsibilityFinding',
          options: RESPONSIBILITY_FINDINGS,
        },
        responsibleName: { kind: 'text', label: '查明的责任方', max: 100, optional: true },
        bearer: {
          kind: 'choice',
          label: '承担方',
          hint: '不填，由规则确定；填了而不符的会被拒绝',
          enumName: 'ResponsibilityBearer',
          options: RESPONSIBILITY_BEARERS,
          optional: true,
        },
      },
      documents: { EVIDENCE: 'OPTIONAL', OTHER: 'OPTIONAL' },
      guards: [ownCauseIsTheProviders, bearerIsFixed],
      tells: ['MANAGEMENT_UNIT', 'OWNER_UNIT'],
    },
    dispose: {
      label: '作出处理',
      effect: '记录处理的措施和依据；诉讼和纪律处分在系统之外进行。',
      from: ['DETERMINED'],
      to: 'DISPOSED',
      by: lead,
      articles: [63, 72],
      duties: ['63.2', '72.2'],
      fields: {
        measure: {
          kind: 'choice',
          label: '措施',
          enumName: 'AccountabilityMeasure',
          options: ACCOUNTABILITY_MEASURES,
        },
        disposal: { kind: 'text', label: '处理和依据', max: 2000, multiline: true },
        clause: {
          kind: 'text',
          label: '协议条款',
          hint: '依特许经营协议处理时必填',
          max: 200,
          optional: true,
        },
      },
      guards: [measureIsTheLeads],
      tells: ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'PROJECT_COMPANY'],
    },
    fileReport: {
      label: '报送书面报告',
      effect: '报告送达管理单位；此后可以结案。',
      from: ['DISPOSED'],
      to: null,
      by: lead,
      articles: [63],
      duties: ['63.1', '63.2'],
      fields: { report: { kind: 'text', label: '报告', max: 8000, multiline: true } },
      documents: { INCIDENT_REPORT: 'OPTIONAL', OTHER: 'OPTIONAL' },
      tells: ['MANAGEMENT_UNIT'],
    },
    close: {
      label: '结案',
      effect: '追究办结。',
      from: ['DISPOSED'],
      to: 'CLOSED',
      by: lead,
      articles: [63],
      duties: ['63.2'],
      guards: [reportIsFiled],
    },
    dismiss: {
      label: '不予追究',
      effect: '经调查没有应当追究的责任。',
      from: ['OPENED', 'INVESTIGATING'],
      to: 'DISMISSED',
      by: lead,
      articles: [63],
      duties: ['63.2'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['MANAGEMENT_UNIT'],
    },
  },
});
