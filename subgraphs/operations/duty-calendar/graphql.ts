import { addDays, endOfShanghaiDay, startOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { now } from '@zgt/runtime/clock.ts';
import { type Builder, basis } from '@zgt/runtime/graphql/builder.ts';
import { checkDate } from '@zgt/runtime/validation/date.ts';
import { badInput } from '../request.ts';
import { owedByName } from './owed-by.ts';
import { type DutyRow, MAX_DUTIES, readDuties } from './store.ts';

const MAX_DAYS = 366;

function checkSpan(from: string, to: string): void {
  for (const [name, day] of [
    ['from', from],
    ['to', to],
  ] as const) {
    const checked = checkDate(day);
    if (!checked.ok) throw badInput(`${name}：${checked.reason}`);
  }
  if (to < from) throw badInput('to 不能早于 from。');
  if (addDays(from, MAX_DAYS) < to) throw badInput(`from 到 to 最多 ${MAX_DAYS} 天。`);
}

/** The calendar of duties: who owes what, by when; a duty lies on the last day on which it is in time. */
export function addDutyCalendar(builder: Builder): void {
  const duty = builder.objectRef<DutyRow>('Duty').implement({
    description: '职责日历中的一项：谁须在何时之前办什么。',
    fields: (t) => ({
      id: t.exposeID('id'),
      noun: t.exposeString('noun'),
      recordId: t.exposeID('recordId'),
      number: t.exposeString('number', { nullable: true }),
      recordTitle: t.exposeString('recordTitle', { nullable: true }),
      title: t.exposeString('title', { description: '要办的事。' }),
      articles: t.exposeIntList('articles'),
      owedByLabel: t.string({
        description: '由谁办理：哪一方；由记录所属的单位办理的，是它的名称。',
        resolve: owedByName,
      }),
      startedAt: t.expose('startedAt', { type: 'DateTime' }),
      dueAt: t.expose('dueAt', { type: 'DateTime', description: '从此刻起即为逾期（不含）。' }),
      overdue: t.boolean({
        description: '没有按时办；提醒和到时由系统自动办理的不算。',
        resolve: ({ dueAt, endedAt, reminder, owed }) => owed && !reminder && (endedAt ?? now()) >= dueAt,
      }),
      endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
      automatic: t.boolean({
        description: '到时由系统自动办理，例如到期失效；不须人办。',
        resolve: ({ owed }) => !owed,
      }),
      reminder: t.exposeBoolean('reminder', { description: '只是提醒，没有逾期之说。' }),
      provisional: t.exposeBoolean('provisional', { description: '计算跨入尚未公布放假安排的年份。' }),
    }),
  });
  builder.queryField('dutyCalendar', (t) =>
    t.field({
      type: [duty],
      ...basis(
        [47, 50, 53, 62],
        `本单位在一段日期内届满的职责，按届满先后；管理单位看全部。最多 ${MAX_DAYS} 天、${MAX_DUTIES} 项。`,
      ),
      args: {
        from: t.arg({ type: 'Date', required: true, description: '第一天。' }),
        to: t.arg({ type: 'Date', required: true, description: '最后一天（含）。' }),
        open: t.arg.boolean({ required: false, description: '只要还没有办的，例如查逾期；不填为都要。' }),
      },
      resolve: (_, { from, to, open }, { runtime, viewer }) => {
        checkSpan(from, to);
        return readDuties(
          runtime.readDb,
          viewer,
          startOfShanghaiDay(from),
          endOfShanghaiDay(to),
          open === true,
        );
      },
    }),
  );
}
