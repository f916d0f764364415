import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { readSurroundings } from '../app/store.ts';
import { readExceptions } from '../consolidation-exception/store.ts';
import { legacyMobileApp } from '../legacy-mobile-app/actions.ts';
import { readLegacyApps } from '../legacy-mobile-app/store.ts';
import type { IntegrationPlanRow } from '../tables.ts';
import { type IntegrationPlanFacts, integrationPlanLifecycle } from './lifecycle.ts';

/** The register of plans; the legacy app follows what becomes of its plan in the same transaction. */
export const integrationPlan = noun<IntegrationPlanRow, IntegrationPlanFacts>({
  lifecycle: integrationPlanLifecycle,
  table: 'apps.integrationPlan',
  numberPrefix: 'NR',
  searchColumns: ['legacyAppName'],
  title: ({ legacyAppName, phase }) => `${legacyAppName}（第 ${phase} 批）`,
  facts: async (db, plans, _viewer, input) => {
    const { appId = null, exceptionId = null, legacyAppId = null } = input ?? {};
    const ids = plans.map((plan) => plan?.legacyAppId ?? legacyAppId);
    const legacyApps = await readLegacyApps(
      db,
      ids.filter((id) => id !== null),
    );
    const app = appId && (await readSurroundings(db, { appIds: [appId] })).app(appId);
    const exception = exceptionId && (await readExceptions(db, [exceptionId])).get(exceptionId);
    return ids.map((id) => ({
      legacyApp: legacyApps.get(id) ?? null,
      app: app || null,
      exception: exception || null,
    }));
  },
  effects: {
    plan: async ({ input, facts }) => ({
      columns: {
        ...(input as Partial<IntegrationPlanRow>),
        legacyAppName: (facts as IntegrationPlanFacts).legacyApp!.name,
      },
    }),
    retain: async () => ({ columns: {} }),
  },
  after: {
    plan: async ({ record: { legacyAppId }, also }) => {
      await also(legacyMobileApp, legacyAppId, 'plan');
    },
    integrate: async ({ record: { legacyAppId }, also }) => {
      await also(legacyMobileApp, legacyAppId, 'integrate');
    },
    retain: async ({ record: { legacyAppId }, input, also }) => {
      await also(legacyMobileApp, legacyAppId, 'unplan');
      await also(legacyMobileApp, legacyAppId, 'retain', { exceptionId: input.exceptionId });
    },
    abandon: async ({ record: { legacyAppId }, also }) => {
      await also(legacyMobileApp, legacyAppId, 'unplan');
    },
  },
});
