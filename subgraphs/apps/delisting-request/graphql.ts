import type { Builder, SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import { asParent } from '@zgt/runtime/graphql/cache-hints.ts';
import { addNoun, enumOf, type NounOptions, recordIn } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { app } from '../app/actions.ts';
import { DELISTING_GAPS, SERVICE_CLASSES } from '../choices.ts';
import type { DelistingRequestRow } from '../tables.ts';
import { delistingRequest } from './actions.ts';

/** Requests for delisting in the API; anyone reads those that are announced. */
export function addDelistingRequest(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  appType: ReturnType<typeof addNoun>,
) {
  return addNoun(builder, shared, delistingRequest, {
    plural: 'delistingRequests',
    organization,
    reads: { title: ['appName'], app: ['appId'], earliestDelistAt: [] },
    published: true,
    filters: { appId: { column: 'appId', description: '只要这个应用的。', reference: true } },
    fields: (t) => ({
      app: t.field(asParent(recordIn(app, 'appId', { type: appType }))),
      appName: t.exposeString('appName', { description: '应用名称，申请时的。' }),
      serviceClass: t.field({
        type: enumOf(builder, 'ServiceClass', SERVICE_CLASSES),
        resolve: (row: DelistingRequestRow) => row.serviceClass,
      }),
      ground: t.exposeString('ground', { description: '下架原因。' }),
      userImpact: t.exposeString('userImpact', { description: '对用户的影响。' }),
      alternative: t.exposeString('alternative', { description: '替代办法。' }),
      plannedOn: t.field({
        type: 'Date',
        nullable: true,
        resolve: (row: DelistingRequestRow) => row.plannedOn,
      }),
      announcementText: t.exposeString('announcementText', { nullable: true }),
      missingItems: t.field({
        type: [enumOf(builder, 'DelistingGap', DELISTING_GAPS)],
        description: '退回时指出的欠缺。',
        resolve: (row: DelistingRequestRow) => row.missingItems ?? [],
      }),
      announcedAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: '现行公告发布的时刻；改动公告后是改动的时刻。',
        resolve: (row: DelistingRequestRow) => row.announcedAt,
      }),
      earliestDelistAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: '公告期满的第一刻，系统在此时完成下架；没有公告时为空。',
        resolve: async ({ id }: DelistingRequestRow, _: unknown, { loaders }: SubgraphContext) =>
          (await loaders.deadlines.load(id)).findLast(
            ({ name, endedAt }) => name === 'announcement' && endedAt === null,
          )?.dueAt ?? null,
      }),
      completedAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: '下架的时刻。',
        resolve: (row: DelistingRequestRow) => row.completedAt,
      }),
    }),
  });
}
