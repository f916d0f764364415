import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions, recordIn } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { app } from '../app/actions.ts';
import { FORCED_DELISTING_GROUNDS, SERVICE_CLASSES } from '../choices.ts';
import type { ForcedDelistingRow } from '../tables.ts';
import { forcedDelisting } from './actions.ts';

/** Forced delistings in the API; what users are told of them stands at the app. */
export function addForcedDelisting(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  appType: ReturnType<typeof addNoun>,
) {
  return addNoun(builder, shared, forcedDelisting, {
    plural: 'forcedDelistings',
    organization,
    reads: { title: ['appName'], app: ['appId'] },
    fields: (t) => ({
      app: t.field(
        recordIn(app, 'appId', {
          type: appType,
        }),
      ),
      appName: t.exposeString('appName'),
      ground: t.field({
        type: enumOf(builder, 'ForcedDelistingGround', FORCED_DELISTING_GROUNDS),
        resolve: (row: ForcedDelistingRow) => row.ground,
      }),
      findings: t.exposeString('findings', { description: '发现的问题。' }),
      noticeText: t.exposeString('noticeText', { nullable: true, description: '告知用户的文字。' }),
      rectification: t.exposeString('rectification', { nullable: true, description: '提供方的整改情况。' }),
      serviceClass: t.field({
        type: enumOf(builder, 'ServiceClass', SERVICE_CLASSES),
        description: '公共服务应用的应急下架须经管理单位在一个工作日内确认。',
        resolve: (row: ForcedDelistingRow) => row.serviceClass,
      }),
      vulnerabilityId: t.exposeID('vulnerabilityId', {
        nullable: true,
        description: '引起下架的安全漏洞的 id；另行立案的为空。',
      }),
      confirmedAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: '管理单位确认应急下架的时刻；尚未确认和市场化应用为空。',
        resolve: (row: ForcedDelistingRow) => row.confirmedAt,
      }),
      executedAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: '下架的时刻。',
        resolve: (row: ForcedDelistingRow) => row.executedAt,
      }),
    }),
  });
}
