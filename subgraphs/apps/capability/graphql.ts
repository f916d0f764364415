import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { BASE_LAYERS, CAPABILITY_CATEGORIES, CAPABILITY_TIERS } from '../choices.ts';
import type { CapabilityRow } from '../tables.ts';
import { capability } from './actions.ts';

/** The catalogue of capabilities in the API. */
export function addCapability(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, capability, {
    plural: 'capabilities',
    organization,
    reads: { title: ['name'] },
    published: true,
    fields: (t) => ({
      code: t.exposeString('code', { description: '能力编码，协议范围以它为准。' }),
      name: t.exposeString('name'),
      category: t.field({
        type: enumOf(builder, 'CapabilityCategory', CAPABILITY_CATEGORIES),
        resolve: (row: CapabilityRow) => row.category,
      }),
      tier: t.field({
        type: enumOf(builder, 'CapabilityTier', CAPABILITY_TIERS),
        resolve: (row: CapabilityRow) => row.tier,
      }),
      baseLayer: t.field({
        type: enumOf(builder, 'BaseLayer', BASE_LAYERS),
        nullable: true,
        description: '底座能力所在的层；扩展能力为空。',
        resolve: (row: CapabilityRow) => row.baseLayer,
      }),
      description: t.exposeString('description'),
      versionText: t.exposeString('versionText', { description: '接口版本。' }),
      returnedFields: t.stringList({
        description: '返回的字段；申请时须逐项写明用途（第七十一条）。',
        resolve: ({ returnedFields }: CapabilityRow) => returnedFields ?? [],
      }),
      endNotice: t.exposeString('endNotice', {
        nullable: true,
        description: '不再推荐或撤下时告知使用单位的话；还在提供的为空。',
      }),
      endsOn: t.field({
        type: 'Date',
        nullable: true,
        description: '计划撤下日期，在此之前不会撤下；没有公布的为空。',
        resolve: (row: CapabilityRow) => row.endsOn,
      }),
      deprecatedAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: '公告不再推荐的时刻。',
        resolve: (row: CapabilityRow) => row.deprecatedAt,
      }),
      withdrawnAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: '撤下的时刻。',
        resolve: (row: CapabilityRow) => row.withdrawnAt,
      }),
      dailyQuota: t.exposeInt('dailyQuota', { description: '单个凭证每天最多可以调用的次数。' }),
    }),
  });
}
