import { lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { STANDARD_KINDS } from '../choices.ts';

const CODE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const maker = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'] } as const;

/** 标准: what the versions of one standard have in common; the project company makes them (article 19). */
export const standardLifecycle = lifecycle({
  noun: 'Standard',
  label: '标准',
  description: '项目公司制定的一项标准规范；内容在它的各个版本里，版本依次发布，一个替代一个。',
  articles: [19, 37],
  readers: ['PUBLIC', 'MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  publicStates: ['IN_USE', 'ABOLISHED'],
  states: {
    IN_USE: { label: '在用', tone: 'GOOD' },
    ABOLISHED: { label: '已废止', tone: 'BAD', final: true },
  },
  actions: {
    register: {
      label: '登记',
      effect: '登记一项标准；第一个版本发布之后才有约束力。',
      from: null,
      to: 'IN_USE',
      by: [maker],
      articles: [19],
      duties: ['19.1'],
      fields: {
        code: { kind: 'text', label: '标准代码', hint: '小写英文，用连字符分段，例如 ui-care', max: 40 },
        kind: { kind: 'choice', label: '种类', enumName: 'StandardKind', options: STANDARD_KINDS },
        name: { kind: 'text', label: '名称', max: 60 },
      },
      guards: [
        ({ input }) =>
          input && !CODE.test(input.code as string)
            ? refuse('VALIDATION', {
                details: [{ path: 'code', message: '标准代码：应为小写英文，用连字符分段，例如 ui-care' }],
              })
            : null,
      ],
    },
    abolish: {
      label: '废止',
      effect: '标准连同各个版本不再施行；此后不再按它检查。',
      from: ['IN_USE'],
      to: 'ABOLISHED',
      by: [maker],
      articles: [19],
      duties: ['19.1'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['MANAGEMENT_UNIT'],
    },
  },
});
