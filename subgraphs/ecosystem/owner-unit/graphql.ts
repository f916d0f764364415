import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { CONCESSION_SCOPES } from '../choices.ts';
import type { OwnerUnitRow } from '../tables.ts';
import { ownerUnit } from './actions.ts';

/** 业主单位 in the API. */
export function addOwnerUnit(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, ownerUnit, {
    plural: 'ownerUnits',
    organization,
    reads: { title: ['organizationName'] },
    fields: (t) => ({
      organizationName: t.string({ resolve: (owner: OwnerUnitRow) => owner.organizationName }),
      concessionNumber: t.string({ resolve: (owner: OwnerUnitRow) => owner.concessionNumber }),
      concessionScopes: t.field({
        type: [enumOf(builder, 'ConcessionScope', CONCESSION_SCOPES)],
        resolve: (owner: OwnerUnitRow) => owner.concessionScopes,
      }),
      grantedOn: t.field({ type: 'Date', resolve: (owner: OwnerUnitRow) => owner.grantedOn }),
      validUntil: t.field({ type: 'Date', resolve: (owner: OwnerUnitRow) => owner.validUntil }),
    }),
  });
}
