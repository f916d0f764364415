import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import type { CommercialDataProfileRow } from '../tables-safety.ts';
import { commercialDataProfile } from './actions.ts';

/** How units protect their commercial data, in the API. */
export function addCommercialDataProfile(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, commercialDataProfile, {
    plural: 'commercialDataProfiles',
    organization,
    reads: { title: ['unitName'] },
    fields: (t) => ({
      unitName: t.exposeString('unitName', { description: '生态单位。' }),
      dueOn: t.field({
        type: 'Date',
        nullable: true,
        description: '登记期限；单位自行登记的为空。',
        resolve: (row: CommercialDataProfileRow) => row.dueOn,
      }),
      dataSets: t.exposeStringList('dataSets', {
        nullable: true,
        description: '自产的商业数据，每类一项；登记之前为空。',
      }),
      measures: t.exposeString('measures', { nullable: true, description: '保护措施；登记之前为空。' }),
      contact: t.exposeString('contact', {
        nullable: true,
        description: '数据安全联系电话（部门的）。用途：发生泄露时联系。登记之前为空。',
      }),
    }),
  });
}
