import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type Guard, lifecycle, type Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import type { AppFacts, CapabilityFacts } from '../app/facts.ts';
import { ENVIRONMENTS } from '../choices.ts';
import { beyondPurpose, checkFieldPurposes } from '../field-purposes.ts';
import { mayProvide, PROVIDERS, type Provider } from '../provider.ts';

/** What a request is judged by: who asks, what its agreement covers, what it asks for, and for which app. */
export interface CapabilityRequestFacts {
  provider: Provider;
  /** Null when it names none, or when there is no such app. */
  app: AppFacts | null;
  /** Null while nothing is chosen yet, or when there is no such capability. */
  capability: CapabilityFacts | null;
}

type RequestGuard = Guard<CapabilityRequestFacts>;

/** Articles 7 and 38: a unit asks under its agreement; a government body asks for a public app of its own. */
const applicantIsEntitled: RequestGuard = ({ facts: { provider, app }, today }) =>
  mayProvide(provider, { serviceClass: app?.serviceClass, industryCategory: null }, today);

const appIsOwn: RequestGuard = ({ facts: { app, provider }, record, input, viewer }) => {
  if (!record && !input) return null;
  const owner = record ? record.organizationId : viewer.organizationId;
  const named = record ? record.appId : input!.appId;
  const fault =
    named === null
      ? provider.party === 'ECOSYSTEM_UNIT'
        ? null
        : '应用：政府单位须注明为哪个应用申请'
      : app?.organizationId === owner
        ? null
        : '应用：没有这个应用，或它不属于本单位';
  return fault === null ? null : refuse('VALIDATION', { details: [{ path: 'appId', message: fault }] });
};

/** Article 71: for an app, no field that the app has not declared with its purpose. */
const insidePurpose: RequestGuard = ({ facts: { app }, record, input }) => {
  const asked = (record ?? input)?.fieldPurposes as readonly string[] | null | undefined;
  const fields = app && asked ? beyondPurpose(asked, app.fieldPurposes) : [];
  return fields.length === 0
    ? null
    : refuse('PURPOSE_EXCEEDED', {
        details: fields.map((field) => ({
          path: 'fieldPurposes',
          message: `${field}：应用没有声明收集它的用途`,
        })),
      });
};

/** Article 38, duty 38.2: with real users works only what has passed the company's test. */
const appIsTested: RequestGuard = ({ facts: { app }, record, input }) =>
  (record ?? input)?.environment !== 'PRODUCTION' || !app || app.isTested
    ? null
    : refuse('TEST_NOT_PASSED', {
        message: '应用还没有通过项目公司的测试，不能使用正式环境的凭证。',
        articles: [38],
        remedy: '请先申请沙箱凭证，应用的一个版本测试通过之后再申请正式凭证。',
        details: [{ path: record ? '' : 'appId', message: '应用：还没有通过测试的版本' }],
      });

const capabilityIsOffered: RequestGuard = ({ facts, record, input }) => {
  if ((!record && !input) || facts.capability?.state === 'PUBLISHED') return null;
  const message = facts.capability ? '能力：已不再接受申请' : '能力：目录中没有这一项';
  return refuse('VALIDATION', { details: [{ path: 'capabilityId', message }] });
};

const insideAgreement: RequestGuard = ({ facts: { provider, capability } }) => {
  const { agreement } = provider;
  if (!agreement || !capability) return null;
  const { capabilityCodes } = agreement;
  if (capabilityCodes.includes('*') || capabilityCodes.includes(capability.code)) return null;
  const held = capabilityCodes.length > 0 ? `只包括 ${capabilityCodes.join('、')}` : '没有包括任何能力';
  return refuse('AGREEMENT_SCOPE_EXCEEDED', {
    articles: [38],
    details: [{ path: 'capabilityId', message: `能力：授权协议未包括 ${capability.code}，${held}` }],
  });
};

const insideQuota: RequestGuard = ({ facts, input }) => {
  const limit = facts.capability?.dailyQuota;
  return limit !== undefined && input && typeof input.dailyQuota === 'number' && input.dailyQuota > limit
    ? refuse('VALIDATION', { details: [{ path: 'dailyQuota', message: `每日限额：该能力最多 ${limit} 次` }] })
    : null;
};

const fieldsHavePurposes: RequestGuard = ({ facts: { capability }, input }) =>
  capability && input
    ? checkFieldPurposes(input.fieldPurposes as string[] | null, capability.returnedFields)
    : null;

const keepers = PROVIDERS.map((one) => ({ ...one, roles: ['HEAD', 'DEVELOPER', 'SECURITY'] }) as const);
const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'REVIEWER'] } as const;
const provisioner = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'] } as const;
const system = { party: 'SYSTEM' } as const;
const entitled = [applicantIsEntitled, insideAgreement, insidePurpose] as const;
const endOfValidity = (request: Row) => endOfShanghaiDay(request.validUntil as string);

/** 能力申请: a credential is given inside an agreement in force, and ends with it at the latest (article 38). */
export const capabilityRequestLifecycle = lifecycle({
  noun: 'CapabilityRequest',
  label: '能力申请',
  description:
    '生态单位在授权协议范围内、政府单位为自己的公共服务应用，申请使用一项能力；获准后发放凭证，可暂停、可撤销，最迟随协议到期。',
  articles: [7, 8, 38, 71],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  states: {
    SUBMITTED: { label: '待审批', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    APPROVED: { label: '已批准，待开通', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    PROVISIONED: { label: '已开通', tone: 'GOOD' },
    SUSPENDED: { label: '已暂停', tone: 'WARNING' },
    REVOKED: { label: '已撤销', tone: 'BAD', final: true },
    EXPIRED: { label: '已到期', tone: 'NEUTRAL', final: true },
    REJECTED: { label: '未批准', tone: 'BAD', final: true },
    WITHDRAWN: { label: '已撤回', tone: 'NEUTRAL', final: true },
  },
  actions: {
    submit: {
      label: '申请',
      effect: '交项目公司审批；获准并开通之后才能调用。',
      from: null,
      to: 'SUBMITTED',
      by: PROVIDERS,
      articles: [8, 38, 71],
      duties: ['38.1', '38.2', '8.2', '7.3', '71.3'],
      fields: {
        capabilityId: { kind: 'reference', label: '能力', of: 'capabilities' },
        environment: {
          kind: 'choice',
          label: '环境',
          enumName: 'CapabilityEnvironment',
          options: ENVIRONMENTS,
        },
        purpose: {
          kind: 'text',
          label: '用途',
          hint: '用在什么应用上，办什么业务',
          max: 500,
          multiline: true,
        },
        fieldPurposes: {
          kind: 'texts',
          label: '字段与用途',
          hint: '每行一项，写作“字段：用途”，例如 verdict：办件时核对授权；能力不返回字段的不填',
          max: 200,
          maxItems: 50,
          optional: true,
        },
        dailyVolume: { kind: 'integer', label: '预计日调用量', min: 1, max: 100_000_000, unit: '次' },
        appId: {
          kind: 'reference',
          label: '用在哪个应用',
          hint: '应用上架所需的底座能力须注明应用；政府单位必填',
          of: 'apps',
          optional: true,
        },
      },
      guards: [
        applicantIsEntitled,
        capabilityIsOffered,
        insideAgreement,
        appIsOwn,
        fieldsHavePurposes,
        insidePurpose,
        appIsTested,
      ],
      tells: ['PROJECT_COMPANY'],
      starts: [
        {
          name: 'decide',
          title: '审批能力申请',
          articles: [38],
          owedBy: 'PROJECT_COMPANY',
          parameter: 'capability.decision_reminder_working_days',
        },
      ],
    },
    withdraw: {
      label: '撤回',
      effect: '本次申请结束，可重新申请。',
      from: ['SUBMITTED', 'APPROVED'],
      to: 'WITHDRAWN',
      by: PROVIDERS,
      articles: [38],
      duties: ['38.2'],
      reason: 'OPTIONAL',
      negative: true,
      tells: ['PROJECT_COMPANY'],
    },
    approve: {
      label: '批准',
      effect: '申请获准，接着由项目公司开通。',
      from: ['SUBMITTED'],
      to: 'APPROVED',
      by: [company],
      articles: [38],
      duties: ['38.1', '38.2'],
      reason: 'OPTIONAL',
      guards: [...entitled, capabilityIsOffered, appIsTested],
      notBy: ['submit'],
      tells: ['OWNER'],
      ends: ['decide'],
    },
    reject: {
      label: '不批准',
      effect: '本次申请结束，可按理由修改后重新申请。',
      from: ['SUBMITTED'],
      to: 'REJECTED',
      by: [company],
      articles: [38],
      duties: ['38.2'],
      reason: 'REQUIRED',
      negative: true,
      notBy: ['submit'],
      tells: ['OWNER'],
      ends: ['decide'],
    },
    provision: {
      label: '开通',
      effect: '发放凭证；密钥只在这一次的回复中出现，系统只存它的摘要。',
      from: ['APPROVED'],
      to: 'PROVISIONED',
      by: [provisioner],
      articles: [8, 38],
      duties: ['38.1', '38.2', '8.2'],
      fields: {
        dailyQuota: {
          kind: 'integer',
          label: '每日限额',
          hint: '不填则取预计日调用量，但不超过该能力的限额',
          min: 1,
          max: 100_000_000,
          unit: '次',
          optional: true,
        },
      },
      guards: [...entitled, capabilityIsOffered, appIsTested, insideQuota],
      tells: ['OWNER'],
      starts: [
        {
          name: 'validity',
          title: '凭证到期',
          articles: [38],
          owedBy: 'OWNER',
          until: endOfValidity,
          action: 'expire',
        },
        {
          name: 'expiryReminder',
          title: '凭证即将到期',
          articles: [38],
          owedBy: 'OWNER',
          parameter: 'credential.expiry_reminder_days',
          before: (request) => request.validUntil as string,
        },
      ],
    },
    reissue: {
      label: '换发密钥',
      effect: '新密钥只在这一次的回复中出现；旧密钥再用一段时间后失效，再前一把立即失效；限额和期限不变。',
      from: ['PROVISIONED'],
      to: 'PROVISIONED',
      by: keepers,
      articles: [38],
      duties: ['38.2'],
      reason: 'OPTIONAL',
      fields: {
        overlapHours: {
          kind: 'integer',
          label: '旧密钥继续可用的小时数',
          hint: '不填则取规则参数；密钥可能泄露时填 0，旧密钥和凭它取得的令牌立即失效',
          min: 0,
          max: 720,
          unit: '小时',
          optional: true,
        },
      },
      guards: [...entitled],
      tells: ['OWNER'],
    },
    suspend: {
      label: '暂停',
      effect: '凭证立即停用，可以恢复。',
      from: ['PROVISIONED'],
      to: 'SUSPENDED',
      by: [provisioner, system],
      articles: [38, 70],
      duties: ['38.2'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER'],
    },
    resume: {
      label: '恢复',
      effect: '凭证在原限额和期限内恢复使用；随单位暂停的，单位恢复时自动恢复。',
      from: ['SUSPENDED'],
      to: 'PROVISIONED',
      by: [provisioner, system],
      articles: [38],
      duties: ['38.1', '38.2'],
      reason: 'REQUIRED',
      guards: [...entitled],
      tells: ['OWNER'],
    },
    revoke: {
      label: '撤销',
      effect: '凭证立即作废且不可恢复。',
      from: ['PROVISIONED', 'SUSPENDED'],
      to: 'REVOKED',
      by: [provisioner, system],
      articles: [38, 70],
      duties: ['38.2', '8.2'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER'],
    },
    expire: {
      label: '到期',
      effect: '期限届满或协议终止，凭证自动失效。',
      from: ['PROVISIONED', 'SUSPENDED'],
      to: 'EXPIRED',
      by: [system],
      articles: [38],
      duties: ['38.2', '8.2'],
      tells: ['OWNER', 'PROJECT_COMPANY'],
    },
    hearOfDeprecation: {
      label: '能力不再推荐',
      effect: '所用的能力已公告为不再推荐；凭证照常使用到期满或能力撤下，请按公告迁移。',
      from: ['SUBMITTED', 'APPROVED', 'PROVISIONED', 'SUSPENDED'],
      to: null,
      by: [system],
      articles: [18, 19],
      duties: ['18.1'],
      tells: ['OWNER'],
    },
    lapse: {
      label: '失效',
      effect: '申请单位已退出或资格终止，或者能力已撤下，申请随之结束。',
      from: ['SUBMITTED', 'APPROVED'],
      to: 'WITHDRAWN',
      by: [system],
      articles: [7, 38],
      duties: ['7.3'],
      tells: ['OWNER'],
    },
  },
});
