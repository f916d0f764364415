import { addDays, endOfShanghaiDay, startOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type Builder, basis, type SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import { asParent, publicFor } from '@zgt/runtime/graphql/cache-hints.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import type { RuleParameterName } from '@zgt/schema/measure/parameters.ts';
import {
  HOTLINE_CHANNELS,
  HOTLINE_LINES,
  HOTLINE_TOPICS,
  type HotlineLine,
  type HotlineTopic,
} from '../choices-hotline.ts';
import { badInput, demandParty } from '../request.ts';
import type { HotlineTicketRow } from '../tables.ts';
import { hotlineTicket } from './actions.ts';
import { hashCode } from './code.ts';
import { readContact } from './contact.ts';
import { hotlineTicketLifecycle } from './lifecycle.ts';
import { countTickets, findByCode, type TopicCount } from './store.ts';

const MOST_DAYS = 366;

/** Hotline tickets, both entrances, what users see of their own ticket, and statistics. */
export function addHotlineTicket(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  addEntrances(builder);
  addOwnTicket(builder);
  addHotlineStatistics(builder);
  return addNoun(builder, shared, hotlineTicket, {
    plural: 'hotlineTickets',
    organization,
    reads: {
      title: ['topic', 'question'],
      topicLabel: ['topic'],
      lineLabel: ['line'],
      userContact: ['contactCipher'],
    },
    filters: {
      line: {
        column: 'line',
        description: '只要这条热线的。',
        enumName: 'HotlineLine',
        options: HOTLINE_LINES,
      },
      topic: {
        column: 'topic',
        description: '只要这类事的。',
        enumName: 'HotlineTopic',
        options: HOTLINE_TOPICS,
      },
    },
    fields: (t) => ({
      channel: t.field({
        type: enumOf(builder, 'HotlineChannel', HOTLINE_CHANNELS),
        resolve: (row: HotlineTicketRow) => row.channel,
      }),
      topic: t.field({
        type: enumOf(builder, 'HotlineTopic', HOTLINE_TOPICS),
        resolve: (row: HotlineTicketRow) => row.topic,
      }),
      topicLabel: t.string({ resolve: (row: HotlineTicketRow) => HOTLINE_TOPICS[row.topic as HotlineTopic] }),
      governmentRelated: t.exposeBoolean('governmentRelated', { description: '是否涉及政府业务。' }),
      line: t.field({
        type: enumOf(builder, 'HotlineLine', HOTLINE_LINES),
        description: '由哪条热线答复。',
        resolve: (row: HotlineTicketRow) => row.line,
      }),
      lineLabel: t.string({ resolve: (row: HotlineTicketRow) => HOTLINE_LINES[row.line as HotlineLine] }),
      appId: t.exposeID('appId', { nullable: true, description: '关于哪个应用；与应用无关的为空。' }),
      question: t.exposeString('question', { description: '问题。' }),
      userContact: t.string({
        nullable: true,
        description: '用户的联系方式：对项目公司显示全文并留下查看记录，对其他人遮蔽。用途：答复和回访。',
        resolve: (row: HotlineTicketRow, _: unknown, context: SubgraphContext) => readContact(context, row),
      }),
      transferNote: t.exposeString('transferNote', { nullable: true, description: '转办说明。' }),
      externalNumber: t.exposeString('externalNumber', {
        nullable: true,
        description: '在 12345 平台上的工单编号。',
      }),
      answer: t.exposeString('answer', { nullable: true, description: '答复。' }),
      answeredAt: t.expose('answeredAt', { type: 'DateTime', nullable: true, description: '答复的时刻。' }),
      answerTakenAt: t.expose('answerTakenAt', {
        type: 'DateTime',
        nullable: true,
        description: '12345 收下答复的时刻；只有 12345 转来、已经送达的才有。',
      }),
      satisfaction: t.exposeInt('satisfaction', {
        nullable: true,
        description: '回访的满意度，1 到 5；回访之后才有。',
      }),
      revisitNote: t.exposeString('revisitNote', { nullable: true, description: '回访情况。' }),
    }),
  });
}

interface Entrance {
  line: HotlineLine;
  number: string;
  hours: string;
}

const ENTRANCES: readonly { line: HotlineLine; number: RuleParameterName; hours: RuleParameterName }[] = [
  { line: 'GOV_12345', number: 'hotline.gov_12345.number', hours: 'hotline.gov_12345.hours' },
  { line: 'DEDICATED', number: 'hotline.dedicated.number', hours: 'hotline.dedicated.hours' },
];

/** Both entrances, always both; duty 59.1. */
function addEntrances(builder: Builder): void {
  const entrance = builder.objectRef<Entrance>('HotlineEntrance').implement({
    description: '一条热线的入口。',
    fields: (t) => ({
      line: t.field({
        type: enumOf(builder, 'HotlineLine', HOTLINE_LINES),
        resolve: ({ line }) => line as never,
      }),
      label: t.string({ resolve: ({ line }) => HOTLINE_LINES[line] }),
      number: t.exposeString('number', { description: '号码或网址。' }),
      hours: t.exposeString('hours', { description: '服务时间。' }),
    }),
  });
  builder.queryField('hotlineEntrances', (t) =>
    t.field({
      type: [entrance],
      ...publicFor('PARAMETERS', basis([59], '两条热线的入口：12345 与专用热线，总是两个。')),
      resolve: async (_, __, { loaders }) => {
        const values = await loaders.parameters();
        return ENTRANCES.map(({ line, number, hours }) => ({
          line,
          number: String(values[number]),
          hours: String(values[hours]),
        }));
      },
    }),
  );
}

type OwnTicket = Pick<
  HotlineTicketRow,
  'number' | 'topic' | 'state' | 'line' | 'question' | 'answer' | 'answeredAt' | 'createdAt' | 'updatedAt'
>;

/** What the user who opened a ticket sees of it. */
function addOwnTicket(builder: Builder): void {
  const progress = builder.objectRef<OwnTicket>('HotlineProgress').implement({
    description: '用户凭编号和查询码看到的工单。',
    fields: (t) => ({
      number: t.exposeString('number'),
      topicLabel: t.string({ resolve: (row) => HOTLINE_TOPICS[row.topic as HotlineTopic] }),
      statusLabel: t.string({
        resolve: (row) =>
          hotlineTicketLifecycle.states[row.state as keyof typeof hotlineTicketLifecycle.states].label,
      }),
      lineLabel: t.string({
        description: '由哪条热线答复。',
        resolve: (row) => HOTLINE_LINES[row.line as HotlineLine],
      }),
      question: t.exposeString('question'),
      answer: t.exposeString('answer', { nullable: true }),
      answeredAt: t.expose('answeredAt', { type: 'DateTime', nullable: true }),
      createdAt: t.expose('createdAt', { type: 'DateTime' }),
      updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
    }),
  });
  builder.queryField('hotlineProgress', (t) =>
    t.field({
      type: progress,
      nullable: true,
      ...basis([59], '凭工单编号和查询码查看办理情况；任一不对时为空。无论转办几次，编号不变。'),
      args: {
        number: t.arg.string({ required: true, description: '工单编号，例如 RX-2026-000001。' }),
        code: t.arg.string({ required: true, description: '提交时给出的查询码。' }),
      },
      resolve: (_, { number, code }, { runtime }) => {
        if (number.length > 32 || code.length > 64) return null;
        return findByCode(runtime.readDb, number.trim().toUpperCase(), hashCode(code));
      },
    }),
  );
}

/** How the hotlines did, for those who run and supervise them. */
function addHotlineStatistics(builder: Builder): void {
  const count = builder.objectRef<TopicCount>('HotlineTopicCount').implement({
    description: '一条热线上一类事的工单。',
    fields: (t) => ({
      line: t.exposeString('line'),
      lineLabel: t.string({ resolve: ({ line }) => HOTLINE_LINES[line as HotlineLine] }),
      topic: t.exposeString('topic'),
      topicLabel: t.string({ resolve: ({ topic }) => HOTLINE_TOPICS[topic as HotlineTopic] }),
      opened: t.exposeInt('opened', { description: '提交或转来的件数。' }),
      answered: t.exposeInt('answered', { description: '其中已答复的件数。' }),
      revisited: t.exposeInt('revisited', { description: '其中已回访的件数。' }),
      averageHours: t.exposeFloat('averageHours', {
        nullable: true,
        description: '从提交到答复平均多少小时；没有答复的为空。',
      }),
      averageSatisfaction: t.exposeFloat('averageSatisfaction', {
        nullable: true,
        description: '回访的平均满意度，1 到 5；没有回访的为空。',
      }),
    }),
  });
  builder.queryField('hotlineStatistics', (t) =>
    t.field({
      type: [count],
      ...basis([44, 59], `一段日期内提交的工单，按热线和所问的事统计。最多 ${MOST_DAYS} 天。`),
      args: {
        from: t.arg({ type: 'Date', required: true, description: '第一天。' }),
        to: t.arg({ type: 'Date', required: true, description: '最后一天（含）。' }),
      },
      resolve: (_, { from, to }, context) => {
        demandParty(context, ['PROJECT_COMPANY', 'MANAGEMENT_UNIT'], '项目公司和管理单位');
        if (to < from) throw badInput('to 不能早于 from。');
        if (addDays(from, MOST_DAYS) < to) throw badInput(`from 到 to 最多 ${MOST_DAYS} 天。`);
        return countTickets(context.runtime.readDb, startOfShanghaiDay(from), endOfShanghaiDay(to));
      },
    }),
  );
}
