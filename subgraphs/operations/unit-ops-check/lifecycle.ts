import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { CHECK_OUTCOMES } from '../choices-supervision.ts';

/** What a unit's operation consists of (article 58); each is sound or not. */
export const OPS_ASPECTS = ['infrastructure', 'operation', 'emergency'] as const;

export interface UnitOpsCheckFacts {
  /** The organisation of the unit that the input names; null when there is no such unit. */
  unitOrganizationId: string | null;
}

const invalid = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

const unitIsKnown: Guard<UnitOpsCheckFacts> = ({ input, facts: { unitOrganizationId } }) =>
  !input || unitOrganizationId !== null ? null : invalid('unitId', '生态单位：没有这个单位');

/** Article 58: what is not sound is ordered to be mended, by a day. */
const defectsAreOrdered: Guard = ({ input, today }) => {
  if (!input || !OPS_ASPECTS.some((aspect) => input[aspect] === 'DEFECTIVE')) return null;
  if (input.demands === null) return invalid('demands', '整改要求：发现问题的必填');
  if (input.rectifyBy === null) return invalid('rectifyBy', '整改期限：发现问题的必填');
  return (input.rectifyBy as string) < today ? invalid('rectifyBy', '整改期限：不能早于今天') : null;
};

const aspect = (label: string) =>
  ({ kind: 'choice', label, enumName: 'CheckOutcome', options: CHECK_OUTCOMES }) as const;

/** 单位运维检查: the company sees to it that units run what they provide; what it finds is mended (articles 57 and 58). */
export const unitOpsCheckLifecycle = lifecycle({
  noun: 'UnitOpsCheck',
  label: '单位运维检查',
  description:
    '项目公司检查生态单位的基础设施、应用运维和应急机制；发现问题的同时责令限期整改，单位可以看到对自己的检查。',
  articles: [57, 58],
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'PROJECT_COMPANY'],
  states: {
    SOUND: { label: '未发现问题', tone: 'GOOD', final: true },
    DEFECTIVE: { label: '发现问题，已责令整改', tone: 'WARNING', final: true },
  },
  actions: {
    record: {
      label: '登记检查',
      effect: '结果告知单位；发现问题的，同时责令限期整改。',
      from: null,
      to: 'SOUND',
      orTo: 'DEFECTIVE',
      by: [{ party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'SECURITY'] }],
      articles: [58],
      duties: ['58.3'],
      fields: {
        unitId: { kind: 'reference', label: '生态单位', of: 'ecosystemUnits' },
        checkedOn: { kind: 'date', label: '检查日期' },
        infrastructure: aspect('基础设施'),
        operation: aspect('应用运维'),
        emergency: aspect('应急机制'),
        note: { kind: 'text', label: '检查情况', max: 4000, multiline: true },
        demands: {
          kind: 'text',
          label: '整改要求',
          hint: '发现问题的必填',
          max: 4000,
          multiline: true,
          optional: true,
        },
        rectifyBy: {
          kind: 'date',
          label: '整改期限',
          hint: '发现问题的必填；最后一天（含当日）',
          optional: true,
        },
      },
      documents: { EVIDENCE: 'OPTIONAL', OTHER: 'OPTIONAL' },
      guards: [
        unitIsKnown,
        ({ input, today }) =>
          input && (input.checkedOn as string) > today
            ? invalid('checkedOn', '检查日期：不能晚于今天')
            : null,
        defectsAreOrdered,
      ],
      tells: ['OWNER'],
    },
  },
});
