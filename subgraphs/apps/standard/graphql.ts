import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { STANDARD_KINDS } from '../choices.ts';
import type { StandardRow } from '../tables.ts';
import { standard } from './actions.ts';
import { orNobody } from './provided.ts';

/** The standards in the API. */
export function addStandard(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, standard, {
    plural: 'standards',
    organization: orNobody(organization),
    published: true,
    reads: { title: ['name'] },
    fields: (t) => ({
      code: t.exposeString('code', { description: '标准代码，登记后不变，门户的地址用它。' }),
      kind: t.field({
        type: enumOf(builder, 'StandardKind', STANDARD_KINDS),
        resolve: (row: StandardRow) => row.kind,
      }),
      name: t.exposeString('name'),
    }),
  });
}
