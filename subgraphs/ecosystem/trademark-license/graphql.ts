import type { Builder, SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { BRAND_ACTIVITIES } from '../choices.ts';
import type { TrademarkLicenseRow } from '../tables.ts';
import { trademark } from '../trademark/actions.ts';
import { trademarkLicense } from './actions.ts';

/** Adds trademark licences; their organization is the licensee, the project company. */
export function addTrademarkLicense(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  trademarkRef: unknown,
) {
  return addNoun(builder, shared, trademarkLicense, {
    plural: 'trademarkLicenses',
    organization,
    reads: { title: [], trademark: ['trademarkId'] },
    fields: (t) => ({
      trademark: t.field({
        type: trademarkRef,
        nullable: true,
        description: '许可使用的商标。',
        resolve: (
          license: TrademarkLicenseRow,
          _: unknown,
          { loaders }: SubgraphContext,
          info: GraphQLResolveInfo,
        ) => loaders.record(trademark, info).load(license.trademarkId),
      }),
      activities: t.expose('activities', {
        type: [enumOf(builder, 'BrandActivity', BRAND_ACTIVITIES)],
        description: '许可的活动。',
      }),
      validFrom: t.expose('validFrom', { type: 'Date', description: '许可起始日。' }),
      validUntil: t.expose('validUntil', { type: 'Date', description: '许可截止日，含当日。' }),
    }),
  });
}
