import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { readSurroundings } from '../app/store.ts';
import type { InfrastructureBindingRow } from '../tables.ts';
import { type InfrastructureBindingFacts, infrastructureBindingLifecycle } from './lifecycle.ts';
import { readSources } from './store.ts';

const NOTHING: InfrastructureBindingFacts = { app: null, itemState: null, resourceState: null };

/** The register of what apps run on. */
export const infrastructureBinding = noun<InfrastructureBindingRow, InfrastructureBindingFacts>({
  lifecycle: infrastructureBindingLifecycle,
  table: 'apps.infrastructureBinding',
  numberPrefix: 'BD',
  searchColumns: ['appName'],
  title: ({ appName }) => `${appName}的资源`,
  facts: async (db, bindings, _viewer, input) => {
    const { appId = null, itemId = null, resourceId = null } = input ?? {};
    if (appId === null) return bindings.map(() => NOTHING);
    const app = (await readSurroundings(db, { appIds: [appId] })).app(appId);
    const sources = await readSources(db, { itemId, resourceId });
    return bindings.map(() => ({ app, ...sources }));
  },
  effects: {
    bind: async ({ input, facts }) => ({
      columns: {
        ...(input as Partial<InfrastructureBindingRow>),
        appName: (facts as InfrastructureBindingFacts).app!.name,
      },
    }),
  },
});
