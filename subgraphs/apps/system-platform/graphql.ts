import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { PLATFORM_KINDS } from '../choices.ts';
import type { SystemPlatformRow } from '../tables.ts';
import { systemPlatform } from './actions.ts';

/** The system platforms in the API. */
export function addSystemPlatform(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, systemPlatform, {
    plural: 'systemPlatforms',
    organization,
    reads: { title: ['name', 'versionText'] },
    fields: (t) => ({
      kind: t.field({
        type: enumOf(builder, 'SystemPlatformKind', PLATFORM_KINDS),
        resolve: (row: SystemPlatformRow) => row.kind,
      }),
      name: t.exposeString('name'),
      versionText: t.exposeString('versionText'),
      liveAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: '上线的时刻。',
        resolve: (row: SystemPlatformRow) => row.liveAt,
      }),
      plannedOfflineOn: t.field({
        type: 'Date',
        nullable: true,
        description: '计划下线日期，不早于申请日之后第十个工作日；经同意的特殊安排除外。',
        resolve: (row: SystemPlatformRow) => row.plannedOfflineOn,
      }),
      offlineImpact: t.exposeString('offlineImpact', { nullable: true, description: '影响和善后安排。' }),
      specialReason: t.exposeString('specialReason', {
        nullable: true,
        description: '短于规定提前期的理由；符合规定的为空。',
      }),
      integratedPlatforms: t.stringList({
        description: '所集成的既有平台，各写作“平台名称（所属单位）”（第二条）。',
        resolve: ({ integratedPlatforms }: SystemPlatformRow) => integratedPlatforms ?? [],
      }),
      offlineAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: '下线的时刻。',
        resolve: (row: SystemPlatformRow) => row.offlineAt,
      }),
    }),
  });
}
