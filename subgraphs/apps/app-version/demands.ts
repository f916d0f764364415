import type { Guard, GuardCase, Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { type Refusal, type RefusalDetail, refuse } from '@zgt/runtime/refusal.ts';
import { notAllowed } from '@zgt/schema/measure/algorithms.ts';
import type { RuleParameterName } from '@zgt/schema/measure/parameters.ts';
import type { AppFacts, CheckFacts } from '../app/facts.ts';
import { isNotified, openVulnerabilities, overdueAssessment, usedAlgorithms } from '../app/safety.ts';
import { type AccessMode, CAPABILITY_CATEGORIES, CHECK_SUBJECTS, type CheckSubject } from '../choices.ts';
import type { ItemAnswer } from '../tables.ts';

/** What a version is judged by besides itself: its app, and what the rule parameters demand of a listing. */
export interface ListingFacts {
  app: AppFacts | null;
  /** The check against the standards that it names. */
  check: CheckFacts | null;
  parameters: Readonly<Record<RuleParameterName, number | boolean | string>>;
}

type Demand<F extends ListingFacts = ListingFacts> = Guard<F>;

const isFilled = (values: unknown): boolean => Array.isArray(values) && values.length > 0;

function charges(record: Row): boolean {
  return record.pricing !== null || record.statutoryFeeBasis !== null;
}

/** Article 38, duty 38.3: what is listed is the very build that the company has passed. */
export const isTested: Demand = ({ record, input }) => {
  if (record!.testedDigest === null) return refuse('TEST_NOT_PASSED');
  return input && 'buildDigest' in input && input.buildDigest !== record!.testedDigest
    ? refuse('TEST_NOT_PASSED', {
        details: [{ path: 'buildDigest', message: `通过测试的构建摘要是 ${record!.testedDigest}` }],
      })
    : null;
};

/** Articles 2 and 38: a listing says for which industry and on which terminals, while the parameters ask for it. */
export const saysWhere: Demand = ({ facts: { app, parameters }, record, input }) => {
  const terminals = input && 'terminals' in input ? input.terminals : record!.terminals;
  const note = input && 'terminalNote' in input ? input.terminalNote : record!.terminalNote;
  const asksTerminals = parameters['listing.terminals_required'] === true;
  const details: RefusalDetail[] = [
    ...(parameters['listing.industry_category_required'] === true && !app!.industryCategory
      ? [{ path: '', message: '行业类别：请先在应用资料中选定' }]
      : []),
    ...(input && asksTerminals && !isFilled(terminals)
      ? [{ path: 'terminals', message: '发布终端：至少选择一项' }]
      : []),
    ...(input && isFilled(terminals) && (terminals as string[]).includes('OTHER') && !note
      ? [{ path: 'terminalNote', message: '其他终端：请写明是什么终端' }]
      : []),
  ];
  return details.length > 0 ? refuse('VALIDATION', { details }) : null;
};

/** Article 57: whoever provides an app has said how it is run. */
export const hasOpsProfile: Demand = ({ facts }) =>
  facts.app!.hasOpsProfile ? null : refuse('OPS_PROFILE_MISSING');

/** Article 20: public services by interface or database draw on resources mounted on the exchange platform. */
export const isMounted: Demand = ({ facts: { app }, record }) => {
  if (app!.serviceClass !== 'PUBLIC' || app!.accessMode === 'MOBILE_PAGE') return null;
  return record!.exchangeCatalogueNumber !== null && record!.exchangeMountedOn !== null
    ? null
    : refuse('EXCHANGE_MOUNT_REQUIRED');
};

/** Article 38, duty 38.4: a market app is connected to the base, and the company has verified it. */
export const isConnected: Demand = ({ facts, record }) => {
  if (facts.app!.serviceClass !== 'MARKET' || record!.connectionVerifiedAt !== null) return null;
  const message = record!.baseConnection === null ? '还没有填写底座连接' : '底座连接还没有经项目公司核验';
  return refuse('BASE_CONNECTION_REQUIRED', { details: [{ path: '', message }] });
};

const CHECKED_BY: Record<AccessMode, readonly CheckSubject[]> = {
  API: ['OPENAPI', 'GRAPHQL_SDL'],
  DATABASE: ['TABLE_DDL', 'TABLE_CSV'],
  MOBILE_PAGE: ['PAGE_MANIFEST'],
};

/**
 * Article 19, duty 19.3, and article 37 (duty 37) for market apps: nothing is listed whose description has not passed
 * the check; of a public page article 21 says so too (duty 21.2). The check is of whoever provides or builds the app.
 */
export const meetsStandards: Demand = ({ facts: { app, check, parameters }, record }) => {
  const isPublic = app!.serviceClass === 'PUBLIC';
  // Article 37 knows no waiver; for public services the parameter says whether the standards are refused by.
  if (isPublic && parameters['standards.public_and_refuse'] !== true) return null;
  const wanted = CHECKED_BY[app!.accessMode];
  const fault =
    record!.checkId === null
      ? `还没有注明规范检查；须是：${wanted.map((kind) => CHECK_SUBJECTS[kind]).join('、')}`
      : !check
        ? '所注明的规范检查不存在，或不是提供方或开发方的'
        : !wanted.includes(check.subjectKind)
          ? `所注明的是${CHECK_SUBJECTS[check.subjectKind]}，与应用的接入方式不符`
          : check.state !== 'PASSED'
            ? '所注明的规范检查没有通过'
            : check.outdated.length > 0
              ? `所注明的规范检查依据的${check.outdated.join('、')}已不再施行，请按现行版重新检查`
              : null;
  return fault === null ? null : notMet(app!, [fault]);
};

function notMet({ serviceClass, accessMode }: AppFacts, faults: readonly string[]): Refusal {
  const pageArticles = accessMode === 'MOBILE_PAGE' ? [19, 21] : [19];
  return refuse('STANDARD_NOT_MET', {
    articles: serviceClass === 'PUBLIC' ? pageArticles : [37],
    details: faults.map((message) => ({ path: '', message })),
  });
}

/**
 * Article 19, duty 19.3: what no program judges a reviewer answers, and every mandatory item has passed or does not
 * apply before anything is listed; for pages that is what article 21 asks of safety and experience (duty 21.2).
 */
export const itemsAnswered: Demand = ({ facts: { app, check, parameters }, record }) => {
  if (app!.serviceClass === 'PUBLIC' && parameters['standards.public_and_refuse'] !== true) return null;
  const given = (record!.itemAnswers as { list: readonly ItemAnswer[] } | null)?.list ?? [];
  const answers = new Map(given.map((answer) => [answer.item, answer]));
  const faults = (check?.mandatoryItems ?? []).flatMap((item) => {
    const answer = answers.get(item);
    if (!answer) return [`${item}：必须级检查项还没有回答`];
    return answer.result === 'FAIL' ? [`${item}：不通过，${answer.note}`] : [];
  });
  return faults.length === 0 ? null : notMet(app!, faults);
};

/** Article 20, duty 20.2: a public page has adapted identity and payment, or says why that does not apply. */
export const isAdapted: Demand = ({ facts: { app }, record }) => {
  if (app!.serviceClass !== 'PUBLIC' || app!.accessMode !== 'MOBILE_PAGE') return null;
  const version = record!;
  const signsIn = isFilled(version.features) && (version.features as string[]).includes('SIGN_IN');
  const fault = (label: string, state: unknown, needed: boolean): RefusalDetail[] => {
    if (state === null) return [{ path: '', message: `${label}：还没有填写` }];
    if (state === 'NOT_APPLICABLE' && needed)
      return [{ path: '', message: `${label}：应用用到它，须改造完成` }];
    return version.basicFunctionNote === null
      ? [{ path: '', message: `${label}：请写明测试结果或不适用的理由` }]
      : [];
  };
  const details = [
    ...fault('统一身份', version.unifiedIdentity, signsIn),
    ...fault('统一支付', version.unifiedPayment, charges(version)),
  ];
  return details.length > 0 ? refuse('BASIC_FUNCTION_INCOMPLETE', { details }) : null;
};

/** Article 18, duty 18.2: what the base gives is used and not built again. */
export const usesBase: Demand = ({ facts: { app }, record }) => {
  const features = (record!.features ?? []) as string[];
  const needed = [
    ...(features.includes('SIGN_IN') ? (['IDENTITY'] as const) : []),
    ...(charges(record!) ? (['PAYMENT'] as const) : []),
    ...(features.includes('PUSH') ? (['MESSAGE'] as const) : []),
  ];
  const missing = needed.filter((category) => !app!.boundCategories.includes(category));
  return missing.length === 0
    ? null
    : refuse('BASE_CAPABILITY_NOT_USED', {
        details: missing.map((category) => ({
          path: '',
          message: `缺少已获准的底座能力：${CAPABILITY_CATEGORIES[category]}（${category}）`,
        })),
      });
};

/** An app that is being delisted, was forced off or has ended takes no new listing. */
export const takesListing: Demand = ({ facts: { app } }): Refusal | null => {
  switch (app!.state) {
    case 'FORCED_DELISTED':
    case 'RETIRED':
      return refuse('SAFETY_REVIEW_REQUIRED', {
        message:
          app!.state === 'RETIRED'
            ? '应用已终止，不能再上架。'
            : '应用已强制下架，整改核验通过之前不能上架新版本。',
        articles: [26, 73],
      });
    case 'SUSPENDED':
      return refuse('ILLEGAL_TRANSITION', {
        message: '应用随提供方暂停，不能上架新版本。',
        articles: [38],
        remedy: '请在资格和授权协议恢复、应用重新公开之后再办。',
      });
    case 'DELISTING':
      return refuse('ILLEGAL_TRANSITION', {
        message: '应用正在公告下架，不能上架新版本。',
        articles: [39],
        remedy: '请先撤回下架申请，或在下架完成之后重新上架。',
      });
    default:
      return null;
  }
};

/** Article 73, duty 73.2: an app that is not listed comes back with its vulnerabilities mended, while the parameter says so. */
export const isMended: Demand = ({ facts: { app, parameters } }) => {
  const open =
    app!.state === 'DELISTED' && parameters['relisting.safety_review'] === true
      ? openVulnerabilities(app!.safety)
      : [];
  return open.length === 0
    ? null
    : refuse('SAFETY_REVIEW_REQUIRED', {
        details: open.map((number) => ({ path: '', message: `安全漏洞 ${number} 还没有复核通过` })),
      });
};

/** Article 67: an app whose assessment is overdue takes no new version, while the parameter says so. */
export const isAssessed: Demand = ({ facts: { app, parameters }, today }) => {
  const dueOn =
    parameters['risk_assessment.block_new_versions'] === true ? overdueAssessment(app!.safety, today) : null;
  return dueOn === null
    ? null
    : refuse('RISK_ASSESSMENT_OVERDUE', {
        details: [{ path: '', message: `风险评估：应在 ${dueOn} 之前完成` }],
      });
};

/** Article 68, duty 68.4: public apps, and market apps where the parameter says so, use allowed algorithms only. */
export const isSoundlyEncrypted: Demand = ({ facts: { app, parameters } }) => {
  const rule =
    parameters[app!.serviceClass === 'PUBLIC' ? 'crypto.public_algorithm' : 'crypto.market_algorithm'];
  const refused =
    rule === 'BLOCK'
      ? notAllowed(usedAlgorithms(app!.safety), parameters['crypto.allowed_algorithms'] as string)
      : [];
  return refused.length === 0
    ? null
    : refuse('ALGORITHM_NOT_ALLOWED', {
        details: refused.map((name) => ({ path: '', message: `${name} 不在允许的清单内` })),
      });
};

/** Article 71, duty 71.2: who collects personal data says so in public first; of market apps by the draft's option. */
export const hasPrivacyNotice: Demand = ({ facts: { app, parameters }, record }) => {
  const applies = app!.serviceClass === 'PUBLIC' || parameters['privacy.apply_to_providers'] === true;
  return applies && isFilled(record!.fieldPurposes) && !isNotified(app!.safety)
    ? refuse('PRIVACY_NOTICE_MISSING')
    : null;
};

/** What every listing has to satisfy, when it is submitted and again when it is decided. */
export const LISTING_DEMANDS = [
  takesListing,
  isMended,
  isAssessed,
  isSoundlyEncrypted,
  isTested,
  saysWhere,
  hasOpsProfile,
  hasPrivacyNotice,
  meetsStandards,
  isMounted,
  isConnected,
  isAdapted,
  usesBase,
] as const;

/** Article 27: whether the management unit has the last word on this public app. */
export function needsConfirmation({ facts: { app, parameters } }: GuardCase<ListingFacts>): boolean {
  return app!.serviceClass === 'PUBLIC' && parameters['listing.public.final_approver'] === 'MANAGEMENT_UNIT';
}
