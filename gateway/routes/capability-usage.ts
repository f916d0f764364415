import { MOST_EVENTS, reportUsage } from '@zgt/apps/capability-usage/report.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { type ReportRouteOptions, reportRoute } from './report-route.ts';

/** POST /capability-usage takes what gateways and the infrastructure base saw called; each event counts once (article 18). */
export const capabilityUsageRoutes = ({
  runtime,
  authenticate,
}: {
  runtime: Runtime;
  authenticate: ReportRouteOptions['authenticate'];
}) =>
  reportRoute({
    path: '/capability-usage',
    field: 'events',
    most: MOST_EVENTS,
    counted: '个事件',
    bodyBytes: 4 * 1024 * 1024,
    subject: '调用量',
    article: 18,
    authenticate,
    take: (events, { viewer }) => reportUsage(runtime, viewer.organizationId!, events),
  });
