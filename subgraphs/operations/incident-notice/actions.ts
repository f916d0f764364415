import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { incident } from '../incident/actions.ts';
import { isOwnCause, readKnown } from '../incident/store.ts';
import { rectification } from '../rectification/actions.ts';
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
    const ownCause = Boolean(incidentId && appId) && (await isOwnCause(db, incidentId!, appId!));
    return notices.map(() => ({ incident: of(incidentId), app: of(appId), isOwnCause: ownCause }));
  },
  effects: {
    send: async ({ input, facts }) => {
      const { app, isOwnCause: mustChoose } = facts as IncidentNoticeFacts;
      const { title, organizationId } = app!;
      return {
        columns: { ...(input as Partial<IncidentNoticeRow>), appName: title, organizationId },
        state: mustChoose ? 'AWAITING_CHOICE' : 'SENT',
      };
    },
  },
  after: {
    send: async ({ record, also }) => {
      if (record.state === 'AWAITING_CHOICE') await also(incident, record.incidentId, 'contactProvider');
    },
    chooseRectification: async ({ record, create }) => {
      await create(
        rectification,
        'open',
        {
          kind: 'UNIT_OPERATIONS',
          cause: 'DEFECT',
          issuedBy: 'PROJECT_COMPANY',
          findings: record.text,
          demands: `按所报的办法整改应用“${record.appName}”：${record.plan}`,
          dueOn: record.rectifyBy,
          sourceNoun: 'IncidentNotice',
          sourceId: record.id,
          sourceNumber: record.number,
        },
        record.organizationId,
      );
    },
  },
});
