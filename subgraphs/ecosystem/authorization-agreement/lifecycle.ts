import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';

const system = { party: 'SYSTEM' } as const;
const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'] } as const;

/** 授权协议: signed when the unit is authorized, in force only while the unit is approved (articles 7 and 35). */
export const authorizationAgreementLifecycle = lifecycle({
  noun: 'AuthorizationAgreement',
  label: '授权协议',
  description: '业主单位或项目公司与生态单位签订的授权协议：范围、期限和条款。单位获批准后生效。',
  articles: [7, 35, 38],
  // Article 4: the infrastructure provider has no access to market agreements.
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'PROJECT_COMPANY'],
  states: {
    SIGNED: { label: '已签署，未生效', tone: 'WAITING' },
    IN_FORCE: { label: '生效中', tone: 'GOOD' },
    SUSPENDED: { label: '已中止', tone: 'WARNING' },
    TERMINATED: { label: '已终止', tone: 'BAD', final: true },
    EXPIRED: { label: '已到期', tone: 'NEUTRAL', final: true },
  },
  actions: {
    sign: {
      label: '签署',
      effect: '协议登记在案，待单位获批准后生效。',
      from: null,
      to: 'SIGNED',
      by: [system],
      articles: [35],
      duties: ['35.1'],
    },
    enterIntoForce: {
      label: '生效',
      effect: '单位可在协议范围内开展工作。',
      from: ['SIGNED'],
      to: 'IN_FORCE',
      by: [system],
      articles: [7, 35],
      duties: ['35.1'],
      starts: [
        {
          name: 'validity',
          title: '协议到期',
          articles: [35],
          owedBy: 'OWNER',
          until: (agreement) => endOfShanghaiDay(agreement.validUntil as string),
          action: 'expire',
        },
        {
          name: 'expiryReminder',
          title: '协议即将到期',
          articles: [35, 38],
          owedBy: 'OWNER',
          parameter: 'agreement.expiry_reminder_days',
          before: (agreement) => agreement.validUntil as string,
        },
      ],
    },
    suspend: {
      label: '中止',
      effect: '范围内的新办理暂停。',
      from: ['IN_FORCE'],
      to: 'SUSPENDED',
      by: [system],
      articles: [52, 70],
      duties: ['52.2'],
      publishes: true,
    },
    resume: {
      label: '恢复',
      effect: '协议恢复生效。',
      from: ['SUSPENDED'],
      to: 'IN_FORCE',
      by: [system],
      articles: [52],
      duties: ['52.2'],
    },
    terminate: {
      label: '终止',
      effect: '协议终止，范围内的授权随之失效。',
      from: ['SIGNED', 'IN_FORCE', 'SUSPENDED'],
      to: 'TERMINATED',
      by: [company, system],
      articles: [52, 70],
      duties: ['52.2'],
      publishes: true,
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
    },
    expire: {
      label: '到期',
      effect: '期限届满，协议自动失效。',
      from: ['IN_FORCE', 'SUSPENDED'],
      to: 'EXPIRED',
      by: [system],
      articles: [35, 38],
      duties: ['35.1', '38.1'],
      publishes: true,
      tells: ['OWNER', 'PROJECT_COMPANY'],
    },
  },
});
