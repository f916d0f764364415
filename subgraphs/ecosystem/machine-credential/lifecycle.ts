import { addDays, endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type Actor, type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { type MemberRole, mayHoldRole, PARTY_KINDS } from '@zgt/schema/parties.ts';

const LONGEST_DAYS = 366;

/** What a credential is judged by: whose it is, and where that unit stands (article 7). */
export interface CredentialFacts {
  ownerParty: string | null;
  unitState: string | null;
}

/** Members of every party who hold one of the roles, each for the own organisation. */
function members(roles: readonly MemberRole[]): Actor[] {
  return PARTY_KINDS.map((party) => ({
    party,
    own: true,
    roles: roles.filter((role) => mayHoldRole(party, role)),
  }));
}

const byAPerson: Guard = ({ viewer }) =>
  viewer.via === 'SESSION'
    ? null
    : refuse('FORBIDDEN_ROLE', {
        message: '程序凭证只能由人登录后签发和更换，程序不能给自己或别的程序发凭证。',
        articles: [68],
        remedy: '请由本单位有权的人员登录后办理。',
      });

const unitIsActive: Guard<CredentialFacts> = ({ facts }) =>
  facts.ownerParty === 'ECOSYSTEM_UNIT' && facts.unitState !== 'ACTIVE' ? refuse('UNIT_NOT_APPROVED') : null;

const termInOrder: Guard = ({ input, today }) => {
  if (!input) return null;
  const validUntil = input.validUntil as string;
  const last = addDays(today, LONGEST_DAYS);
  if (validUntil >= today && validUntil <= last) return null;
  return refuse('VALIDATION', {
    details: [{ path: 'validUntil', message: `有效期：应在 ${today} 至 ${last} 之间` }],
  });
};

const companyOnlyForUnits: Guard<CredentialFacts> = ({ viewer, record, facts }) =>
  viewer.via === 'SYSTEM' ||
  viewer.organizationId === record!.organizationId ||
  facts.ownerParty === 'ECOSYSTEM_UNIT'
    ? null
    : refuse('FORBIDDEN_ROLE', {
        message: '项目公司只能撤销生态单位的程序凭证。',
        articles: [52, 68],
        remedy: '请联系该单位自行撤销。',
      });

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'SECURITY'] } as const;

/** 程序凭证: a program acts for one organisation, within the roles of the person who let it, and never approves (article 68). */
export const machineCredentialLifecycle = lifecycle({
  noun: 'MachineCredential',
  label: '程序凭证',
  description: '供本单位的程序调用接口。令牌只在签发和更换时出现一次，系统只保存其摘要；随时可以撤销。',
  articles: [7, 68],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  states: {
    ACTIVE: { label: '有效', tone: 'GOOD' },
    REVOKED: { label: '已撤销', tone: 'BAD', final: true },
    EXPIRED: { label: '已到期', tone: 'NEUTRAL', final: true },
  },
  actions: {
    issue: {
      label: '签发',
      effect: '程序可凭令牌以本单位名义调用接口，岗位不超过签发人，且不能作批准。令牌只显示这一次。',
      from: null,
      to: 'ACTIVE',
      by: members(['HEAD', 'DEVELOPER', 'OPERATOR']),
      articles: [7, 68],
      duties: ['7.3', '68.1'],
      fields: {
        name: { kind: 'text', label: '名称', hint: '例如：订单同步程序', max: 60 },
        purpose: { kind: 'text', label: '用途', max: 300, multiline: true },
        validUntil: { kind: 'date', label: '有效期至', hint: `含当日，最长 ${LONGEST_DAYS} 天` },
      },
      guards: [byAPerson, unitIsActive, termInOrder],
      tells: ['OWNER'],
      starts: [
        {
          name: 'validity',
          title: '程序凭证到期',
          articles: [68],
          owedBy: 'OWNER',
          until: (credential) => endOfShanghaiDay(credential.validUntil as string),
          action: 'expire',
        },
      ],
    },
    rotate: {
      label: '更换令牌',
      effect: '给出新令牌；旧令牌在所选的小时数之后失效，选 0 立即失效。新令牌只显示这一次。',
      from: ['ACTIVE'],
      to: 'ACTIVE',
      by: members(['HEAD', 'DEVELOPER', 'OPERATOR']),
      articles: [68],
      duties: ['68.1'],
      fields: {
        overlapHours: { kind: 'integer', label: '旧令牌继续有效的小时数', min: 0, max: 72, unit: '小时' },
      },
      guards: [byAPerson, unitIsActive],
      tells: ['OWNER'],
    },
    revoke: {
      label: '撤销',
      effect: '令牌立即失效且不可恢复。',
      from: ['ACTIVE'],
      to: 'REVOKED',
      by: [...members(['HEAD', 'DEVELOPER', 'OPERATOR', 'SECURITY']), company, { party: 'SYSTEM' }],
      articles: [7, 52, 68],
      duties: ['7.3', '52.2'],
      reason: 'REQUIRED',
      guards: [companyOnlyForUnits],
      negative: true,
      tells: ['OWNER'],
    },
    expire: {
      label: '到期',
      effect: '有效期届满，令牌失效。',
      from: ['ACTIVE'],
      to: 'EXPIRED',
      by: [{ party: 'SYSTEM' }],
      articles: [68],
      duties: ['68.1'],
      tells: ['OWNER'],
    },
  },
});
