import { shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import { now } from '@zgt/runtime/clock.ts';
import { type Builder, basis } from '@zgt/runtime/graphql/builder.ts';
import { connectionOf } from '@zgt/runtime/graphql/connection.ts';
import { type NounOptions, pageSize } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { decodeCursor, encodeCursor, IDENTIFIER, INSTANT, NEVER } from '../request.ts';
import { readWorkItems, type WorkItemRow } from './store.ts';

const cursorOf = (item: WorkItemRow) => encodeCursor([item.dueAt?.toISOString() ?? NEVER, item.recordId]);

/** The work queue: what waits for the viewer's organisation, by due day. */
export function addWorkItems(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
): void {
  const item = builder.objectRef<WorkItemRow>('WorkItem').implement({
    description: '待办：一条等本单位办理的记录。',
    fields: (t) => ({
      noun: t.exposeString('noun', { description: '记录的种类，例如 BrandAuthorization。' }),
      recordId: t.exposeID('recordId'),
      number: t.exposeString('number'),
      title: t.exposeString('title'),
      state: t.exposeString('state', { description: '状态名；其文字见该种类的 Lifecycle 查询。' }),
      organization: t.field({
        type: organization.type,
        description: '记录属于哪个单位。',
        resolve: (row: WorkItemRow) => ({ id: row.organizationId }) as never,
      } as never) as never,
      organizationName: t.string({
        nullable: true,
        resolve: async (row, _, { loaders }) =>
          (await loaders.organization.load(row.organizationId))?.name ?? null,
      }),
      since: t.expose('since', { type: 'DateTime', description: '从何时起等待。' }),
      waitingWorkingDays: t.int({
        description: '已等待的工作日，不含起始日。',
        resolve: (row, _, { runtime }) =>
          runtime.calendar().workingDaysBetween(shanghaiDate(row.since), shanghaiDate(now())),
      }),
      dueAt: t.expose('dueAt', {
        type: 'DateTime',
        nullable: true,
        description: '从此刻起即为逾期（不含）。',
      }),
      overdue: t.boolean({ resolve: (row) => row.dueAt !== null && row.dueAt <= now() }),
      remainingWorkingDays: t.int({
        nullable: true,
        description: '到届满日还剩的工作日，负数为已超期的工作日；没有时限的为空。',
        resolve: ({ dueAt }, _, { runtime }) =>
          dueAt && runtime.calendar().workingDaysLeft(shanghaiDate(now()), dueAt),
      }),
    }),
  });
  const connection = connectionOf(builder, shared, 'WorkItem', item, cursorOf);
  builder.queryField('workItems', (t) =>
    t.field({
      type: connection,
      ...basis([3, 6, 47], '等本单位办理的记录，最急的在前，没有时限的在后；未代表单位时为空。'),
      args: {
        first: t.arg.int({ description: '每页条数，1 到 100，默认 20。' }),
        after: t.arg.string({ description: '上一页的 endCursor。' }),
        overdueOnly: t.arg.boolean({ description: '只要已经逾期的。' }),
      },
      resolve: async (_, { first, after, overdueOnly }, { runtime, viewer }) => {
        const size = pageSize(first);
        const position = decodeCursor(after, [INSTANT, IDENTIFIER]);
        const rows = await readWorkItems(runtime.readDb, viewer, now(), {
          first: size,
          after: position && { dueAt: position[0]!, recordId: position[1]! },
          overdueOnly: overdueOnly === true,
        });
        return { rows: rows.slice(0, size), hasNextPage: rows.length > size };
      },
    }),
  );
}
