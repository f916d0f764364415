import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions, recordIn } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { BRAND_ACTIVITIES } from '../choices.ts';
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
      trademark: t.field(
        recordIn(trademark, 'trademarkId', {
          type: trademarkRef,
          description: '许可使用的商标。',
        }),
      ),
      activities: t.expose('activities', {
        type: [enumOf(builder, 'BrandActivity', BRAND_ACTIVITIES)],
        description: '许可的活动。',
      }),
      validFrom: t.expose('validFrom', { type: 'Date', description: '许可起始日。' }),
      validUntil: t.expose('validUntil', { type: 'Date', description: '许可截止日，含当日。' }),
    }),
  });
}
