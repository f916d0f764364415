import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { readSurroundings } from '../app/store.ts';
import { infrastructureItem } from '../infrastructure-item/actions.ts';
import type { InfrastructureRequestRow } from '../tables.ts';
import { type InfrastructureRequestFacts, infrastructureRequestLifecycle } from './lifecycle.ts';
import { countItems } from './store.ts';

/** The register of requests for infrastructure; the items follow their request in the same transaction. */
export const infrastructureRequest = noun<InfrastructureRequestRow, InfrastructureRequestFacts>({
  lifecycle: infrastructureRequestLifecycle,
  table: 'apps.infrastructureRequest',
  numberPrefix: 'ZY',
  searchColumns: ['publicServiceNeed'],
  title: ({ publicServiceNeed }) => publicServiceNeed.slice(0, 40),
  facts: async (db, requests, _viewer, input) => {
    const appIds = requests.map((request) => (input?.appId as string | null) ?? request?.appId ?? null);
    const wanted = appIds.filter((id) => id !== null);
    const surroundings = wanted.length > 0 ? await readSurroundings(db, { appIds: wanted }) : null;
    const items = await countItems(
      db,
      requests.flatMap((request) => (request ? [request.id] : [])),
    );
    return requests.map((request, index) => ({
      app: surroundings?.app(appIds[index]!) ?? null,
      items: (request && items.get(request.id)) ?? 0,
    }));
  },
  after: {
    submit: ({ record: { id }, alsoEach }) =>
      alsoEach(infrastructureItem, { requestId: id }, ['DRAFT'], 'submit'),
    return: ({ record: { id }, alsoEach }) =>
      alsoEach(infrastructureItem, { requestId: id }, ['REQUESTED'], 'recall'),
    withdraw: ({ record: { id }, alsoEach }) =>
      alsoEach(infrastructureItem, { requestId: id }, ['DRAFT', 'REQUESTED'], 'drop'),
    release: ({ record: { id }, alsoEach }) =>
      alsoEach(
        infrastructureItem,
        { requestId: id },
        ['REQUESTED', 'PARTIAL', 'ALLOCATED'],
        'releaseWithRequest',
      ),
  },
});
