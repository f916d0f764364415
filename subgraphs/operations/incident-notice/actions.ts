import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { readKnown } from '../incident/store.ts';
import type { IncidentNoticeRow } from '../tables-incidents.ts';
import { type IncidentNoticeFacts, incidentNoticeLifecycle } from './lifecycle.ts';

/** The register of what providers are told of incidents; each notice belongs to the provider of the app. */
export const incidentNotice = noun<IncidentNoticeRow, IncidentNoticeFacts>({
  lifecycle: incidentNoticeLifecycle,
  table: 'operations.incidentNotice',
  numberPrefix: 'TB',
  searchColumns: ['appName'],
  title: ({ appName }) => `事件通报：${appName}`,
  facts: async (db, notices, _viewer, input) => {
    const { incidentId, appId } = (input ?? {}) as Partial<IncidentNoticeRow>;
    const known = await readKnown(
      db,
      [incidentId, appId].filter((id) => typeof id === 'string'),
    );
    const of = (id: string | undefined) => (id && known.get(id)) || null;
    return notices.map(() => ({ incident: of(incidentId), app: of(appId) }));
  },
  effects: {
    send: async ({ input, facts }) => {
      const { title, organizationId } = (facts as IncidentNoticeFacts).app!;
      return { columns: { ...(input as Partial<IncidentNoticeRow>), appName: title, organizationId } };
    },
  },
});
