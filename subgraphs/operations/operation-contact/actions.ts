import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { OperationContactRow } from '../tables-conduct.ts';
import { type OperationContactFacts, operationContactLifecycle } from './lifecycle.ts';
import { ownsApp } from './store.ts';

/** The register of contacts; each belongs to the government body. */
export const operationContact = noun<OperationContactRow, OperationContactFacts>({
  lifecycle: operationContactLifecycle,
  table: 'operations.operationContact',
  numberPrefix: 'LX',
  searchColumns: ['team'],
  title: ({ team }) => team,
  facts: async (db, contacts, { organizationId }, input) => {
    const appIsOwn = input?.appId ? await ownsApp(db, organizationId, input.appId) : true;
    return contacts.map(() => ({ appIsOwn }));
  },
});
