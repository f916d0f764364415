import { type Guard, lifecycle, type Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Fields } from '@zgt/runtime/lifecycle/fields.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { PARTIES } from '@zgt/schema/parties.ts';
import type { MechanismDocumentRow } from '../tables-incidents.ts';
import { authorsOf, MECHANISM_KINDS, MECHANISMS, type MechanismAuthor, type MechanismKind } from './kinds.ts';

const mechanismOf = (record: Row | null): MechanismDocumentRow => record as MechanismDocumentRow;

const notAnAuthor = (kind: MechanismKind) =>
  refuse('FORBIDDEN_ROLE', {
    message: `${MECHANISM_KINDS[kind]}由${authorsOf(kind)
      .map((party) => PARTIES[party].name)
      .join('和')}制定。`,
    articles: MECHANISMS[kind].articles,
    remedy: '请由应当制定它的单位办理。',
  });

const isAuthor: Guard = ({ input, viewer }) => {
  if (!input) return null;
  const kind = input.kind as MechanismKind;
  return authorsOf(kind).includes(viewer.party as MechanismAuthor) ? null : notAnAuthor(kind);
};

/** Each author signs once; what has a signature is not rewritten. */
const hasToSign: Guard = ({ record, viewer }) => {
  const { kind, signedBy } = mechanismOf(record);
  if (!authorsOf(kind).includes(viewer.party as MechanismAuthor)) return notAnAuthor(kind);
  return signedBy.includes(viewer.party as string)
    ? refuse('ILLEGAL_TRANSITION', {
        message: '本单位已经签署。',
        articles: MECHANISMS[kind].articles,
        remedy: '请等其他单位签署。',
      })
    : null;
};

const authors = [
  { party: 'OWNER_UNIT', roles: ['HEAD', 'OPERATOR'] },
  { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'SECURITY'] },
] as const;
const signers = [
  { party: 'OWNER_UNIT', roles: ['HEAD'] },
  { party: 'PROJECT_COMPANY', roles: ['HEAD'] },
] as const;
const own = authors.map((author) => ({ ...author, own: true }) as const);

const content = {
  versionText: { kind: 'text', label: '版本', max: 40 },
  summary: { kind: 'text', label: '要点', hint: '职责、流程、联系人', max: 4000, multiline: true },
} as const satisfies Fields;

const ALL = [27, 41, 58, 61, 62, 63];

/** 机制文件: what the measure demands to have in writing, made by its authors under the guidance of the management unit. */
export const mechanismDocumentLifecycle = lifecycle({
  noun: 'MechanismDocument',
  label: '机制文件',
  description:
    '办法要求成文的机制：由应当制定的单位起草、签署，管理单位给出指导意见之后生效；新版生效，旧版随之废止。',
  articles: ALL,
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'PROJECT_COMPANY'],
  states: {
    DRAFT: { label: '起草中', tone: 'NEUTRAL', awaits: 'OWNER' },
    SIGNING: { label: '待其他单位签署', tone: 'WAITING' },
    SIGNED: { label: '已签署，待指导', tone: 'WAITING', awaits: 'MANAGEMENT_UNIT' },
    IN_FORCE: { label: '有效', tone: 'GOOD' },
    SUPERSEDED: { label: '已废止', tone: 'NEUTRAL', final: true },
  },
  actions: {
    draft: {
      label: '起草',
      effect: '建立一份机制文件，签署之前可以修改。',
      from: null,
      to: 'DRAFT',
      by: authors,
      articles: ALL,
      duties: ['61.3', '63.3'],
      fields: {
        kind: { kind: 'choice', label: '种类', enumName: 'MechanismKind', options: MECHANISM_KINDS },
        ...content,
      },
      guards: [isAuthor],
    },
    amend: {
      label: '修改',
      effect: '更新草稿。',
      from: ['DRAFT'],
      to: null,
      by: own,
      articles: ALL,
      duties: ['61.3', '63.3'],
      fields: content,
    },
    sign: {
      label: '签署',
      effect: '应当制定的单位都签署之后，送管理单位指导。',
      from: ['DRAFT', 'SIGNING'],
      to: 'SIGNED',
      orTo: 'SIGNING',
      by: signers,
      articles: ALL,
      duties: ['61.3', '63.3'],
      documents: { MECHANISM_DOCUMENT: 'REQUIRED', OTHER: 'OPTIONAL' },
      guards: [hasToSign],
      tells: ['OWNER_UNIT', 'PROJECT_COMPANY', 'MANAGEMENT_UNIT'],
    },
    guide: {
      label: '给出指导意见',
      effect: '机制文件生效，同一种类原来有效的废止。',
      from: ['SIGNED'],
      to: 'IN_FORCE',
      by: [{ party: 'MANAGEMENT_UNIT', roles: ['HEAD', 'APPROVER', 'BUSINESS_OFFICE'] }],
      articles: ALL,
      duties: ['61.3', '63.3'],
      fields: { guidance: { kind: 'text', label: '指导意见', max: 2000, multiline: true } },
      tells: ['OWNER_UNIT', 'PROJECT_COMPANY'],
    },
    supersede: {
      label: '废止',
      effect: '由新版代替。',
      from: ['IN_FORCE'],
      to: 'SUPERSEDED',
      by: [{ party: 'SYSTEM' }],
      articles: ALL,
      duties: ['61.3', '63.3'],
    },
  },
});
