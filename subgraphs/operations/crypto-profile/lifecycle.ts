import { type DeadlineRule, type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { OWNERS } from '../safety-parties.ts';
import type { KnownRecord } from '../subjects/known-record.ts';

/** What a profile is judged by: the app or platform that it is of. */
export interface CryptoProfileFacts {
  subject: KnownRecord | null;
}

const wrong = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

const oneOwnSubject: Guard<CryptoProfileFacts> = ({ facts: { subject }, input, viewer }) => {
  if (!input) return null;
  if ((input.appId === null) === (input.platformId === null))
    return wrong('appId', '应用和平台：须选定其中一项，也只能选一项');
  const path = input.appId === null ? 'platformId' : 'appId';
  if (subject?.noun !== (input.appId === null ? 'SystemPlatform' : 'App'))
    return wrong(path, '没有这条记录，请从列表中选择');
  return subject.organizationId === viewer.organizationId
    ? null
    : refuse('FORBIDDEN_ROLE', {
        message: '密码应用情况由应用或平台的责任单位登记。',
        articles: [68],
        remedy: '请由责任单位登记；登记错了单位的，请先更正应用或平台。',
      });
};

const NAME = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/;

const algorithmsAreNames: Guard = ({ input }) => {
  const odd = ((input?.algorithms ?? []) as string[]).find((name) => !NAME.test(name));
  return odd === undefined ? null : wrong('algorithms', `所用算法：“${odd}”不是算法的名称，例如 SM4、SM2`);
};

const usage = {
  algorithms: {
    kind: 'texts',
    label: '所用算法',
    hint: '每行一个，例如 SM4；一律写大写名称',
    max: 40,
    maxItems: 30,
  },
  certificateIssuers: {
    kind: 'texts',
    label: '证书的颁发机构',
    hint: '每行一个；没有证书的不填',
    max: 100,
    maxItems: 30,
    optional: true,
  },
  certificateUntil: { kind: 'date', label: '最早到期的证书的到期日', hint: '没有证书的不填', optional: true },
} as const satisfies Fields;

const CERTIFICATE: DeadlineRule = {
  name: 'certificate',
  title: '证书即将到期，请更换',
  articles: [68],
  owedBy: 'OWNER',
  parameter: 'crypto.certificate_reminder_days',
  before: ({ certificateUntil }) => certificateUntil as string | null,
};

/** 密码应用情况: algorithms and certificates of an app or platform, judged at its listing or going live (article 68). */
export const cryptoProfileLifecycle = lifecycle({
  noun: 'CryptoProfile',
  label: '密码应用情况',
  description:
    '应用或平台所用的密码算法和证书。清单外的算法，公共服务应用和平台不能上架、上线，市场化应用给出提示；证书到期之前提醒。',
  articles: [68],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY', 'OWNER_UNIT'],
  states: {
    KEPT: { label: '已登记', tone: 'GOOD' },
    RETIRED: { label: '不再使用', tone: 'NEUTRAL', final: true },
  },
  actions: {
    keep: {
      label: '登记',
      effect: '应用上架、平台上线时按它核对算法。',
      from: null,
      to: 'KEPT',
      by: OWNERS,
      articles: [68],
      duties: ['68.4'],
      fields: {
        appId: { kind: 'reference', label: '应用', hint: '应用选这一项', of: 'apps', optional: true },
        platformId: {
          kind: 'reference',
          label: '平台',
          hint: '系统平台选这一项',
          of: 'systemPlatforms',
          optional: true,
        },
        ...usage,
      },
      documents: { OTHER: 'OPTIONAL' },
      guards: [oneOwnSubject, algorithmsAreNames],
      starts: [CERTIFICATE],
    },
    amend: {
      label: '更新',
      effect: '按新的情况核对；证书提醒重新计算。',
      from: ['KEPT'],
      to: null,
      by: OWNERS,
      articles: [68],
      duties: ['68.4'],
      fields: usage,
      guards: [algorithmsAreNames],
      starts: [CERTIFICATE],
    },
    retire: {
      label: '不再使用',
      effect: '上架、上线不再按它核对。',
      from: ['KEPT'],
      to: 'RETIRED',
      by: OWNERS,
      articles: [68],
      duties: [],
      reason: 'OPTIONAL',
    },
  },
});
