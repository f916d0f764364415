import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, type NounOptions, recordIn } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { incident } from '../incident/actions.ts';
import type { IncidentNoticeRow } from '../tables-incidents.ts';
import { incidentNotice } from './actions.ts';

/** What providers are told of incidents, in the API. */
export function addIncidentNotice(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  incidentType: ReturnType<typeof addNoun>,
  appType: NounOptions['organization']['type'],
) {
  return addNoun(builder, shared, incidentNotice, {
    plural: 'incidentNotices',
    organization,
    filters: { incidentId: { column: 'incidentId', description: '只要这个事件的。', reference: true } },
    reads: { title: ['appName'], incident: ['incidentId'], app: ['appId'] },
    fields: (t) => ({
      incident: t.field(
        recordIn(incident, 'incidentId', { type: incidentType, description: '事件；访问者无权查看时为空。' }),
      ),
      app: t.field({ type: appType, resolve: ({ appId }: IncidentNoticeRow) => ({ id: appId }) }),
      appName: t.exposeString('appName', { description: '受影响的应用，当时的名称。' }),
      text: t.exposeString('text', { description: '告知的内容。' }),
      answer: t.exposeString('answer', { nullable: true, description: '提供方的回应。' }),
      rectifyBy: t.field({
        type: 'Date',
        nullable: true,
        description: '因应用自身原因须整改的期限，含当日；不是这样的为空。',
        resolve: (row: IncidentNoticeRow) => row.rectifyBy,
      }),
      plan: t.exposeString('plan', { nullable: true, description: '提供方选择整改时所报的办法。' }),
      noticeText: t.exposeString('noticeText', {
        nullable: true,
        description: '提供方选择下架时告知用户的文字。',
      }),
    }),
  });
}
