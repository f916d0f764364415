import { PARTIES, type PartyKind } from '@zgt/schema/parties.ts';
import type { HistoryEntry } from '../audit/history.ts';
import { shanghaiDate } from '../calendar/work-calendar.ts';
import { now } from '../clock.ts';
import { type Lifecycle, mutationName, type Transition } from '../lifecycle/declaration.ts';
import type { Field } from '../lifecycle/fields.ts';
import type { Refusal, RefusalDetail } from '../refusal.ts';
import type { Builder } from './builder.ts';
import { asParent } from './cache-hints.ts';
import type { DeadlineRow, DocumentRow, OfferedAction } from './loaders.ts';

const shareable = { directives: { shareable: {} } as never };

/** `OWNER` and party kinds as people call them. */
export function partyLabel(party: string | null): string | null {
  if (party === null) return null;
  return party === 'OWNER' ? '所属单位' : (PARTIES[party as PartyKind]?.name ?? party);
}

interface Offered extends OfferedAction {
  lifecycle: Lifecycle;
}

function offeredAction(builder: Builder, refusal: ReturnType<typeof refusalType>) {
  const option = builder.objectRef<{ value: string; label: string }>('ActionOption').implement({
    ...shareable,
    description: '一个可选值。',
    fields: (t) => ({ value: t.exposeString('value'), label: t.exposeString('label') }),
  });
  const field = builder.objectRef<{ name: string; field: Field }>('ActionField').implement({
    ...shareable,
    description: '办理时要填的一项。与 input 中的同名字段一致，可据此生成表单。',
    fields: (t) => ({
      name: t.exposeString('name'),
      label: t.string({ resolve: ({ field }) => field.label }),
      kind: t.string({
        description:
          'text、texts、creditCode、phone、date、instant、reference、integer、accept、choice、choices。',
        resolve: ({ field }) => field.kind,
      }),
      hint: t.string({ nullable: true, resolve: ({ field }) => field.hint ?? null }),
      required: t.boolean({ resolve: ({ field }) => field.optional !== true }),
      multiline: t.boolean({ resolve: ({ field }) => field.kind === 'text' && field.multiline === true }),
      of: t.string({
        nullable: true,
        description: 'reference 项可选记录所在的列表查询。',
        resolve: ({ field }) => (field.kind === 'reference' ? field.of : null),
      }),
      maxLength: t.int({
        nullable: true,
        resolve: ({ field }) => ('max' in field && field.kind !== 'integer' ? field.max : null),
      }),
      minimum: t.int({
        nullable: true,
        resolve: ({ field }) => (field.kind === 'integer' ? field.min : null),
      }),
      maximum: t.int({
        nullable: true,
        resolve: ({ field }) => (field.kind === 'integer' ? field.max : null),
      }),
      options: t.field({
        type: [option],
        resolve: ({ field }) =>
          'options' in field ? Object.entries(field.options).map(([value, label]) => ({ value, label })) : [],
      }),
    }),
  });
  const document = builder.objectRef<{ kind: string; required: boolean }>('ActionDocument').implement({
    ...shareable,
    description: '办理时可附或须附的材料种类。',
    fields: (t) => ({ kind: t.exposeString('kind'), required: t.exposeBoolean('required') }),
  });
  return builder.objectRef<Offered>('AvailableAction').implement({
    ...shareable,
    description: '当前访问者对该记录的一个动作：现在能否办理，不能时原因何在、依据哪条、怎样补正。',
    fields: (t) => ({
      name: t.string({ description: '动作名。', resolve: (offered) => offered.action }),
      mutation: t.string({
        description: '办理它的变更名。',
        resolve: (offered) => mutationName(offered.lifecycle, offered.action),
      }),
      label: t.string({ resolve: (offered) => offered.transition.label }),
      effect: t.string({
        description: '办理之后会发生什么。',
        resolve: (offered) => offered.transition.effect,
      }),
      allowed: t.boolean({ resolve: (offered) => offered.refusal === null }),
      refusal: t.field({ type: refusal, nullable: true, resolve: (offered) => offered.refusal }),
      articles: t.intList({ resolve: (offered) => [...offered.transition.articles] }),
      negative: t.boolean({
        description: '否定性的决定（退回、拒绝、撤销等）。',
        resolve: (offered) => offered.transition.negative === true,
      }),
      reason: t.string({
        description: '理由：REQUIRED 必填，OPTIONAL 选填，NONE 不需要。',
        resolve: (offered) => offered.transition.reason ?? 'NONE',
      }),
      fields: t.field({
        type: [field],
        resolve: (offered) =>
          Object.entries(offered.transition.fields ?? {}).map(([name, field]) => ({ name, field })),
      }),
      documents: t.field({
        type: [document],
        resolve: (offered) =>
          Object.entries(offered.transition.documents ?? {}).map(([kind, need]) => ({
            kind,
            required: need === 'REQUIRED',
          })),
      }),
    }),
  });
}

function refusalType(builder: Builder) {
  const detail = builder.objectRef<RefusalDetail>('RefusalDetail').implement({
    ...shareable,
    description: '拒绝的一处细节。',
    fields: (t) => ({
      path: t.exposeString('path', { description: '对应 input 中的字段；空字符串表示整体。' }),
      message: t.exposeString('message'),
    }),
  });
  return builder.objectRef<Refusal>('Refusal').implement({
    ...shareable,
    description:
      '依法不予办理：说明拒绝了什么、依据哪些条款、怎样补正。被拒绝的办理不改变任何数据，只留一条审计记录。',
    fields: (t) => ({
      code: t.exposeString('code', { description: '稳定的代码，程序据此判断。' }),
      message: t.exposeString('message'),
      articles: t.intList({ description: '所依据的条款号。', resolve: (refusal) => [...refusal.articles] }),
      remedy: t.exposeString('remedy', { description: '怎样补正，找谁。' }),
      details: t.field({ type: [detail], resolve: (refusal) => [...refusal.details] }),
    }),
  });
}

function historyType(builder: Builder) {
  return builder.objectRef<HistoryEntry & { lifecycle: Lifecycle }>('HistoryEntry').implement({
    ...shareable,
    description: '时间线上的一条，直接取自不可更改的审计日志。',
    fields: (t) => ({
      at: t.expose('at', { type: 'DateTime' }),
      action: t.exposeString('action'),
      label: t.string({
        resolve: (entry) =>
          (entry.lifecycle.actions[entry.action] as Transition | undefined)?.label ?? entry.action,
      }),
      outcome: t.exposeString('outcome', { description: 'DONE 已办理；REFUSED 被拒绝。' }),
      from: t.exposeString('from', { nullable: true }),
      to: t.exposeString('to', { nullable: true }),
      toLabel: t.string({
        nullable: true,
        resolve: (entry) => (entry.to ? (entry.lifecycle.states[entry.to]?.label ?? entry.to) : null),
      }),
      actorName: t.exposeString('actorName', {
        description: '办理人；对其他单位的人员姓名作遮蔽。用途：说明每一步由谁办理。',
      }),
      organizationName: t.exposeString('organizationName', { nullable: true }),
      reason: t.exposeString('reason', { nullable: true }),
      refusalCode: t.exposeString('refusalCode', { nullable: true }),
      articles: t.exposeIntList('articles'),
    }),
  });
}

function deadlineType(builder: Builder) {
  return builder.objectRef<DeadlineRow>('Deadline').implement({
    ...shareable,
    description: '一个时限：谁负有义务、何时届满、还剩几个工作日。',
    fields: (t) => ({
      name: t.exposeString('name'),
      title: t.exposeString('title'),
      articles: t.exposeIntList('articles'),
      owedBy: t.exposeString('owedBy'),
      owedByLabel: t.string({ resolve: (deadline) => partyLabel(deadline.owedBy)! }),
      startedAt: t.expose('startedAt', { type: 'DateTime' }),
      dueAt: t.expose('dueAt', { type: 'DateTime', description: '从此刻起即为逾期（不含）。' }),
      endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
      overdue: t.boolean({
        description: '已过时限；提醒和到时由系统自动办理的不算。',
        resolve: ({ owed, reminder, endedAt, dueAt }) => owed && !reminder && (endedAt ?? now()) >= dueAt,
      }),
      reminder: t.exposeBoolean('reminder', { description: '只是提前提醒，不是时限。' }),
      provisional: t.boolean({
        description: '计算跨入尚未公布放假安排的年份，按周一至周五推算，公布后重算。',
        resolve: (deadline) => deadline.provisional,
      }),
      remainingWorkingDays: t.int({
        nullable: true,
        description: '到届满日还剩的工作日，负数为已超期的工作日；已了结的为空。',
        resolve: ({ dueAt, endedAt }, _, { runtime }) =>
          endedAt ? null : runtime.calendar().workingDaysLeft(shanghaiDate(now()), dueAt),
      }),
    }),
  });
}

function documentType(builder: Builder) {
  return builder.objectRef<DocumentRow>('AttachedDocument').implement({
    ...shareable,
    description: '附在记录上的材料。下载地址只对可以查看该记录的人有效，每次下载都有记录。',
    fields: (t) => ({
      id: t.exposeID('id'),
      kind: t.exposeString('kind'),
      name: t.exposeString('name'),
      mediaType: t.string({ resolve: (document) => document.mime }),
      size: t.exposeInt('size', { description: '字节数。' }),
      digest: t.exposeString('digest', { description: '内容的 SHA-256，十六进制。' }),
      attachedAt: t.expose('attachedAt', { type: 'DateTime' }),
      url: t.string({ resolve: (document) => `/documents/${document.id}` }),
    }),
  });
}

/** From where to where an action leads; one that leaves the state as it is leads from each of its states to the same. */
function statesOf({ from, to, orTo }: Transition): { from: readonly string[] | null; to: string }[] {
  if (to === null) return from!.map((state) => ({ from: [state], to: state }));
  return [{ from, to }, ...(orTo ? [{ from, to: orTo }] : [])];
}

function lifecycleType(builder: Builder) {
  const state = builder
    .objectRef<{ name: string; label: string; tone: string; final: boolean; awaits: string | null }>(
      'LifecycleState',
    )
    .implement({
      ...shareable,
      fields: (t) => ({
        name: t.exposeString('name'),
        label: t.exposeString('label'),
        tone: t.exposeString('tone', { description: 'NEUTRAL、WAITING、GOOD、WARNING、BAD。' }),
        final: t.exposeBoolean('final'),
        awaitsLabel: t.string({ nullable: true, resolve: (state) => partyLabel(state.awaits) }),
      }),
    });
  const transition = builder
    .objectRef<{ action: string; transition: Transition & { to: string } }>('LifecycleTransition')
    .implement({
      ...shareable,
      fields: (t) => ({
        action: t.exposeString('action'),
        label: t.string({ resolve: ({ transition }) => transition.label }),
        from: t.stringList({ resolve: ({ transition }) => [...(transition.from ?? [])] }),
        to: t.string({ resolve: ({ transition }) => transition.to }),
        by: t.stringList({
          resolve: ({ transition }) => [...new Set(transition.by.map((actor) => actor.party))],
        }),
        articles: t.intList({ resolve: ({ transition }) => [...transition.articles] }),
      }),
    });
  return builder.objectRef<Lifecycle>('Lifecycle').implement({
    ...shareable,
    description: '一类记录的生命周期：状态、动作、由谁办理、依据哪条。',
    fields: (t) => ({
      noun: t.exposeString('noun'),
      label: t.exposeString('label'),
      description: t.exposeString('description'),
      articles: t.intList({ resolve: (lifecycle) => [...lifecycle.articles] }),
      states: t.field({
        type: [state],
        ...asParent(),
        resolve: (lifecycle) =>
          Object.entries(lifecycle.states).map(([name, text]) => ({
            name,
            label: text.label,
            tone: text.tone,
            final: text.final === true,
            awaits: typeof text.awaits === 'string' ? text.awaits : null,
          })),
      }),
      transitions: t.field({
        type: [transition],
        ...asParent(),
        resolve: (lifecycle) =>
          Object.entries<Transition>(lifecycle.actions).flatMap(([action, transition]) =>
            statesOf(transition).map((states) => ({ action, transition: { ...transition, ...states } })),
          ),
      }),
    }),
  });
}

function pageInfoType(builder: Builder) {
  return builder.objectRef<{ hasNextPage: boolean; endCursor: string | null }>('PageInfo').implement({
    ...shareable,
    description: '分页位置。列表只按键翻页，不提供总数。',
    fields: (t) => ({
      hasNextPage: t.exposeBoolean('hasNextPage'),
      endCursor: t.exposeString('endCursor', { nullable: true }),
    }),
  });
}

/** The types that look the same in every subgraph; each subgraph defines them once from here. */
export function addSharedTypes(builder: Builder) {
  const refusal = refusalType(builder);
  return {
    refusal,
    action: offeredAction(builder, refusal),
    history: historyType(builder),
    deadline: deadlineType(builder),
    document: documentType(builder),
    lifecycle: lifecycleType(builder),
    pageInfo: pageInfoType(builder),
    documentInput: builder.inputType('DocumentInput', {
      description: '要附上的一份材料：先经 POST /documents 上传得到编号。',
      fields: (t) => ({ kind: t.string({ required: true }), documentId: t.id({ required: true }) }),
    }),
  };
}

export type SharedTypes = ReturnType<typeof addSharedTypes>;
