import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { PARTIES } from '@zgt/schema/parties.ts';
import { MECHANISM_KINDS, type MechanismKind } from '../choices-supervision.ts';
import { MECHANISM_RULES, makes } from './makers.ts';

/** Articles 41, 58 and 63: a mechanism is made by those whose duty it is, and by nobody else. */
const byMaker: Guard = ({ record, input, viewer }) => {
  const kind = (record?.kind ?? input?.kind) as MechanismKind | undefined;
  if (kind === undefined || makes(kind, viewer.party)) return null;
  const { makers, articles } = MECHANISM_RULES[kind];
  const who = makers.map((maker) => PARTIES[maker].name).join('和');
  return refuse('FORBIDDEN_ROLE', {
    message: `“${MECHANISM_KINDS[kind]}”由${who}制定。`,
    articles,
    remedy: `请由${who}的人员办理。`,
  });
};

const notSignedYet: Guard = ({ record, viewer }) =>
  !record || !(record.signedBy as string[]).includes(viewer.party!)
    ? null
    : refuse('VALIDATION', { details: [{ path: '', message: '本单位已经签署过这一份' }] });

const isGuided: Guard = ({ record }) =>
  MECHANISM_RULES[record!.kind as MechanismKind].guided
    ? null
    : refuse('VALIDATION', { details: [{ path: '', message: '这一种机制不需要指导意见' }] });

const makers = (['MANAGEMENT_UNIT', 'OWNER_UNIT', 'PROJECT_COMPANY'] as const).map(
  (party) => ({ party, roles: ['HEAD', 'APPROVER', 'OPERATOR'] }) as const,
);
const management = { party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER', 'BUSINESS_OFFICE'] } as const;
const ARTICLES = [27, 28, 41, 43, 58, 61, 63] as const;
const DUTIES = ['27.3', '41.2', '43.1', '58.1', '58.2', '61.3', '63.3'] as const;

/** 机制文件: made and signed by those whose duty it is, under guidance; one of each kind is in force. */
export const mechanismDocumentLifecycle = lifecycle({
  noun: 'MechanismDocument',
  label: '机制文件',
  description:
    '办法要求建立的各项机制和制度：由应当制定的各方提交并签署，需要指导的由管理单位给出指导意见；每一种只有一份现行。',
  articles: ARTICLES,
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'PROJECT_COMPANY'],
  states: {
    DRAFT: { label: '待签署和指导', tone: 'WAITING' },
    IN_FORCE: { label: '现行', tone: 'GOOD' },
    SUPERSEDED: { label: '已被替代', tone: 'NEUTRAL', final: true },
    WITHDRAWN: { label: '已撤回', tone: 'NEUTRAL', final: true },
  },
  actions: {
    file: {
      label: '提交机制文件',
      effect: '提交即视为本单位签署；还须由其他制定方签署、由管理单位指导的，齐备之后生效。',
      from: null,
      to: 'DRAFT',
      orTo: 'IN_FORCE',
      by: makers,
      articles: ARTICLES,
      duties: DUTIES,
      fields: {
        kind: { kind: 'choice', label: '种类', enumName: 'MechanismKind', options: MECHANISM_KINDS },
        name: { kind: 'text', label: '名称', max: 120 },
        versionText: { kind: 'text', label: '版本', max: 40 },
        summary: { kind: 'text', label: '要点', max: 4000, multiline: true },
      },
      documents: { MECHANISM_DOCUMENT: 'REQUIRED', OTHER: 'OPTIONAL' },
      guards: [byMaker],
      tells: ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'PROJECT_COMPANY'],
    },
    sign: {
      label: '签署',
      effect: '本单位作为制定方签署；齐备之后生效。',
      from: ['DRAFT'],
      to: 'DRAFT',
      orTo: 'IN_FORCE',
      by: makers,
      articles: ARTICLES,
      duties: DUTIES,
      guards: [byMaker, notSignedYet],
      tells: ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'PROJECT_COMPANY'],
    },
    guide: {
      label: '给出指导意见',
      effect: '指导意见附在文件上；齐备之后生效。指导不是批准，不作否决。',
      from: ['DRAFT'],
      to: 'DRAFT',
      orTo: 'IN_FORCE',
      by: [management],
      articles: ARTICLES,
      duties: DUTIES,
      fields: { guidance: { kind: 'text', label: '指导意见', max: 4000, multiline: true } },
      guards: [isGuided],
      tells: ['OWNER_UNIT', 'PROJECT_COMPANY'],
    },
    supersede: {
      label: '被新文件替代',
      effect: '同一种类的新文件已经生效。',
      from: ['IN_FORCE'],
      to: 'SUPERSEDED',
      by: [{ party: 'SYSTEM' }],
      articles: ARTICLES,
      duties: [],
    },
    withdraw: {
      label: '撤回',
      effect: '还没有生效的文件不再办理。',
      from: ['DRAFT'],
      to: 'WITHDRAWN',
      by: makers,
      articles: ARTICLES,
      duties: [],
      guards: [byMaker],
      negative: true,
    },
  },
});
