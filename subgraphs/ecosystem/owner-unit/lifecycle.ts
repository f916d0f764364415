import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { CONCESSION_SCOPES } from '../choices.ts';
import { institutionFields, noSecond } from '../organization/institution.ts';

const termInOrder: Guard = ({ input, today }) => {
  if (!input) return null;
  const { grantedOn, validUntil } = input as { grantedOn: string; validUntil: string };
  return validUntil >= grantedOn && validUntil >= today
    ? null
    : refuse('VALIDATION', {
        details: [{ path: 'validUntil', message: '特许经营期限：截止日应晚于授予日且尚未过去' }],
      });
};

/** 业主单位: registered by the management unit together with its concession (article 5). */
export const ownerUnitLifecycle = lifecycle({
  noun: 'OwnerUnit',
  label: '业主单位',
  description: '经特许经营选定的业主单位及其特许经营协议；协议有效期内只有一家。',
  articles: [5],
  readers: ['MANAGEMENT_UNIT', 'INFRASTRUCTURE_PROVIDER', 'PROJECT_COMPANY'],
  states: {
    IN_FORCE: { label: '特许经营有效', tone: 'GOOD' },
    ENDED: { label: '已终止', tone: 'NEUTRAL', final: true },
  },
  actions: {
    register: {
      label: '登记',
      effect: '业主单位成为参与方，其负责人即可登录办理。',
      from: null,
      to: 'IN_FORCE',
      by: [{ party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER'] }],
      articles: [5],
      duties: ['5'],
      fields: {
        ...institutionFields,
        concessionNumber: { kind: 'text', label: '特许经营协议编号', max: 60 },
        concessionScopes: {
          kind: 'choices',
          label: '特许经营范围',
          enumName: 'ConcessionScope',
          options: CONCESSION_SCOPES,
        },
        grantedOn: { kind: 'date', label: '授予日' },
        validUntil: { kind: 'date', label: '截止日' },
      },
      documents: { CONCESSION_AGREEMENT: 'REQUIRED', OTHER: 'OPTIONAL' },
      guards: [noSecond([5]), termInOrder],
      starts: [
        {
          name: 'concession',
          title: '特许经营期限届满',
          articles: [5],
          owedBy: 'OWNER',
          until: (owner) => endOfShanghaiDay(owner.validUntil as string),
          action: 'end',
        },
      ],
    },
    end: {
      label: '终止',
      effect: '特许经营终止，该单位不再作为业主单位参与。',
      from: ['IN_FORCE'],
      to: 'ENDED',
      by: [{ party: 'MANAGEMENT_UNIT', roles: ['HEAD'] }, { party: 'SYSTEM' }],
      articles: [5],
      duties: ['5'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER', 'PROJECT_COMPANY'],
    },
  },
});
