import { shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import { now } from '@zgt/runtime/clock.ts';
import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions, recordIn } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { BRAND_ACTIVITIES, BRAND_CHANNELS } from '../choices.ts';
import { ecosystemUnit } from '../ecosystem-unit/actions.ts';
import type { BrandAuthorizationRow } from '../tables.ts';
import { trademark } from '../trademark/actions.ts';
import { brandAuthorization } from './actions.ts';
import { isInForce } from './verify.ts';

/** 品牌授权 in the API. */
export function addBrandAuthorization(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  unitType: any,
  trademarkType: any,
) {
  return addNoun(builder, shared, brandAuthorization, {
    plural: 'brandAuthorizations',
    organization,
    reads: {
      title: ['purpose'],
      ecosystemUnit: ['ecosystemUnitId'],
      trademark: ['trademarkId'],
      isEffective: ['validFrom', 'validUntil'],
    },
    fields: (t) => ({
      ecosystemUnit: t.field(
        recordIn(ecosystemUnit, 'ecosystemUnitId', {
          type: unitType,
        }),
      ),
      trademark: t.field(
        recordIn(trademark, 'trademarkId', {
          type: trademarkType,
        }),
      ),
      isEffective: t.boolean({
        description: '此刻是否有效：已获同意、在期限内、未暂停或撤销。',
        resolve: (brand: BrandAuthorizationRow) => isInForce(brand, shanghaiDate(now())),
      }),
      purpose: t.string({ resolve: (brand: BrandAuthorizationRow) => brand.purpose }),
      activities: t.field({
        type: [enumOf(builder, 'BrandActivity', BRAND_ACTIVITIES)],
        resolve: (brand: BrandAuthorizationRow) => brand.activities,
      }),
      channels: t.field({
        type: [enumOf(builder, 'BrandChannel', BRAND_CHANNELS)],
        resolve: (brand: BrandAuthorizationRow) => brand.channels,
      }),
      regions: t.stringList({ resolve: (brand: BrandAuthorizationRow) => brand.regions }),
      materials: t.stringList({ resolve: (brand: BrandAuthorizationRow) => brand.materials }),
      validFrom: t.field({ type: 'Date', resolve: (brand: BrandAuthorizationRow) => brand.validFrom }),
      validUntil: t.field({ type: 'Date', resolve: (brand: BrandAuthorizationRow) => brand.validUntil }),
      endorsement: t.string({
        nullable: true,
        description: '项目公司的授权意见。',
        resolve: (brand: BrandAuthorizationRow) => brand.endorsement,
      }),
      consentedAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: '管理单位同意的时刻；在此之前授权不生效。',
        resolve: (brand: BrandAuthorizationRow) => brand.consentedAt,
      }),
      certificateNumber: t.string({
        nullable: true,
        description: '证书编号；同意之后才有，凭它公开核验。',
        resolve: (brand: BrandAuthorizationRow) => brand.certificateNumber,
      }),
    }),
  });
}
