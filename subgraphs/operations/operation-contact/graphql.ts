import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import type { OperationContactRow } from '../tables-conduct.ts';
import { operationContact } from './actions.ts';

/** Contacts for operation in the API. */
export function addOperationContact(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, operationContact, {
    plural: 'operationContacts',
    organization,
    reads: { title: ['team'] },
    fields: (t) => ({
      team: t.exposeString('team', { description: '专门队伍或科室。' }),
      phone: t.exposeString('phone', { description: '工作电话。用途：就接入和运营与单位联系。' }),
      duties: t.exposeString('duties', { description: '负责的事。' }),
      appId: t.id({
        nullable: true,
        description: '负责的应用的 id；空为本单位的全部应用。',
        resolve: (row: OperationContactRow) => row.appId,
      }),
    }),
  });
}
