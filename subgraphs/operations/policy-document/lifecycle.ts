import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { POLICY_TOPICS } from '../choices-coordination.ts';
import { APP_PROVIDERS } from '../safety-parties.ts';

/** What a policy is judged by: whether governments alone may give one, and how a unit stands that wants to. */
export interface PolicyDocumentFacts {
  governmentOnly: boolean;
  unitState: string | null;
}

const invalid = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

const isIssued: Guard = ({ input, today }) =>
  input && (input.issuedOn as string) > today ? invalid('issuedOn', '印发日期：不能晚于今天') : null;

const isAddress: Guard = ({ input }) =>
  input?.address && !/^https:\/\/[^\s]+$/.test(input.address as string)
    ? invalid('address', '原文网址：应以 https:// 开头')
    : null;

/** Article 11, duty 11: whoever provides a policy is a service provider, and by the draft's option a government body. */
const isProvider: Guard<PolicyDocumentFacts> = ({ facts, viewer }) => {
  if (viewer.party !== 'ECOSYSTEM_UNIT') return null;
  if (facts.governmentOnly)
    return refuse('VALIDATION', {
      message: '政策只能由政府部门提供，生态单位提供应用、能力和数据。',
      articles: [11],
      remedy: '请由出台政策的政府部门发布。',
    });
  return facts.unitState === 'ACTIVE' ? null : refuse('NOT_A_SERVICE_PROVIDER');
};

/** 政策文件: what government bodies lay down for services to take hold, shown to everyone (article 25). */
export const policyDocumentLifecycle = lifecycle({
  noun: 'PolicyDocument',
  label: '政策文件',
  description: '各地各部门为电子凭证等服务落地出台的配套政策，由出台的单位发布，所有人可以查看。',
  articles: [25],
  readers: ['PUBLIC', 'MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  publicStates: ['PUBLISHED'],
  states: {
    PUBLISHED: { label: '已发布', tone: 'GOOD' },
    WITHDRAWN: { label: '已撤下', tone: 'NEUTRAL', final: true },
  },
  actions: {
    publish: {
      label: '发布政策',
      effect: '立即对所有人公开。',
      from: null,
      to: 'PUBLISHED',
      by: APP_PROVIDERS,
      othersAreTold: 'NOT_A_SERVICE_PROVIDER',
      articles: [11, 25],
      duties: ['11', '25.2'],
      fields: {
        heading: { kind: 'text', label: '标题', max: 120 },
        topic: { kind: 'choice', label: '主题', enumName: 'PolicyTopic', options: POLICY_TOPICS },
        documentNumber: { kind: 'text', label: '文号', max: 60, optional: true },
        issuedOn: { kind: 'date', label: '印发日期' },
        summary: { kind: 'text', label: '要点', max: 4000, multiline: true },
        address: { kind: 'text', label: '原文网址', max: 300, optional: true },
      },
      documents: { OTHER: 'OPTIONAL' },
      guards: [isProvider, isIssued, isAddress],
      tells: ['PROJECT_COMPANY'],
    },
    withdraw: {
      label: '撤下',
      effect: '不再对外显示。',
      from: ['PUBLISHED'],
      to: 'WITHDRAWN',
      by: APP_PROVIDERS,
      articles: [25],
      duties: [],
      reason: 'REQUIRED',
      negative: true,
    },
  },
});
