import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { BRAND_ACTIVITIES } from '../choices.ts';

/** What a grant is judged by: where the mark itself stands; null when there is no such mark. */
export interface LicenseFacts {
  trademarkState: string | null;
}

const invalid = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

const termInOrder: Guard = ({ input, today }) => {
  if (!input) return null;
  const { validFrom, validUntil } = input as { validFrom: string; validUntil: string };
  if (validUntil < validFrom) return invalid('validUntil', '许可期限：截止日不能早于起始日');
  return validUntil < today ? invalid('validUntil', '许可期限：截止日已经过去') : null;
};

const markIsAlive: Guard<LicenseFacts> = ({ facts, input }) => {
  if (!input) return null;
  if (facts.trademarkState === null) return invalid('trademarkId', '商标：没有这个商标');
  return facts.trademarkState === 'LAPSED' ? invalid('trademarkId', '商标：该商标已失效') : null;
};

const notOver: Guard = ({ record, today }) =>
  (record!.validUntil as string) < today ? invalid('', '许可期限已经届满，请重新许可') : null;

const licensor = { party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER'] } as const;

/** 商标许可: what the project company may let others use lies within it, and falls with it (article 49). */
export const trademarkLicenseLifecycle = lifecycle({
  noun: 'TrademarkLicense',
  label: '商标许可',
  description:
    '管理单位依法许可项目公司使用商标：范围和期限是品牌授权的上限，暂停或终止时其下的品牌授权随之停用。',
  articles: [49],
  readers: ['MANAGEMENT_UNIT', 'INFRASTRUCTURE_PROVIDER', 'OWNER_UNIT', 'PROJECT_COMPANY'],
  states: {
    IN_FORCE: { label: '有效', tone: 'GOOD' },
    SUSPENDED: { label: '已暂停', tone: 'WARNING' },
    ENDED: { label: '已结束', tone: 'NEUTRAL', final: true },
  },
  actions: {
    grant: {
      label: '许可',
      effect: '许可项目公司在所列活动和期限内使用商标，并可据此授权生态单位。',
      from: null,
      to: 'IN_FORCE',
      by: [licensor],
      articles: [49],
      duties: ['49.2'],
      fields: {
        trademarkId: { kind: 'reference', label: '商标', of: 'trademarks' },
        activities: {
          kind: 'choices',
          label: '许可的活动',
          enumName: 'BrandActivity',
          options: BRAND_ACTIVITIES,
        },
        validFrom: { kind: 'date', label: '许可起始日' },
        validUntil: { kind: 'date', label: '许可截止日' },
      },
      documents: { LEGAL_PROCEDURE: 'REQUIRED', OTHER: 'OPTIONAL' },
      guards: [termInOrder, markIsAlive],
      tells: ['OWNER'],
      starts: [
        {
          name: 'validity',
          title: '商标许可届满',
          articles: [49],
          owedBy: 'OWNER',
          until: (license) => endOfShanghaiDay(license.validUntil as string),
          action: 'end',
        },
      ],
    },
    suspend: {
      label: '暂停许可',
      effect: '立即暂停；没有其他许可覆盖的品牌授权同时暂停。',
      from: ['IN_FORCE'],
      to: 'SUSPENDED',
      by: [licensor],
      articles: [49],
      duties: ['49.2', '49.3'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER'],
    },
    resume: {
      label: '恢复许可',
      effect: '许可在原范围和期限内恢复；品牌授权由项目公司逐项恢复。',
      from: ['SUSPENDED'],
      to: 'IN_FORCE',
      by: [licensor],
      articles: [49],
      duties: ['49.2'],
      reason: 'REQUIRED',
      guards: [notOver],
      tells: ['OWNER'],
    },
    end: {
      label: '终止许可',
      effect: '许可终止且不可恢复；没有其他许可覆盖的品牌授权同时到期。',
      from: ['IN_FORCE', 'SUSPENDED'],
      to: 'ENDED',
      by: [licensor, { party: 'SYSTEM' }],
      articles: [49],
      duties: ['49.2'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
    },
  },
});
