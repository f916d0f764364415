import { addDays, shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import { now } from '@zgt/runtime/clock.ts';
import { type Builder, basis } from '@zgt/runtime/graphql/builder.ts';
import { isId } from '@zgt/runtime/id.ts';
import { checkDate } from '@zgt/runtime/validation/date.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { GraphQLError } from 'graphql';
import { readUsage, type UsageRow, type UsageWanted } from './store.ts';

const MOST_DAYS = 92;
const DEFAULT_DAYS = 30;
const SEE_ALL: readonly unknown[] = ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'];

function failure(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

/** Whose calls a viewer is shown: a unit its own, the company and the management unit anyone's (article 18). */
function organizationFor(viewer: Viewer, asked: string | null): string | null {
  if (viewer.via === 'ANONYMOUS') throw failure('UNAUTHENTICATED', '请先登录。');
  if (viewer.party !== null && SEE_ALL.includes(viewer.party)) return asked;
  if (viewer.organizationId === null || (asked !== null && asked !== viewer.organizationId))
    throw failure('FORBIDDEN', '各单位只能查看自己的调用量；全部单位的由项目公司和管理单位查看。');
  return viewer.organizationId;
}

function dayOf(name: string, given: string | null | undefined, otherwise: string): string {
  const checked = checkDate(given ?? otherwise);
  if (!checked.ok) throw failure('BAD_USER_INPUT', `${name}：${checked.reason}`);
  return checked.value;
}

function idOf(name: string, given: string | number | null | undefined): string | null {
  if (given == null) return null;
  if (!isId(given)) throw failure('BAD_USER_INPUT', `${name}：应为记录的编号（id）`);
  return given;
}

/** Every day from one to another, with 0 where nothing was called. */
export function everyDay(days: UsageRow['days'], from: string, to: string): UsageRow['days'] {
  const known = new Map(days.map((one) => [one.day, one]));
  const all: UsageRow['days'] = [];
  for (let day = from; day <= to; day = addDays(day, 1))
    all.push(known.get(day) ?? { day, calls: 0, failedCalls: 0 });
  return all;
}

/** How often capabilities are called, in the API. */
export function addCapabilityUsage(builder: Builder): void {
  const daily = builder.objectRef<UsageRow['days'][number]>('CapabilityUsageDay').implement({
    ...basis([18], '一项能力在一天之内的调用。'),
    fields: (t) => ({
      day: t.expose('day', { type: 'Date' }),
      calls: t.exposeFloat('calls', { description: '调用次数，整数。' }),
      failedCalls: t.exposeFloat('failedCalls', { description: '其中失败的次数，整数。' }),
    }),
  });
  const usage = builder.objectRef<UsageRow>('CapabilityUsage').implement({
    ...basis([18], '一项能力在一段日期之内的调用。'),
    fields: (t) => ({
      capabilityCode: t.exposeString('capabilityCode'),
      capabilityName: t.exposeString('capabilityName', { nullable: true }),
      calls: t.exposeFloat('calls', { description: '调用次数，整数；无人调用为 0。' }),
      failedCalls: t.exposeFloat('failedCalls', { description: '其中失败的次数，整数。' }),
      days: t.field({
        type: [daily],
        description: '每天一项，日期在前的在前。',
        resolve: ({ days }) => days,
      }),
    }),
  });
  builder.queryField('capabilityUsage', (t) =>
    t.field({
      type: [usage],
      ...basis(
        [18],
        `按能力统计的调用量，多的在前；目录中无人调用的能力也列出，为 0。单位只看自己的，项目公司和管理单位看全部或其中一家的。一次最多 ${MOST_DAYS} 天，默认最近 ${DEFAULT_DAYS} 天。`,
      ),
      args: {
        organizationId: t.arg.id({ description: '只看这个单位的。' }),
        capabilityRequestId: t.arg.id({ description: '只看这一项能力申请的。' }),
        from: t.arg({ type: 'Date', description: '第一天。' }),
        to: t.arg({ type: 'Date', description: '最后一天，默认今天。' }),
      },
      // duty 18.3
      resolve: async (_, asked, { runtime, viewer }) => {
        const to = dayOf('to', asked.to, shanghaiDate(now()));
        const from = dayOf('from', asked.from, addDays(to, 1 - DEFAULT_DAYS));
        if (from > to || from <= addDays(to, -MOST_DAYS))
          throw failure('BAD_USER_INPUT', `from 应不晚于 to，且一次最多 ${MOST_DAYS} 天。`);
        const wanted: UsageWanted = {
          organizationId: organizationFor(viewer, idOf('organizationId', asked.organizationId)),
          capabilityRequestId: idOf('capabilityRequestId', asked.capabilityRequestId),
          from,
          to,
        };
        const rows = await readUsage(runtime.readDb, wanted);
        return rows.map((row) => ({ ...row, days: everyDay(row.days, from, to) }));
      },
    }),
  );
}
