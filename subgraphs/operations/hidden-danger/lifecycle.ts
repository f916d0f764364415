import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type DeadlineRule, type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { DANGER_BEARERS, SECURITY_DOMAINS, VULNERABILITY_SEVERITIES } from '../choices-safety.ts';
import { COMPANY_SECURITY, OWNERS } from '../safety-parties.ts';

/** What a danger is judged by: the organisation that has to remove it, when it is registered. */
export interface HiddenDangerFacts {
  bearerId: string | null;
  /** Which party secures the asset that the danger is on; null when none was named or there is no such asset. */
  assetSecurity: string | null;
}

const wrong = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

const bearerIsKnown: Guard<HiddenDangerFacts> = ({ facts, input }) =>
  !input || facts.bearerId !== null ? null : wrong('bearer', '由谁排除：这个单位还没有登记');

const foundInThePast: Guard = ({ input, today }) =>
  input && (input.foundOn as string) > today ? wrong('foundOn', '发现日期：不能晚于今天') : null;

const dueOnIsAhead: Guard = ({ input, today }) =>
  input && (input.dueOn as string) < today ? wrong('dueOn', '排除期限：不能早于今天') : null;

/** Article 66: the public infrastructure is its provider's to secure. */
const fitsBearer: Guard = ({ input }) =>
  input && input.bearer === 'INFRASTRUCTURE_PROVIDER' && input.domain !== 'INFRASTRUCTURE'
    ? refuse('RESPONSIBLE_PARTY_FIXED', {
        message: '基础设施提供方只负责基础设施方面的隐患。',
        articles: [64, 66],
        remedy: '请改由项目公司或业主单位排除，或把安全领域改为基础设施。',
      })
    : null;

/** Article 66: what is on an asset is removed by whoever secures it. */
const fitsAsset: Guard<HiddenDangerFacts> = ({ facts: { assetSecurity }, input }) => {
  if (!input || input.assetId === null) return null;
  if (assetSecurity === null) return wrong('assetId', '运维资产：没有这项资产，或它已停用');
  return assetSecurity === input.bearer
    ? null
    : refuse('RESPONSIBLE_PARTY_FIXED', {
        articles: [66],
        details: [
          {
            path: 'bearer',
            message: `由谁排除：这项资产由${DANGER_BEARERS[assetSecurity as keyof typeof DANGER_BEARERS]}负责安全`,
          },
        ],
      });
};

/** Nobody verifies the removal of one's own. */
const isNotOnesOwn: Guard = ({ record, viewer }) =>
  record!.organizationId === viewer.organizationId
    ? refuse('FOUR_EYES_REQUIRED', {
        message: '本单位排除的隐患不能由本单位核验。',
        articles: [64],
        remedy: '请由业主单位或管理单位核验。',
      })
    : null;

const owner = { party: 'OWNER_UNIT', roles: ['HEAD', 'OPERATOR', 'SECURITY'] } as const;
const management = {
  party: 'MANAGEMENT_UNIT',
  roles: ['HEAD', 'APPROVER', 'BUSINESS_OFFICE', 'OFFICER'],
} as const;
const overseers = [COMPANY_SECURITY, owner, management] as const;

const until = ({ dueOn }: { [column: string]: unknown }) => endOfShanghaiDay(dueOn as string);

/** What has to be removed until the day; when it is late, the owner unit sees to it (article 64). */
const CLOCKS: readonly DeadlineRule[] = [
  { name: 'remove', title: '排除安全隐患', articles: [64, 66], owedBy: 'OWNER', until },
  { name: 'oversee', title: '督促排除安全隐患', articles: [64], owedBy: 'OWNER_UNIT', until },
];

/** 安全隐患: found, assigned with a day, removed, verified by others (articles 64 and 66). */
export const hiddenDangerLifecycle = lifecycle({
  noun: 'HiddenDanger',
  label: '安全隐患',
  description: '排查出的安全隐患：指派、限期排除、核验、办结；逾期由业主单位督促。',
  articles: [64, 66],
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'PROJECT_COMPANY'],
  states: {
    FOUND: { label: '已发现，待指派', tone: 'WARNING', awaits: 'PROJECT_COMPANY' },
    ASSIGNED: { label: '已指派，待排除', tone: 'WAITING', awaits: 'OWNER' },
    FIXED: { label: '已排除，待核验', tone: 'WAITING', awaits: 'OWNER_UNIT' },
    VERIFIED: { label: '核验通过', tone: 'GOOD', awaits: 'PROJECT_COMPANY' },
    CLOSED: { label: '已办结', tone: 'GOOD', final: true },
  },
  actions: {
    report: {
      label: '登记隐患',
      effect: '责任单位和项目公司收到通知；由项目公司指派并定下期限。',
      from: null,
      to: 'FOUND',
      by: overseers,
      articles: [64, 66],
      duties: ['64.3', '66'],
      fields: {
        domain: { kind: 'choice', label: '安全领域', enumName: 'SecurityDomain', options: SECURITY_DOMAINS },
        severity: {
          kind: 'choice',
          label: '严重程度',
          enumName: 'VulnerabilitySeverity',
          options: VULNERABILITY_SEVERITIES,
        },
        bearer: { kind: 'choice', label: '由谁排除', enumName: 'DangerBearer', options: DANGER_BEARERS },
        assetId: {
          kind: 'reference',
          label: '运维资产',
          hint: '隐患在云、网、安全设施上的选这一项，由负责其安全的一方排除',
          of: 'opsAssets',
          optional: true,
        },
        description: { kind: 'text', label: '隐患情况', max: 2000, multiline: true },
        foundOn: { kind: 'date', label: '发现日期' },
      },
      documents: { EVIDENCE: 'OPTIONAL' },
      guards: [fitsBearer, fitsAsset, bearerIsKnown, foundInThePast],
      tells: ['OWNER', 'PROJECT_COMPANY'],
    },
    assign: {
      label: '指派',
      effect: '责任单位须在期限内排除；逾期由业主单位督促。',
      from: ['FOUND'],
      to: 'ASSIGNED',
      by: [COMPANY_SECURITY],
      articles: [64],
      duties: ['64.3'],
      fields: {
        demands: { kind: 'text', label: '排除要求', max: 2000, multiline: true },
        dueOn: { kind: 'date', label: '排除期限', hint: '最后一天（含当日）' },
      },
      guards: [dueOnIsAhead],
      tells: ['OWNER', 'OWNER_UNIT'],
      starts: CLOCKS,
    },
    fix: {
      label: '报告已排除',
      effect: '交业主单位或管理单位核验。',
      from: ['ASSIGNED'],
      to: 'FIXED',
      by: OWNERS,
      articles: [64, 66],
      duties: ['64.3', '66'],
      fields: { remedy: { kind: 'text', label: '排除情况', max: 2000, multiline: true } },
      documents: { EVIDENCE: 'OPTIONAL' },
      tells: ['OWNER_UNIT', 'PROJECT_COMPANY'],
      ends: ['remove', 'oversee'],
    },
    verify: {
      label: '核验通过',
      effect: '隐患已经排除，可以办结。',
      from: ['FIXED'],
      to: 'VERIFIED',
      by: overseers,
      articles: [64],
      duties: ['64.3'],
      reason: 'OPTIONAL',
      guards: [isNotOnesOwn],
      tells: ['OWNER', 'PROJECT_COMPANY'],
    },
    reject: {
      label: '核验不通过',
      effect: '责任单位按新的期限继续排除。',
      from: ['FIXED'],
      to: 'ASSIGNED',
      by: overseers,
      articles: [64],
      duties: ['64.3'],
      fields: { dueOn: { kind: 'date', label: '新的期限', hint: '最后一天（含当日）' } },
      reason: 'REQUIRED',
      negative: true,
      guards: [isNotOnesOwn, dueOnIsAhead],
      tells: ['OWNER'],
      starts: CLOCKS,
    },
    close: {
      label: '办结',
      effect: '记录留存，不再办理。',
      from: ['VERIFIED'],
      to: 'CLOSED',
      by: [COMPANY_SECURITY],
      articles: [64],
      duties: ['64.3'],
      reason: 'OPTIONAL',
    },
  },
});
