import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type Guard, lifecycle } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { CONTENT_INCIDENT_KINDS, CONTENT_INCIDENT_LEVELS, CONTENT_MEASURES } from '../choices-conduct.ts';

export interface ContentIncidentFacts {
  /** The content that the incident is about, as the register of records knows it; null when there is none. */
  content: { organizationId: string; title: string; state: string } | null;
}

type ContentGuard = Guard<ContentIncidentFacts>;

const invalid = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

const contentIsKnown: ContentGuard = ({ facts: { content }, input }) =>
  !input || content ? null : invalid('contentId', '内容：没有这一条');

/** Article 45: what is done about somebody's content names the clause or rule that it rests on. */
const basisIsNamed: Guard = ({ input }) =>
  input && input.basis === null
    ? refuse('BASIS_REQUIRED', {
        articles: [45],
        details: [{ path: 'basis', message: '依据：写明授权协议的条款，或管理规定的条目' }],
      })
    : null;

const OUT_OF_SIGHT: Readonly<Record<string, readonly string[]>> = {
  HIDE: ['HIDDEN', 'REMOVED'],
  REMOVE: ['REMOVED'],
};

/** What is said to be hidden or removed no longer stands before users. */
const measureIsTaken: ContentGuard = ({ facts: { content }, input }) => {
  const states = input && OUT_OF_SIGHT[input.measure as string];
  return !states || (content && states.includes(content.state))
    ? null
    : invalid(
        'measure',
        `处理：这条内容还没有${input.measure === 'HIDE' ? '隐藏' : '撤下'}，请先在“内容”里办理，再登记处理`,
      );
};

const rectifyIsAhead: Guard = ({ input, today }) =>
  input && (input.rectifyBy as string) < today ? invalid('rectifyBy', '整改期限：不能早于今天') : null;

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'REVIEWER'] } as const;
const providers = (['ECOSYSTEM_UNIT', 'GOVERNMENT_DEPARTMENT', 'MUNICIPALITY', 'COUNTY'] as const).map(
  (party) => ({ party, own: true }) as const,
);

/** 内容处置: a violation or a risk to public opinion, dealt with at once on a stated basis, then mended by the provider (article 45). */
export const contentIncidentLifecycle = lifecycle({
  noun: 'ContentIncident',
  label: '内容处置',
  description:
    '违规信息或舆情风险的处置：项目公司先留存证据，再依协议或规定隐藏、撤下或限制发布，通知提供方整改，核验后办结；处理不及时的自动标出。',
  articles: [45],
  readers: ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  states: {
    FOUND: { label: '已发现', tone: 'BAD', awaits: 'PROJECT_COMPANY' },
    HANDLED: { label: '已处理', tone: 'WARNING', awaits: 'PROJECT_COMPANY' },
    RECTIFYING: { label: '整改中', tone: 'WAITING', awaits: 'OWNER' },
    SUBMITTED: { label: '待核验', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    CLOSED: { label: '已办结', tone: 'GOOD', final: true },
  },
  actions: {
    find: {
      label: '登记发现',
      effect:
        '开始计时，应当立即处理；证据随记录留存。公共服务应用的重大舆情风险，随即另立问题处置，由管理单位牵头。',
      from: null,
      to: 'FOUND',
      by: [company],
      articles: [28, 45],
      duties: ['28.1', '45.2'],
      fields: {
        contentId: { kind: 'reference', label: '内容', of: 'contentItems' },
        kind: {
          kind: 'choice',
          label: '种类',
          enumName: 'ContentIncidentKind',
          options: CONTENT_INCIDENT_KINDS,
        },
        level: {
          kind: 'choice',
          label: '程度',
          enumName: 'ContentIncidentLevel',
          options: CONTENT_INCIDENT_LEVELS,
        },
        findings: { kind: 'text', label: '发现的情况', max: 4000, multiline: true },
      },
      documents: { EVIDENCE: 'REQUIRED', OTHER: 'OPTIONAL' },
      guards: [contentIsKnown],
      tells: ['MANAGEMENT_UNIT'],
      starts: [
        {
          name: 'handle',
          title: '处理违规内容',
          articles: [45],
          owedBy: 'PROJECT_COMPANY',
          parameter: 'content.handling_minutes',
        },
      ],
    },
    handle: {
      label: '登记处理',
      effect: '停止计时；超过时限的标为不及时。提供方收到通知。',
      from: ['FOUND'],
      to: 'HANDLED',
      by: [company],
      articles: [45],
      duties: ['45.2'],
      fields: {
        measure: {
          kind: 'choice',
          label: '处理',
          enumName: 'ContentIncidentMeasure',
          options: CONTENT_MEASURES,
        },
        basis: {
          kind: 'text',
          label: '依据',
          hint: '授权协议的条款，或管理规定的条目',
          max: 300,
          optional: true,
        },
      },
      guards: [basisIsNamed, measureIsTaken],
      tells: ['OWNER', 'MANAGEMENT_UNIT'],
      ends: ['handle'],
    },
    notifyProvider: {
      label: '通知整改',
      effect: '提供方收到整改要求，期限列入它的义务日历。',
      from: ['HANDLED'],
      to: 'RECTIFYING',
      by: [company],
      articles: [45],
      duties: ['45.2'],
      fields: {
        demands: { kind: 'text', label: '整改要求', max: 4000, multiline: true },
        rectifyBy: { kind: 'date', label: '整改期限', hint: '最后一天（含当日）' },
      },
      guards: [rectifyIsAhead],
      tells: ['OWNER'],
      starts: [
        {
          name: 'rectify',
          title: '整改内容',
          articles: [45],
          owedBy: 'OWNER',
          until: ({ rectifyBy }) => endOfShanghaiDay(rectifyBy as string),
        },
      ],
    },
    submitResult: {
      label: '提交整改结果',
      effect: '交项目公司核验。',
      from: ['RECTIFYING'],
      to: 'SUBMITTED',
      by: providers,
      articles: [45],
      duties: ['45.2'],
      fields: { result: { kind: 'text', label: '整改结果', max: 4000, multiline: true } },
      documents: { EVIDENCE: 'OPTIONAL', OTHER: 'OPTIONAL' },
      tells: ['PROJECT_COMPANY'],
      ends: ['rectify'],
    },
    verify: {
      label: '核验通过',
      effect: '办结。',
      from: ['SUBMITTED'],
      to: 'CLOSED',
      by: [company],
      articles: [45],
      duties: ['45.2'],
      reason: 'OPTIONAL',
      tells: ['OWNER'],
    },
    reject: {
      label: '核验不通过',
      effect: '提供方继续整改。',
      from: ['SUBMITTED'],
      to: 'RECTIFYING',
      by: [company],
      articles: [45],
      duties: ['45.2'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['OWNER'],
    },
  },
});
