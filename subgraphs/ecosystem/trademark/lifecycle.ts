import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type DeadlineRule, type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { PARTY_KINDS } from '@zgt/schema/parties.ts';

const invalid = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

const classesExist: Guard = ({ input }) => {
  const wrong = ((input?.classNumbers ?? []) as string[]).filter(
    (text) => !/^([1-9]|[1-3]\d|4[0-5])$/.test(text),
  );
  return wrong.length === 0
    ? null
    : invalid('classNumbers', `类别：没有第 ${wrong.join('、')} 类，应为 1 至 45`);
};

const alreadyFiled: Guard = ({ input, today }) =>
  input && (input.filedOn as string) > today ? invalid('filedOn', '申请日：不能晚于今天') : null;

const registrationInOrder: Guard = ({ input, record, today }) => {
  if (!input) return null;
  const { registeredOn, renewBy } = input as { registeredOn: string; renewBy: string };
  if (registeredOn > today) return invalid('registeredOn', '注册日：不能晚于今天');
  if (registeredOn < (record!.filedOn as string)) return invalid('registeredOn', '注册日：不能早于申请日');
  return renewBy > registeredOn ? null : invalid('renewBy', '续展截止日：应晚于注册日');
};

const renewsFurther: Guard = ({ input, record }) =>
  input && (input.renewBy as string) <= (record!.renewBy as string)
    ? invalid('renewBy', `续展截止日：应晚于现在的 ${record!.renewBy}`)
    : null;

const owner = { party: 'MANAGEMENT_UNIT' } as const;
const agent = { party: 'INFRASTRUCTURE_PROVIDER' } as const;
const renewBy = { kind: 'date', label: '续展截止日', hint: '注册有效期的最后一天' } as const;

const renewalClocks: DeadlineRule[] = [
  {
    name: 'renewalReminder',
    title: '着手办理商标续展',
    articles: [49],
    owedBy: 'INFRASTRUCTURE_PROVIDER',
    parameter: 'trademark.renewal_reminder_months',
    before: (trademark) => trademark.renewBy as string,
  },
  {
    name: 'renewal',
    title: '完成商标续展',
    articles: [49],
    owedBy: 'INFRASTRUCTURE_PROVIDER',
    until: (trademark) => endOfShanghaiDay(trademark.renewBy as string),
  },
];

/** 商标: always the management unit's; the infrastructure provider keeps its registration (article 49). */
export const trademarkLifecycle = lifecycle({
  noun: 'Trademark',
  label: '商标',
  description: '智桂通的商标。所有者固定为管理单位；注册、续展由公共服务应用基础设施提供方受托办理并登记。',
  articles: [49],
  readers: PARTY_KINDS,
  publicStates: ['REGISTERED'],
  states: {
    PREPARING: { label: '准备中', tone: 'WAITING', awaits: 'INFRASTRUCTURE_PROVIDER' },
    FILED: { label: '已申请注册', tone: 'WAITING', awaits: 'INFRASTRUCTURE_PROVIDER' },
    REGISTERED: { label: '已注册', tone: 'GOOD' },
    LAPSED: { label: '已失效', tone: 'BAD', final: true },
  },
  actions: {
    entrust: {
      label: '委托注册',
      effect: '商标归管理单位所有，交信息中心办理注册。',
      from: null,
      to: 'PREPARING',
      by: [owner],
      othersAreTold: 'TRADEMARK_OWNER_FIXED',
      articles: [49],
      duties: ['49.1'],
      fields: {
        name: { kind: 'text', label: '商标名称', max: 60 },
        classNumbers: {
          kind: 'texts',
          label: '类别',
          hint: '商品和服务分类的类号，1 至 45，每行一个',
          max: 2,
          maxItems: 45,
        },
      },
      documents: { ENTRUSTMENT_LETTER: 'OPTIONAL', MARK_IMAGE: 'OPTIONAL' },
      guards: [classesExist],
      tells: ['INFRASTRUCTURE_PROVIDER'],
    },
    file: {
      label: '登记申请',
      effect: '登记已向商标主管机关提出的申请。',
      from: ['PREPARING'],
      to: 'FILED',
      by: [agent],
      articles: [49],
      duties: ['49.1'],
      fields: {
        applicationNumber: { kind: 'text', label: '申请号', max: 20 },
        filedOn: { kind: 'date', label: '申请日' },
      },
      documents: { FILING_RECEIPT: 'OPTIONAL' },
      guards: [alreadyFiled],
      tells: ['OWNER'],
    },
    register: {
      label: '登记注册',
      effect: '商标已获注册，可公开查询，可许可项目公司使用；续展日之前会提醒。',
      from: ['FILED'],
      to: 'REGISTERED',
      by: [agent],
      articles: [49],
      duties: ['49.1'],
      fields: {
        registrationNumber: { kind: 'text', label: '注册号', max: 20 },
        registeredOn: { kind: 'date', label: '注册日' },
        renewBy,
      },
      documents: { REGISTRATION_CERTIFICATE: 'OPTIONAL' },
      guards: [registrationInOrder],
      tells: ['OWNER', 'PROJECT_COMPANY'],
      starts: renewalClocks,
    },
    renew: {
      label: '登记续展',
      effect: '注册有效期延长，提醒按新的截止日重新计算。',
      from: ['REGISTERED'],
      to: 'REGISTERED',
      by: [agent],
      articles: [49],
      duties: ['49.1'],
      fields: { renewBy },
      documents: { RENEWAL_CERTIFICATE: 'OPTIONAL' },
      guards: [renewsFurther],
      tells: ['OWNER'],
      starts: renewalClocks,
    },
    lapse: {
      label: '登记失效',
      effect: '商标不再受保护；它的许可终止，许可之下的品牌授权随之到期。',
      from: ['PREPARING', 'FILED', 'REGISTERED'],
      to: 'LAPSED',
      by: [agent],
      articles: [49],
      duties: ['49.1', '49.2'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER', 'PROJECT_COMPANY'],
    },
  },
});
