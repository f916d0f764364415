import { type Guard, lifecycle, type Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import type { AppFacts } from '../app/facts.ts';
import { openVulnerabilities } from '../app/safety.ts';
import { FORCED_DELISTING_GROUNDS } from '../choices.ts';
import { mayProvide, PROVIDERS, type Provider } from '../provider.ts';

export interface ForcedDelistingFacts {
  app: AppFacts | null;
  provider: Provider;
  /** Whether what was taken off for safety comes back only after a review (article 73). */
  reviewsSafety: boolean;
}

type ForcedGuard = Guard<ForcedDelistingFacts>;

const LISTED: readonly string[] = ['LISTED', 'DELISTING', 'SUSPENDED'];
const SOLD: readonly string[] = ['PUBLIC_OPERATION', 'COMMERCIAL_USE'];
const SAFETY: readonly string[] = ['SECURITY_EVENT', 'VULNERABILITY'];

const appIsListed: ForcedGuard = ({ facts: { app }, record, input }) => {
  if (!record && !input) return null;
  if (app && LISTED.includes(app.state)) return null;
  return refuse('VALIDATION', {
    details: [{ path: record ? '' : 'appId', message: app ? '应用：不在架' : '应用：没有这个应用' }],
  });
};

const groundFitsClass: ForcedGuard = ({ facts: { app }, input }) => {
  if (!app || !input) return null;
  const wrong =
    app.serviceClass === 'PUBLIC'
      ? input.ground === 'MARKET_OPERATION'
      : SOLD.includes(input.ground as string);
  return wrong
    ? refuse('VALIDATION', {
        details: [{ path: 'ground', message: '事由：与应用的服务类别不符' }],
      })
    : null;
};

/** Articles 28, 41 and 63: what happened is kept before anything is taken away. */
const evidenceIsKept: Guard = ({ record }) =>
  record!.state === 'EVIDENCE_KEPT' ? null : refuse('EVIDENCE_REQUIRED', { articles: [28, 41, 63] });

/** Article 73: nothing comes back with a vulnerability that is not verified as mended, while the parameter says so. */
const hasNoOpenVulnerability: ForcedGuard = ({ facts: { app, reviewsSafety } }) => {
  const open = reviewsSafety ? openVulnerabilities(app?.safety ?? []) : [];
  return open.length === 0
    ? null
    : refuse('SAFETY_REVIEW_REQUIRED', {
        details: open.map((number) => ({ path: '', message: `安全漏洞 ${number} 还没有复核通过` })),
      });
};

/** Article 31 always asks for it, article 73 while the parameter says so. */
const isVerified: ForcedGuard = ({ record, facts: { reviewsSafety } }) =>
  record!.state === 'VERIFIED' || (!reviewsSafety && SAFETY.includes(record!.ground as string))
    ? null
    : refuse('SAFETY_REVIEW_REQUIRED', { articles: [31, 73] });

/** Articles 7 and 38: back in the catalogue comes only the app of a provider that may provide. */
const providerMay: ForcedGuard = ({ facts: { app, provider }, today }) =>
  app ? mayProvide(provider, app, today) : null;

const isPublic = (record: Row): boolean => record.serviceClass === 'PUBLIC';

/** Article 28: the company may act on a public app at once, and the management unit says within a working day whether it stands. */
const awaitsConfirmation: Guard = ({ record }) =>
  !isPublic(record!)
    ? refuse('ILLEGAL_TRANSITION', {
        message: '市场化应用的强制下架由项目公司决定，无须管理单位确认。',
        articles: [41],
        remedy: '对处置有意见的，请直接告知项目公司。',
      })
    : record!.confirmedAt === null
      ? null
      : refuse('ILLEGAL_TRANSITION', {
          message: '这次应急下架已经确认。',
          articles: [28],
          remedy: '整改完成的，请办理核验。',
        });

const CONFIRMATION = {
  name: 'confirmation',
  title: '确认公共服务应用的应急下架',
  articles: [28],
  when: isPublic,
  owedBy: 'MANAGEMENT_UNIT',
  parameter: 'problem_case.emergency_confirm_working_days',
} as const;

const system = { party: 'SYSTEM' } as const;
const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'SECURITY'] } as const;
const verifier = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'REVIEWER', 'SECURITY'] } as const;
const supervisor = { party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER'] } as const;

/** 强制下架: evidence first, then at once, and back only after what was wrong is verified as mended. */
export const forcedDelistingLifecycle = lifecycle({
  noun: 'ForcedDelisting',
  label: '强制下架',
  description:
    '应用有违规、运营或安全问题时，项目公司先留存材料，再立即下架，不等公告期；提供方整改并经核验之后恢复上架，或者终止。',
  articles: [26, 28, 41, 45, 72, 73],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  states: {
    OPENED: { label: '已立案，待留存材料', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    EVIDENCE_KEPT: { label: '材料已留存', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    EXECUTED: { label: '已下架，待整改', tone: 'BAD', awaits: 'OWNER' },
    RECTIFYING: { label: '整改待核验', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    VERIFIED: { label: '核验通过', tone: 'GOOD', awaits: 'PROJECT_COMPANY' },
    LIFTED: { label: '已恢复上架', tone: 'GOOD', final: true },
    PERMANENT: { label: '终止，不再上架', tone: 'BAD', final: true },
    DISMISSED: { label: '不予下架', tone: 'NEUTRAL', final: true },
  },
  actions: {
    open: {
      label: '立案',
      effect: '记录问题；留存材料之后可以立即下架。',
      from: null,
      to: 'OPENED',
      by: [company],
      articles: [26, 28, 41, 45, 72, 73],
      duties: [],
      fields: {
        appId: { kind: 'reference', label: '应用', of: 'apps' },
        ground: {
          kind: 'choice',
          label: '事由',
          enumName: 'ForcedDelistingGround',
          options: FORCED_DELISTING_GROUNDS,
        },
        findings: { kind: 'text', label: '发现的问题', max: 2000, multiline: true },
      },
      guards: [appIsListed, groundFitsClass],
    },
    order: {
      label: '随问题处置下架',
      effect: '材料已在问题处置中留存；应用当即下架，不等公告期。',
      from: null,
      to: 'EXECUTED',
      by: [{ party: 'SYSTEM' }],
      articles: [28, 41],
      duties: ['28.1', '41.1'],
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
    },
    yield: {
      label: '并入问题处置',
      effect: '同一应用已由问题处置下架，这次立案结束。',
      from: ['OPENED', 'EVIDENCE_KEPT'],
      to: 'DISMISSED',
      by: [{ party: 'SYSTEM' }],
      articles: [28, 41],
      duties: [],
      negative: true,
    },
    keepEvidence: {
      label: '留存材料',
      effect: '材料附在记录上，不能删改；可以再补。',
      from: ['OPENED', 'EVIDENCE_KEPT'],
      to: 'EVIDENCE_KEPT',
      by: [company],
      articles: [28, 41, 63],
      duties: [],
      documents: { EVIDENCE: 'REQUIRED', OTHER: 'OPTIONAL' },
    },
    execute: {
      label: '立即下架',
      effect: '应用当即下架，不等公告期；提供方和管理单位同时收到通知。',
      from: ['OPENED', 'EVIDENCE_KEPT'],
      to: 'EXECUTED',
      by: [company],
      articles: [26, 28, 41, 45, 72, 73],
      duties: [],
      fields: {
        noticeText: {
          kind: 'text',
          label: '告知用户的文字',
          hint: '公开显示；写明已下架和替代办法，不写未定论的责任',
          max: 1000,
          multiline: true,
        },
      },
      guards: [evidenceIsKept, appIsListed],
      negative: true,
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
      starts: [CONFIRMATION],
    },
    orderForVulnerability: {
      label: '因漏洞下架',
      effect: '应用因安全漏洞当即下架；漏洞复核通过之后可以恢复上架。',
      from: null,
      to: 'EXECUTED',
      by: [system],
      articles: [73],
      duties: ['73.2'],
      guards: [appIsListed],
      negative: true,
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
      starts: [CONFIRMATION],
    },
    settle: {
      label: '漏洞复核通过',
      effect: '可以恢复上架。',
      from: ['EXECUTED', 'RECTIFYING'],
      to: 'VERIFIED',
      by: [system],
      articles: [73],
      duties: ['73.2'],
      tells: ['OWNER', 'PROJECT_COMPANY'],
    },
    confirm: {
      label: '确认应急下架',
      effect: '管理单位确认项目公司的应急处置；整改和恢复照常办理。',
      from: ['EXECUTED', 'RECTIFYING', 'VERIFIED'],
      to: null,
      by: [supervisor],
      articles: [28],
      duties: [],
      reason: 'OPTIONAL',
      guards: [awaitsConfirmation],
      ends: ['confirmation'],
      tells: ['OWNER', 'PROJECT_COMPANY'],
    },
    overrule: {
      label: '不予确认',
      effect: '应用和原版本立即恢复在架；理由告知项目公司和提供方。',
      from: ['EXECUTED', 'RECTIFYING', 'VERIFIED'],
      to: 'LIFTED',
      by: [supervisor],
      articles: [28],
      duties: [],
      reason: 'REQUIRED',
      guards: [awaitsConfirmation, providerMay],
      negative: true,
      tells: ['OWNER', 'PROJECT_COMPANY'],
    },
    dismiss: {
      label: '不予下架',
      effect: '经核实无须下架，立案结束。',
      from: ['OPENED', 'EVIDENCE_KEPT'],
      to: 'DISMISSED',
      by: [company],
      articles: [28, 41],
      duties: [],
      reason: 'REQUIRED',
      negative: true,
    },
    rectify: {
      label: '提交整改',
      effect: '交项目公司或管理单位核验；核验通过之前不恢复上架。',
      from: ['EXECUTED'],
      to: 'RECTIFYING',
      by: PROVIDERS,
      articles: [26, 31, 73],
      duties: [],
      fields: {
        rectification: { kind: 'text', label: '整改情况', max: 2000, multiline: true },
      },
      documents: { OTHER: 'OPTIONAL' },
      tells: ['PROJECT_COMPANY'],
    },
    verify: {
      label: '核验通过',
      effect: '可以恢复上架。',
      from: ['RECTIFYING'],
      to: 'VERIFIED',
      by: [verifier, supervisor],
      articles: [31, 73],
      duties: [],
      reason: 'OPTIONAL',
      tells: ['OWNER', 'PROJECT_COMPANY'],
    },
    rejectRectification: {
      label: '核验不通过',
      effect: '提供方继续整改，应用仍不在架。',
      from: ['RECTIFYING'],
      to: 'EXECUTED',
      by: [verifier, supervisor],
      articles: [31, 73],
      duties: [],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER'],
    },
    relist: {
      label: '恢复上架',
      effect: '应用和原版本立即恢复在架。',
      from: ['EXECUTED', 'RECTIFYING', 'VERIFIED'],
      to: 'LIFTED',
      by: [company],
      articles: [73],
      duties: ['73.2'],
      guards: [isVerified, hasNoOpenVulnerability, providerMay],
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
    },
    retire: {
      label: '终止应用',
      effect: '应用不再上架，办理中的版本随之结束；不可恢复。',
      from: ['EXECUTED', 'RECTIFYING', 'VERIFIED'],
      to: 'PERMANENT',
      by: [company],
      articles: [26, 73],
      duties: [],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
    },
  },
});
