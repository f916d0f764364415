import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { GOVERNMENT_LEVELS, GOVERNMENT_PARTIES } from '../choices.ts';
import type { GovernmentBodyRow } from '../tables.ts';
import { governmentBody } from './actions.ts';

/** 政府单位 in the API. */
export function addGovernmentBody(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, governmentBody, {
    plural: 'governmentBodies',
    organization,
    reads: { title: ['organizationName'] },
    fields: (t) => ({
      organizationName: t.string({ resolve: (body: GovernmentBodyRow) => body.organizationName }),
      party: t.field({
        type: enumOf(builder, 'GovernmentParty', GOVERNMENT_PARTIES),
        resolve: (body: GovernmentBodyRow) => body.party,
      }),
      level: t.field({
        type: enumOf(builder, 'GovernmentLevel', GOVERNMENT_LEVELS),
        resolve: (body: GovernmentBodyRow) => body.level,
      }),
      regionCode: t.string({ resolve: (body: GovernmentBodyRow) => body.regionCode }),
    }),
  });
}
