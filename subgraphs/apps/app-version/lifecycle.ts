import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { APP_FEATURES, BASIC_FUNCTION_STATES, TERMINALS } from '../choices.ts';
import { withoutPurpose } from '../field-purposes.ts';
import { mayProvide, PROVIDERS, type Provider } from '../provider.ts';
import { itemsAnswered, LISTING_DEMANDS, type ListingFacts, needsConfirmation } from './demands.ts';
import { itemAnswer } from './item-answers.ts';

export interface AppVersionFacts extends ListingFacts {
  provider: Provider;
}

type VersionGuard = Guard<AppVersionFacts>;

const VERSION = /^\d{1,4}\.\d{1,4}\.\d{1,4}$/;
const DIGEST = /^[0-9a-f]{64}$/;

const configuration = {
  releaseNotes: {
    kind: 'text',
    label: '版本说明',
    hint: '这一版有什么、改了什么',
    max: 2000,
    multiline: true,
  },
  features: {
    kind: 'choices',
    label: '所含功能',
    hint: '登录和推送须使用底座的能力',
    enumName: 'AppFeature',
    options: APP_FEATURES,
    optional: true,
  },
  pricing: {
    kind: 'text',
    label: '收费方式',
    hint: '不收费的不填；公共服务应用不能收费',
    max: 500,
    multiline: true,
    optional: true,
  },
  statutoryFeeBasis: {
    kind: 'text',
    label: '法定收费的依据',
    hint: '公共服务代收法定费用的，写明依据的文件',
    max: 200,
    optional: true,
  },
  fieldPurposes: {
    kind: 'texts',
    label: '收集的个人信息字段和用途',
    hint: '每行一项，写作“字段：用途”，例如 idNumber：核对参保身份；收集的须在上架之前公布个人信息告知书，不收集的不填',
    max: 150,
    maxItems: 100,
    optional: true,
  },
  checkId: {
    kind: 'reference',
    label: '规范检查',
    hint: '接口描述、库表定义或页面清单的检查，上架之前须已通过',
    of: 'standardChecks',
    optional: true,
  },
  baseConnection: {
    kind: 'text',
    label: '底座连接',
    hint: '接口地址、库表清单或页面地址；市场化应用须经项目公司核验',
    max: 500,
    multiline: true,
    optional: true,
  },
  exchangeCatalogueNumber: {
    kind: 'text',
    label: '数据共享交换平台目录编号',
    hint: '公共服务以接口或数据库接入的必填',
    max: 60,
    optional: true,
  },
  exchangeMountedOn: { kind: 'date', label: '挂载日期', optional: true },
  unifiedIdentity: {
    kind: 'choice',
    label: '统一身份改造',
    hint: '公共服务页面应用必填',
    enumName: 'BasicFunctionState',
    options: BASIC_FUNCTION_STATES,
    optional: true,
  },
  unifiedPayment: {
    kind: 'choice',
    label: '统一支付改造',
    hint: '公共服务页面应用必填',
    enumName: 'BasicFunctionState',
    options: BASIC_FUNCTION_STATES,
    optional: true,
  },
  basicFunctionNote: {
    kind: 'text',
    label: '改造的测试结果或不适用的理由',
    max: 1000,
    multiline: true,
    optional: true,
  },
} as const satisfies Fields;

const buildDigest = {
  kind: 'text',
  label: '构建摘要',
  hint: '构建文件的 SHA-256，64 位小写十六进制；测试和上架须是同一个构建',
  max: 64,
} as const;

const numberWellFormed: Guard = ({ input }) =>
  input && !VERSION.test(input.versionText as string)
    ? refuse('VALIDATION', {
        details: [{ path: 'versionText', message: '版本号：应为三段数字，例如 1.0.0' }],
      })
    : null;

const digestWellFormed: Guard = ({ input }) =>
  input && !DIGEST.test(input.buildDigest as string)
    ? refuse('VALIDATION', {
        details: [{ path: 'buildDigest', message: '构建摘要：应为 64 位小写十六进制' }],
      })
    : null;

const appIsThere: VersionGuard = ({ facts, record, input }) => {
  if (facts.app || (!record && !input)) return null;
  return refuse('VALIDATION', { details: [{ path: 'appId', message: '应用：没有这个应用' }] });
};

/** Article 26: the provider acts for its app, and article 20 lets the company do so where it builds the access. */
const actsForProvider: VersionGuard = ({ facts: { app }, viewer }) => {
  if (!app) return null;
  if (viewer.party !== 'PROJECT_COMPANY')
    return app.organizationId === viewer.organizationId
      ? null
      : refuse('FORBIDDEN_ROLE', {
          message: '应用由它的提供方办理，本单位不是这个应用的提供方。',
          articles: [26],
          remedy: '请由应用的责任单位办理。',
        });
  return app.serviceClass === 'PUBLIC' && app.accessMode !== 'MOBILE_PAGE'
    ? null
    : refuse('FORBIDDEN_ROLE', {
        message: '这个应用由提供方自己开发和提交，项目公司不能代办。',
        articles: [20, 26],
        remedy: '请由应用的责任单位办理。',
      });
};

/** Article 20, duty 20.1: what consumes public data by interface or database is built by the company. */
const isDeveloper: VersionGuard = ({ facts: { app }, viewer }) =>
  app &&
  app.serviceClass === 'PUBLIC' &&
  app.accessMode !== 'MOBILE_PAGE' &&
  viewer.party !== 'PROJECT_COMPANY'
    ? refuse('FORBIDDEN_ROLE', {
        message: '公共服务以接口或数据库接入的，版本由项目公司开发和送测，提供方负责提交上架。',
        articles: [20],
        remedy: '请联系项目公司；由提供方自己开发的，接入方式应为移动端页面。',
      })
    : null;

const entitled: VersionGuard = ({ facts: { app, provider }, today }) =>
  app ? mayProvide(provider, app, today) : null;

const domainsChosen: VersionGuard = ({ facts }) =>
  facts.app!.domains?.length
    ? null
    : refuse('VALIDATION', {
        articles: [2],
        details: [{ path: 'domains', message: '服务领域：请先在应用资料中至少选择一项' }],
      });

const everyFieldHasPurpose: Guard = ({ input }) => {
  const fields = withoutPurpose((input?.fieldPurposes as string[] | null | undefined) ?? []);
  return fields.length === 0
    ? null
    : refuse('PURPOSE_EXCEEDED', {
        details: fields.map((field) => ({ path: 'fieldPurposes', message: `${field}：没有写明用途` })),
      });
};

/** Article 26, duty 26.3: a public app sells nothing; a fee that the law sets is no sale. */
const sellsByClass: VersionGuard = ({ facts: { app }, input }) => {
  if (!input) return null;
  if (app!.serviceClass === 'PUBLIC')
    return input.pricing === null ? null : refuse('COMMERCIAL_USE_OF_PUBLIC_APP');
  return input.statutoryFeeBasis === null
    ? null
    : refuse('VALIDATION', {
        details: [{ path: 'statutoryFeeBasis', message: '法定收费的依据：只用于公共服务应用' }],
      });
};

/** Only items of the check that the version names are answered, each in a form that can be read. */
const answersFit: VersionGuard = ({ facts: { check }, input }) => {
  if (!input) return null;
  const known = check?.handItems ?? [];
  const faults = (input.answers as string[]).flatMap((line) => {
    const answer = itemAnswer(line);
    if ('fault' in answer) return [answer.fault];
    return known.includes(answer.item) ? [] : [`${answer.item}：不是这份规范检查留给审核人员的检查项`];
  });
  return faults.length === 0
    ? null
    : refuse('VALIDATION', { details: faults.map((message) => ({ path: 'answers', message })) });
};

const connectionGiven: Guard = ({ record }) =>
  record!.baseConnection === null ? refuse('BASE_CONNECTION_REQUIRED') : null;

const companyDecides: VersionGuard = (given) =>
  needsConfirmation(given)
    ? refuse('APPROVAL_REQUIRED', {
        message: '公共服务应用上架须由管理单位终审。',
        articles: [27],
        remedy: '请用“报请终审”把审核结论交管理单位。',
      })
    : null;

const managementDecides: VersionGuard = (given) =>
  needsConfirmation(given)
    ? null
    : refuse('ILLEGAL_TRANSITION', {
        message: '这个应用无须管理单位终审。',
        articles: [27],
        remedy: '请直接批准上架或退回修改。',
      });

const builder = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'DEVELOPER'] } as const;
const developers = [...PROVIDERS, builder] as const;
const tester = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'TESTER'] } as const;
const reviewer = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'REVIEWER'] } as const;
const approver = { party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER'] } as const;
const system = { party: 'SYSTEM' } as const;
const OPEN = ['DRAFT', 'CONFIGURED', 'TESTING', 'TESTED', 'IN_REVIEW', 'PENDING_CONFIRMATION'] as const;
const MADE_BY = ['draft', 'configure', 'submitTest', 'submitListing'] as const;
const decidable = [appIsThere, entitled, ...LISTING_DEMANDS] as const;

/** 应用版本: tested by the company as built, reviewed by others than its makers, listed as tested (articles 27, 38 and 39). */
export const appVersionLifecycle = lifecycle({
  noun: 'AppVersion',
  label: '应用版本',
  description:
    '应用的一个版本：配置、送测、上架审核。测试由项目公司做，上架的须是通过测试的那个构建；新版本上架之前旧版本照常在架。',
  articles: [18, 20, 26, 27, 38, 39, 57, 71],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  states: {
    DRAFT: { label: '草稿', tone: 'NEUTRAL', awaits: 'OWNER' },
    CONFIGURED: { label: '已配置', tone: 'NEUTRAL', awaits: 'OWNER' },
    TESTING: { label: '测试中', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    TESTED: { label: '测试通过', tone: 'GOOD', awaits: 'OWNER' },
    IN_REVIEW: { label: '审核中', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    PENDING_CONFIRMATION: { label: '待管理单位终审', tone: 'WAITING', awaits: 'MANAGEMENT_UNIT' },
    LISTED: { label: '已上架', tone: 'GOOD' },
    SUPERSEDED: { label: '已被新版本替代', tone: 'NEUTRAL', final: true },
    DELISTED: { label: '已下架', tone: 'NEUTRAL' },
    ABANDONED: { label: '已放弃', tone: 'NEUTRAL', final: true },
  },
  actions: {
    draft: {
      label: '新建',
      effect: '建立版本草稿；在架的版本不受影响。',
      from: null,
      to: 'DRAFT',
      by: developers,
      articles: [26, 38],
      duties: ['26.1', '38.1', '20.1'],
      fields: {
        appId: { kind: 'reference', label: '应用', of: 'apps' },
        versionText: { kind: 'text', label: '版本号', hint: '例如 1.0.0', max: 16 },
      },
      guards: [numberWellFormed, appIsThere, actsForProvider, isDeveloper, entitled],
    },
    configure: {
      label: '配置',
      effect: '保存配置；改动之后须重新测试，连接须重新核验。',
      from: ['DRAFT', 'CONFIGURED', 'TESTED'],
      to: 'CONFIGURED',
      by: developers,
      articles: [2, 20, 26, 38, 71],
      duties: ['38.3', '2.2', '20.1', '20.2', '26.3', '71.3'],
      fields: configuration,
      guards: [actsForProvider, isDeveloper, entitled, domainsChosen, everyFieldHasPurpose, sellsByClass],
    },
    submitTest: {
      label: '送测',
      effect: '交项目公司测试；结论只对这一个构建有效。',
      from: ['CONFIGURED'],
      to: 'TESTING',
      by: developers,
      articles: [38],
      duties: ['38.3', '38.1'],
      fields: { buildDigest },
      guards: [digestWellFormed, actsForProvider, isDeveloper, entitled],
      tells: ['PROJECT_COMPANY'],
    },
    verifyConnection: {
      label: '核验连接',
      effect: '记录底座连接已经核验。',
      from: ['TESTING', 'TESTED'],
      to: null,
      by: [tester],
      articles: [38],
      duties: ['38.4'],
      guards: [connectionGiven],
      notBy: ['draft', 'configure'],
      tells: ['OWNER'],
    },
    passTest: {
      label: '测试通过',
      effect: '这个构建可以提交上架。',
      from: ['TESTING'],
      to: 'TESTED',
      by: [tester],
      articles: [38],
      duties: ['38.3'],
      fields: { testNote: { kind: 'text', label: '测试结论', max: 1000, multiline: true } },
      documents: { APP_TEST_REPORT: 'REQUIRED', OTHER: 'OPTIONAL' },
      notBy: ['draft', 'configure', 'submitTest'],
      tells: ['OWNER'],
    },
    failTest: {
      label: '测试不通过',
      effect: '退回修改，改好之后重新送测。',
      from: ['TESTING'],
      to: 'CONFIGURED',
      by: [tester],
      articles: [38],
      duties: ['38.3'],
      reason: 'REQUIRED',
      documents: { APP_TEST_REPORT: 'OPTIONAL', OTHER: 'OPTIONAL' },
      negative: true,
      notBy: ['draft', 'configure', 'submitTest'],
      tells: ['OWNER'],
    },
    submitListing: {
      label: '提交上架',
      effect: '交项目公司审核；审核通过后在所选终端上架。',
      from: ['CONFIGURED', 'TESTING', 'TESTED', 'DELISTED'],
      to: 'IN_REVIEW',
      by: developers,
      articles: [2, 18, 19, 20, 26, 27, 37, 38, 57, 71],
      duties: ['38.3', '38.4', '2.4', '18.2', '19.3', '37', '20.1', '20.2', '21.2', '26.1', '57', '71.2'],
      fields: {
        buildDigest,
        terminals: {
          kind: 'choices',
          label: '发布终端',
          hint: '按现行规则至少选一项',
          enumName: 'TerminalKind',
          options: TERMINALS,
          optional: true,
        },
        terminalNote: { kind: 'text', label: '其他终端的说明', max: 100, optional: true },
      },
      guards: [actsForProvider, ...decidable],
      tells: ['PROJECT_COMPANY'],
      starts: [
        {
          name: 'review',
          title: '审核应用上架',
          articles: [27, 39],
          owedBy: 'PROJECT_COMPANY',
          parameter: 'listing.review_reminder_working_days',
        },
      ],
    },
    answerItems: {
      label: '回答检查项',
      effect: '记下程序检查不到的检查项的结果；必须级的全部通过或不适用，才能批准上架。',
      from: ['IN_REVIEW'],
      to: null,
      by: [reviewer],
      articles: [19, 21, 37],
      duties: ['19.3', '21.2', '37'],
      fields: {
        answers: {
          kind: 'texts',
          label: '检查项的结果',
          hint: '每行一项，例如“UI-004：通过”；不通过和不适用的写明理由，例如“UI-010：不适用，没有不可逆的操作”',
          max: 300,
          maxItems: 200,
        },
      },
      guards: [answersFit],
      notBy: MADE_BY,
    },
    approve: {
      label: '批准上架',
      effect: '版本立即上架；原在架版本由它替代。',
      from: ['IN_REVIEW'],
      to: 'LISTED',
      by: [reviewer],
      articles: [27, 38, 39],
      duties: ['27.1', '39.1', '38.3'],
      reason: 'OPTIONAL',
      guards: [...decidable, companyDecides, itemsAnswered],
      notBy: MADE_BY,
      tells: ['OWNER'],
      ends: ['review'],
    },
    submitConfirmation: {
      label: '报请终审',
      effect: '审核通过，交管理单位终审；终审之前不上架。',
      from: ['IN_REVIEW'],
      to: 'PENDING_CONFIRMATION',
      by: [reviewer],
      articles: [27],
      duties: ['27.1'],
      reason: 'OPTIONAL',
      guards: [...decidable, managementDecides, itemsAnswered],
      notBy: MADE_BY,
      tells: ['MANAGEMENT_UNIT', 'OWNER'],
      ends: ['review'],
    },
    confirm: {
      label: '终审同意上架',
      effect: '版本立即上架；原在架版本由它替代。',
      from: ['PENDING_CONFIRMATION'],
      to: 'LISTED',
      by: [approver],
      articles: [3, 27],
      duties: ['27.1'],
      reason: 'OPTIONAL',
      guards: decidable,
      notBy: [...MADE_BY, 'submitConfirmation'],
      tells: ['OWNER', 'PROJECT_COMPANY'],
    },
    refuseConfirmation: {
      label: '终审退回',
      effect: '退回项目公司重新审核。',
      from: ['PENDING_CONFIRMATION'],
      to: 'IN_REVIEW',
      by: [approver],
      articles: [3, 27],
      duties: ['27.1'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER', 'PROJECT_COMPANY'],
    },
    return: {
      label: '退回修改',
      effect: '不上架；按所列条目修改后可再次提交。',
      from: ['IN_REVIEW'],
      to: 'CONFIGURED',
      by: [reviewer],
      articles: [27, 39],
      duties: ['27.1', '39.1'],
      fields: {
        failedItems: {
          kind: 'texts',
          label: '没有通过的条目',
          hint: '每行一项，可写检查项编号',
          max: 150,
          maxItems: 50,
        },
      },
      reason: 'REQUIRED',
      negative: true,
      notBy: MADE_BY,
      tells: ['OWNER'],
      ends: ['review'],
    },
    abandon: {
      label: '放弃',
      effect: '不再办理这个版本；在架的版本不受影响。',
      from: OPEN,
      to: 'ABANDONED',
      by: [...PROVIDERS, system],
      articles: [26],
      duties: ['26.1'],
      reason: 'OPTIONAL',
      negative: true,
    },
    supersede: {
      label: '被替代',
      effect: '新版本上架，这个版本不再在架。',
      from: ['LISTED'],
      to: 'SUPERSEDED',
      by: [system],
      articles: [26, 38],
      duties: ['38.3'],
    },
    flagNonConforming: {
      label: '标为须重新检查',
      effect: '所依据的标准版本过渡期满；请按现行版重新检查并提交新版本。',
      from: ['LISTED'],
      to: null,
      by: [system],
      articles: [19, 37],
      duties: ['19.3'],
      negative: true,
      tells: ['OWNER', 'PROJECT_COMPANY'],
    },
    delist: {
      label: '下架',
      effect: '应用下架，这个版本不再在架。',
      from: ['LISTED'],
      to: 'DELISTED',
      by: [system],
      articles: [23, 26, 39],
      duties: ['23.3', '39.2'],
    },
    restore: {
      label: '恢复上架',
      effect: '整改核验通过，这个版本恢复在架。',
      from: ['DELISTED'],
      to: 'LISTED',
      by: [system],
      articles: [73],
      duties: [],
    },
  },
});
