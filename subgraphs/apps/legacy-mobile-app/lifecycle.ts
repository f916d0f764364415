import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { AUDIENCES, LEGACY_DISPOSITIONS, TERMINALS } from '../choices.ts';
import { type ExceptionFacts, lacksException } from '../consolidation-exception/in-force.ts';
import { GOVERNMENT_BODIES } from '../provider.ts';

export interface LegacyMobileAppFacts {
  /** The exception that the input names, else that of the record. */
  exception: ExceptionFacts | null;
}

type LegacyGuard = Guard<LegacyMobileAppFacts>;

const particulars = {
  name: { kind: 'text', label: '应用名称', max: 60 },
  terminals: { kind: 'choices', label: '终端', enumName: 'TerminalKind', options: TERMINALS },
  audiences: { kind: 'choices', label: '服务对象', enumName: 'ServiceAudience', options: AUDIENCES },
} as const satisfies Fields;

const kindFor = (disposition: unknown) => (disposition === 'NEW_BUILD' ? 'NEW' : 'RETAIN');

/** Article 17: what is built anew outside the platform is not registered without an exception to do so. */
const newBuildIsAgreed: LegacyGuard = ({ facts: { exception }, input, viewer, today }) =>
  input && (input.disposition === 'NEW_BUILD' || input.exceptionId !== null)
    ? lacksException(
        exception,
        { organizationId: viewer.organizationId, kind: kindFor(input.disposition) },
        today,
      )
    : null;

const isAgreed: LegacyGuard = ({ facts: { exception }, record, input, today }) =>
  input
    ? lacksException(
        exception,
        { organizationId: record!.organizationId, kind: kindFor(record!.disposition) },
        today,
      )
    : null;

const exceptionId = {
  kind: 'reference',
  label: '商定的例外',
  hint: '本单位有效的例外',
  of: 'consolidationExceptions',
} as const;

const system = { party: 'SYSTEM' } as const;

/** 存量应用: stands outside the platform until it is integrated, planned for it or excepted from it (article 17). */
export const legacyMobileAppLifecycle = lifecycle({
  noun: 'LegacyMobileApp',
  label: '存量应用',
  description:
    '政府单位在智桂通之外的移动应用。须列入纳入计划，或凭商定的例外保留；两样都没有的，列在管理单位的未列计划清单上。',
  articles: [17],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  states: {
    UNPLANNED: { label: '未列计划', tone: 'WARNING', awaits: 'OWNER' },
    PLANNED: { label: '已列计划', tone: 'WAITING' },
    RETAINED: { label: '商定保留', tone: 'GOOD' },
    INTEGRATED: { label: '已纳入', tone: 'GOOD', final: true },
  },
  actions: {
    register: {
      label: '登记',
      effect: '登记在案；接着列入纳入计划，或凭商定的例外保留。另行新建的须先有例外。',
      from: null,
      to: 'UNPLANNED',
      by: GOVERNMENT_BODIES,
      articles: [17],
      duties: ['17.2', '17.3'],
      fields: {
        ...particulars,
        disposition: {
          kind: 'choice',
          label: '由来',
          hint: '存量，或另行新建',
          enumName: 'LegacyAppDisposition',
          options: LEGACY_DISPOSITIONS,
        },
        exceptionId: { ...exceptionId, optional: true },
      },
      guards: [newBuildIsAgreed],
      tells: ['MANAGEMENT_UNIT'],
    },
    amend: {
      label: '修改资料',
      effect: '更新登记的资料。',
      from: ['UNPLANNED', 'PLANNED', 'RETAINED'],
      to: null,
      by: GOVERNMENT_BODIES,
      articles: [17],
      duties: ['17.3'],
      fields: particulars,
    },
    retain: {
      label: '凭例外保留',
      effect: '例外有效期之内保留在智桂通之外；到期回到未列计划。',
      from: ['UNPLANNED'],
      to: 'RETAINED',
      by: [...GOVERNMENT_BODIES, system],
      articles: [17],
      duties: ['17.2', '17.3'],
      fields: { exceptionId },
      guards: [isAgreed],
      tells: ['MANAGEMENT_UNIT'],
    },
    plan: {
      label: '列入计划',
      effect: '已有纳入计划。',
      from: ['UNPLANNED'],
      to: 'PLANNED',
      by: [system],
      articles: [17],
      duties: ['17.3'],
    },
    unplan: {
      label: '移出计划',
      effect: '纳入计划已取消，须重新安排。',
      from: ['PLANNED'],
      to: 'UNPLANNED',
      by: [system],
      articles: [17],
      duties: ['17.3'],
    },
    integrate: {
      label: '纳入',
      effect: '应用已纳入智桂通。',
      from: ['PLANNED'],
      to: 'INTEGRATED',
      by: [system],
      articles: [17],
      duties: ['17.3'],
      tells: ['MANAGEMENT_UNIT'],
    },
    lapse: {
      label: '例外失效',
      effect: '保留所凭的例外已到期，须列入计划或另行商定。',
      from: ['RETAINED'],
      to: 'UNPLANNED',
      by: [system],
      articles: [17],
      duties: ['17.3'],
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
    },
  },
});
