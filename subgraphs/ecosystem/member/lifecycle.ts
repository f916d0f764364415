import { type Actor, type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import {
  MEMBER_ROLE_LABELS,
  mayHoldRole,
  PARTIES,
  PARTY_KINDS,
  type PartyKind,
} from '@zgt/schema/parties.ts';
import { VERIFICATION_METHODS } from '../choices.ts';

export interface MemberFacts {
  /** The organisation's other heads; without one, a head may not leave. */
  otherHeads: number;
}

const heads: readonly Actor[] = PARTY_KINDS.map((party) => ({ party, own: true, roles: ['HEAD'] }));
const roles = {
  kind: 'choices',
  label: '岗位',
  enumName: 'MemberRole',
  options: MEMBER_ROLE_LABELS,
} as const;

const rolesFitParty: Guard = ({ input, viewer }) => {
  if (!input || viewer.party === null || viewer.via === 'SYSTEM') return null;
  const party: PartyKind = viewer.party;
  const wrong = (input.roles as string[]).filter((role) => !mayHoldRole(party, role));
  return wrong.length === 0
    ? null
    : refuse('VALIDATION', {
        details: [{ path: 'roles', message: `岗位：${PARTIES[party].name}没有 ${wrong.join('、')}` }],
      });
};

const aHeadRemains: Guard<MemberFacts> = ({ record, facts, input }) => {
  const wasHead = (record?.roles as string[] | undefined)?.includes('HEAD');
  const staysHead = (input?.roles as string[] | undefined)?.includes('HEAD');
  return wasHead && !staysHead && facts.otherHeads === 0
    ? refuse('VALIDATION', {
        details: [{ path: 'roles', message: '单位至少要有一名负责人，请先指定另一名负责人' }],
      })
    : null;
};

/** With a form not yet filled in, only a removal can leave the organisation without a head. */
const aHeadRemainsAfterwards: Guard<MemberFacts> = (given) => (given.input ? aHeadRemains(given) : null);

const notOneself: Guard = ({ record, viewer }) =>
  record && record.accountId === viewer.accountId
    ? refuse('FOUR_EYES_REQUIRED', { articles: [68], message: '不能核验自己的实名，须由另一名负责人核验。' })
    : null;

/** 成员: who belongs to an organisation, in which roles, and whose real name was checked (article 68). */
export const memberLifecycle = lifecycle({
  noun: 'Member',
  label: '成员',
  description: '单位的成员及其岗位；负责人增减成员、核验实名，立即生效。',
  articles: [3, 6, 68],
  readers: ['MANAGEMENT_UNIT'],
  states: {
    ACTIVE: { label: '在任', tone: 'GOOD' },
    REMOVED: { label: '已移除', tone: 'NEUTRAL', final: true },
  },
  actions: {
    add: {
      label: '添加',
      effect: '该账号可以代表本单位办理其岗位内的事项。',
      from: null,
      to: 'ACTIVE',
      by: heads,
      articles: [68],
      duties: ['68.1'],
      fields: { username: { kind: 'text', label: '用户名或邮箱', hint: '对方已注册的账号', max: 64 }, roles },
      guards: [rolesFitParty],
    },
    join: {
      label: '加入',
      effect: '登记单位时成为其成员。',
      from: null,
      to: 'ACTIVE',
      by: [{ party: 'SYSTEM' }],
      articles: [68],
      duties: [],
    },
    reassign: {
      label: '调整岗位',
      effect: '新岗位立即生效。',
      from: ['ACTIVE'],
      to: 'ACTIVE',
      by: heads,
      articles: [68],
      duties: ['68.1'],
      fields: { roles },
      guards: [rolesFitParty, aHeadRemainsAfterwards],
    },
    verify: {
      label: '核验实名',
      effect: '该账号通过实名核验，可以办理管理事项。',
      from: ['ACTIVE'],
      to: 'ACTIVE',
      by: [...heads, { party: 'MANAGEMENT_UNIT', roles: ['HEAD'] }],
      articles: [68],
      duties: ['68.1', '68.2'],
      fields: {
        realName: { kind: 'text', label: '真实姓名', hint: '加密保存。用途：管理人员实名核验', max: 50 },
        verificationMethod: {
          kind: 'choice',
          label: '核验方式',
          enumName: 'VerificationMethod',
          options: VERIFICATION_METHODS,
        },
      },
      guards: [notOneself],
    },
    suspectSharing: {
      label: '疑似多人共用',
      effect: '账号在另一台设备登录，先前的会话已经结束；安全人员收到通知，请向本人核实。',
      from: ['ACTIVE'],
      to: null,
      by: [{ party: 'SYSTEM' }],
      articles: [68],
      duties: ['68.2'],
    },
    remove: {
      label: '移除',
      effect: '该账号立即不能再代表本单位。',
      from: ['ACTIVE'],
      to: 'REMOVED',
      by: heads,
      articles: [68],
      duties: ['68.1'],
      reason: 'OPTIONAL',
      negative: true,
      guards: [aHeadRemains],
    },
  },
});
