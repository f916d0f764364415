import { appendAudit } from '@zgt/runtime/audit/append.ts';
import { genesis } from '@zgt/runtime/audit/chain.ts';
import { now } from '@zgt/runtime/clock.ts';
import { type Builder, basis } from '@zgt/runtime/graphql/builder.ts';
import { connectionOf } from '@zgt/runtime/graphql/connection.ts';
import { enumOf, pageSize } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { DATA_ACTIVITIES, DATA_OPERATION_RESULTS } from '@zgt/schema/measure/data-operations.ts';
import { badInput, decodeCursor, demandParty, encodeCursor, INSTANT } from '../request.ts';
import { type DataOperationRow, readDataOperations } from './store.ts';

interface Details {
  operatedAt: string;
  actor: string;
  resource: string;
  reference: string | null;
  purpose: string;
  dataUseRequest: string | null;
  result: string;
}

const LONGEST_FILTER = 128;

const detailsOf = (row: DataOperationRow) => (JSON.parse(row.body) as { details: Details }).details;
const cursorOf = (row: DataOperationRow) => encodeCursor([row.at.toISOString(), String(row.lane), row.seq]);

/** The log of operations on public data, for the company and the management unit; looking into it is logged too (article 69). */
export function addDataOperations(builder: Builder, shared: SharedTypes): void {
  const activityType = enumOf(builder, 'DataActivity', DATA_ACTIVITIES);
  const resultType = enumOf(builder, 'DataOperationResult', DATA_OPERATION_RESULTS);
  const operation = builder.objectRef<DataOperationRow>('DataOperation').implement({
    ...basis([69], '对公共数据的一次操作：审计日志的一条，只可追加，以摘要相链；只记代号，不记个人信息。'),
    fields: (t) => ({
      operatedAt: t.field({
        type: 'DateTime',
        description: '操作的时刻，由上报的平台给出。',
        resolve: (row) => new Date(detailsOf(row).operatedAt),
      }),
      loggedAt: t.field({ type: 'DateTime', description: '记入日志的时刻。', resolve: (row) => row.at }),
      organizationName: t.exposeString('organizationName', {
        nullable: true,
        description: '操作的平台所属的单位。',
      }),
      actor: t.string({
        description: '操作账号或程序在其平台的代号。',
        resolve: (row) => detailsOf(row).actor,
      }),
      activity: t.field({
        type: activityType,
        description: '操作的种类。',
        resolve: (row: DataOperationRow) => row.activity,
      } as never),
      resource: t.string({ description: '数据资源的代号。', resolve: (row) => detailsOf(row).resource }),
      reference: t.string({
        nullable: true,
        description: '记录的代号或查询的指纹。',
        resolve: (row) => detailsOf(row).reference,
      }),
      purpose: t.string({ description: '操作的目的。', resolve: (row) => detailsOf(row).purpose }),
      dataUseRequest: t.string({
        nullable: true,
        description: '所依据的数据使用申请的编号。',
        resolve: (row) => detailsOf(row).dataUseRequest,
      }),
      result: t.field({
        type: resultType,
        description: '结果。',
        resolve: (row: DataOperationRow) => detailsOf(row).result,
      } as never),
      lane: t.exposeInt('lane', { description: '所在的链。' }),
      seq: t.exposeString('seq', { description: '链内的序号。' }),
      previousHash: t.string({
        description: '前一条的链摘要（SHA-256，十六进制）。',
        resolve: ({ previousHash, lane }) => previousHash ?? genesis(lane),
      }),
      hash: t.exposeString('hash', { description: '到这一条为止的链摘要（SHA-256，十六进制）。' }),
    }),
  });
  const connection = connectionOf(builder, shared, 'DataOperation', operation, cursorOf);
  builder.queryField('dataOperations', (t) =>
    t.field({
      type: connection,
      ...basis(
        [69],
        '对公共数据的操作，新记入的在前；项目公司和管理单位可以查找，每次查找也留一条记录。上报见 POST /data-operations。',
      ),
      args: {
        first: t.arg.int({ description: '每页条数，1 到 100，默认 20。' }),
        after: t.arg.string({ description: '上一页的 endCursor。' }),
        activity: t.arg({ type: activityType as never, description: '只要这一种类的。' }),
        resource: t.arg.string({ description: '只要这一数据资源的，写全代号。' }),
        dataUseRequest: t.arg.string({ description: '只要依据这一数据使用申请的，写全编号。' }),
        from: t.arg({ type: 'DateTime', description: '从此刻起（含）记入的。' }),
        to: t.arg({ type: 'DateTime', description: '到此刻止（不含）记入的。' }),
      },
      // duty 69.1
      resolve: async (_, { first, after, ...given }, context) => {
        demandParty(context, ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'], '项目公司和管理单位');
        const size = pageSize(first);
        const position = decodeCursor(after, [INSTANT, /^\d{1,3}$/, /^\d{1,18}$/]);
        for (const name of ['resource', 'dataUseRequest'] as const)
          if ((given[name]?.length ?? 0) > LONGEST_FILTER)
            throw badInput(`${name} 最多 ${LONGEST_FILTER} 字。`);
        const filter = {
          activity: given.activity as string | null | undefined,
          resource: given.resource,
          dataUseRequest: given.dataUseRequest,
          from: given.from ? new Date(given.from) : null,
          to: given.to ? new Date(given.to) : null,
        };
        return context.runtime.db.transaction().execute(async (tx) => {
          const rows = await readDataOperations(
            tx,
            filter,
            size,
            position && { at: position[0]!, lane: position[1]!, seq: position[2]! },
          );
          await appendAudit(tx, context, now(), {
            // Not the noun of the operations themselves, which this is not one of.
            noun: 'AuditEntry',
            recordId: null,
            action: 'dataOperations',
            outcome: 'READ',
            articles: [69],
            details: { ...given, first: size, after: after ?? null },
          });
          return { rows: rows.slice(0, size), hasNextPage: rows.length > size };
        });
      },
    }),
  );
}
