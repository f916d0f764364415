import { MOST_OPERATIONS, reportDataOperations } from '@zgt/operations/data-operation/report.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { type ReportRouteOptions, reportRoute } from './report-route.ts';

/** POST /data-operations takes what data platforms did with public data into the log, all of a report or none (article 69). */
export const dataOperationRoutes = ({
  runtime,
  authenticate,
}: {
  runtime: Runtime;
  authenticate: ReportRouteOptions['authenticate'];
}) =>
  reportRoute({
    path: '/data-operations',
    field: 'operations',
    most: MOST_OPERATIONS,
    counted: '条操作',
    bodyBytes: 2 * 1024 * 1024,
    subject: '数据操作',
    article: 69,
    authenticate,
    take: (operations, context) => reportDataOperations(runtime, context, operations),
  });
