import { endOfShanghaiDay, startOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type Guard, lifecycle, type Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { IMPORT_FORMATS, type STANDARD_KINDS } from '../choices.ts';
import { compareVersions, isVersionNumber } from './version-number.ts';

export interface StandardVersionFacts {
  standard: {
    id: string;
    code: string;
    kind: keyof typeof STANDARD_KINDS;
    name: string;
    state: string;
  } | null;
  /** The version that was published last, and the one that is announced and not yet in force, by number. */
  latest: string | null;
  announced: string | null;
}

type VersionGuard = Guard<StandardVersionFacts>;

const invalid = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

const standardInUse: VersionGuard = ({ facts: { standard }, record, input }) => {
  if (!standard && !record && !input) return null;
  if (!standard) return invalid('standardId', '标准：没有这项标准');
  return standard.state === 'IN_USE' ? null : invalid(record ? '' : 'standardId', '标准：已经废止');
};

const numberIsNext: VersionGuard = ({ facts: { latest }, record, input }) => {
  const number = (input?.versionText ?? record?.versionText) as string | undefined;
  if (number === undefined) return null;
  if (!isVersionNumber(number)) return invalid('versionText', '版本号：应为三段数字，例如 1.1.0');
  return latest !== null && compareVersions(number, latest) <= 0
    ? invalid(input && 'versionText' in input ? 'versionText' : '', `版本号：须大于已发布的 ${latest}`)
    : null;
};

/** Article 19: what is published is never rewritten; a change is a new version. */
const isDraft: Guard = ({ record }) => (record!.state === 'DRAFT' ? null : refuse('IMMUTABLE_VERSION'));

const nothingAnnounced: VersionGuard = ({ facts: { announced } }) =>
  announced === null ? null : invalid('', `已有公布待施行的版本 ${announced}；待它施行或废止之后再发布`);

const hasContent: Guard = ({ record }) => {
  const items = (record!.items as { list: readonly unknown[] }).list.length;
  return items + (record!.entryCount as number) > 0
    ? null
    : invalid('', record!.kind === 'DATA_DICTIONARY' ? '还没有数据元，请先导入' : '还没有检查项，请先导入');
};

const notPast: Guard = ({ input, today }) => {
  const from = input?.effectiveFrom as string | null | undefined;
  return from && from < today ? invalid('effectiveFrom', `施行日期：不早于今天（${today}）`) : null;
};

const maker = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR'] } as const;
const system = { party: 'SYSTEM' } as const;
/** Whoever tries to change what is published is told that it is never changed. */
const TRIED = ['DRAFT', 'ANNOUNCED', 'PUBLISHED', 'TRANSITION'] as const;
const summary = {
  kind: 'text',
  label: '变更说明',
  hint: '这一版为什么改、改了什么，公开显示',
  max: 1000,
  multiline: true,
} as const;

/** 标准版本: published once, never rewritten, and superseded with a transition period (article 19). */
export const standardVersionLifecycle = lifecycle({
  noun: 'StandardVersion',
  label: '标准版本',
  description:
    '一项标准的一个版本：正文、检查项或数据元。发布后不能修改；新版施行时旧版进入过渡期，期满即被替代。',
  articles: [19, 37],
  readers: ['PUBLIC', 'MANAGEMENT_UNIT', 'PROJECT_COMPANY'],
  publicStates: ['ANNOUNCED', 'PUBLISHED', 'TRANSITION', 'SUPERSEDED', 'ABOLISHED'],
  states: {
    DRAFT: { label: '草稿', tone: 'NEUTRAL', awaits: 'PROJECT_COMPANY' },
    ANNOUNCED: { label: '已公布，待施行', tone: 'WAITING' },
    PUBLISHED: { label: '现行', tone: 'GOOD' },
    TRANSITION: { label: '过渡期内', tone: 'WARNING' },
    SUPERSEDED: { label: '已被替代', tone: 'NEUTRAL', final: true },
    ABOLISHED: { label: '已废止', tone: 'BAD', final: true },
    DISCARDED: { label: '已弃稿', tone: 'NEUTRAL', final: true },
  },
  actions: {
    draft: {
      label: '起草',
      effect: '建立新版本的草稿，内容从现行版复制，发布之前外界看不到。',
      from: null,
      to: 'DRAFT',
      by: [maker],
      articles: [19],
      duties: ['19.1'],
      fields: {
        standardId: { kind: 'reference', label: '标准', of: 'standards' },
        versionText: { kind: 'text', label: '版本号', hint: '例如 1.1.0', max: 16 },
        summary,
      },
      guards: [standardInUse, numberIsNext],
    },
    amend: {
      label: '修改',
      effect: '更新草稿的变更说明和正文。',
      from: TRIED,
      to: null,
      by: [maker],
      articles: [19],
      duties: ['19.1'],
      fields: {
        summary,
        body: {
          kind: 'text',
          label: '正文',
          hint: '以“## ”开头的一行是一节的标题，其后每行一段',
          max: 30_000,
          multiline: true,
        },
      },
      guards: [isDraft],
    },
    import: {
      label: '导入',
      effect: '以表格替换草稿的全部检查项（数据字典为全部数据元）；有一处错误就一行也不导入。',
      from: TRIED,
      to: null,
      by: [maker],
      articles: [19],
      duties: ['19.1'],
      fields: {
        format: { kind: 'choice', label: '格式', enumName: 'ImportFormat', options: IMPORT_FORMATS },
        content: {
          kind: 'text',
          label: '表格内容',
          hint: '第一行是表头，与下载的表格相同；最多 1 MB、5000 行',
          max: 1_400_000,
          multiline: true,
          verbatim: true,
        },
      },
      guards: [isDraft],
    },
    publish: {
      label: '发布',
      effect:
        '对所有人公开，此后不能修改；到施行日期即为现行版，旧版进入过渡期，有在架应用的提供方收到通知。',
      from: ['DRAFT'],
      to: 'ANNOUNCED',
      orTo: 'PUBLISHED',
      by: [maker],
      articles: [19],
      duties: ['19.1', '19.2'],
      fields: {
        effectiveFrom: {
          kind: 'date',
          label: '施行日期',
          hint: '不填即今天起施行',
          optional: true,
        },
      },
      guards: [standardInUse, numberIsNext, nothingAnnounced, hasContent, notPast],
      tells: ['MANAGEMENT_UNIT'],
      starts: [
        {
          name: 'effect',
          title: '标准版本施行',
          articles: [19],
          owedBy: 'PROJECT_COMPANY',
          until: ({ state, effectiveFrom }: Row) =>
            state === 'ANNOUNCED' ? startOfShanghaiDay(effectiveFrom as string) : null,
          action: 'takeEffect',
        },
      ],
    },
    takeEffect: {
      label: '施行',
      effect: '成为现行版，旧版进入过渡期。',
      from: ['ANNOUNCED'],
      to: 'PUBLISHED',
      by: [system],
      articles: [19],
      duties: ['19.1'],
      ends: ['effect'],
    },
    supersede: {
      label: '被新版替代',
      effect: '过渡期内仍可按这一版检查；期满不再施行。',
      from: ['PUBLISHED'],
      to: 'TRANSITION',
      by: [system],
      articles: [19],
      duties: ['19.1'],
      starts: [
        {
          name: 'transition',
          title: '旧版标准的过渡期',
          articles: [19],
          owedBy: 'PROJECT_COMPANY',
          until: ({ transitionUntil }: Row) => endOfShanghaiDay(transitionUntil as string),
          action: 'endTransition',
        },
      ],
    },
    endTransition: {
      label: '过渡期满',
      effect: '不再施行；在架应用仍按这一版检查的，标为须重新检查。',
      from: ['TRANSITION'],
      to: 'SUPERSEDED',
      by: [system],
      articles: [19],
      duties: ['19.1', '19.3'],
      ends: ['transition'],
      publishes: true,
    },
    abolish: {
      label: '废止',
      effect: '不再施行；按这一版作出的检查不再支持上架。',
      from: ['ANNOUNCED', 'PUBLISHED', 'TRANSITION'],
      to: 'ABOLISHED',
      by: [maker, system],
      articles: [19],
      duties: ['19.1'],
      reason: 'REQUIRED',
      negative: true,
      tells: ['MANAGEMENT_UNIT'],
    },
    discard: {
      label: '弃稿',
      effect: '草稿不再使用，从未公开。',
      from: ['DRAFT'],
      to: 'DISCARDED',
      by: [maker, system],
      articles: [19],
      duties: ['19.1'],
      reason: 'OPTIONAL',
      negative: true,
    },
  },
});
