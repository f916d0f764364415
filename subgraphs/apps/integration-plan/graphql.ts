import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions, recordIn } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { app } from '../app/actions.ts';
import { INTEGRATION_CATEGORIES } from '../choices.ts';
import { legacyMobileApp } from '../legacy-mobile-app/actions.ts';
import type { IntegrationPlanRow } from '../tables.ts';
import { integrationPlan } from './actions.ts';

/** Plans to integrate legacy apps in the API. */
export function addIntegrationPlan(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  legacyAppType: ReturnType<typeof addNoun>,
  appType: ReturnType<typeof addNoun>,
) {
  return addNoun(builder, shared, integrationPlan, {
    plural: 'integrationPlans',
    organization,
    reads: { title: ['legacyAppName', 'phase'], legacyApp: ['legacyAppId'], app: ['appId'] },
    fields: (t) => ({
      legacyApp: t.field(
        recordIn(legacyMobileApp, 'legacyAppId', {
          type: legacyAppType,
        }),
      ),
      category: t.field({
        type: enumOf(builder, 'IntegrationCategory', INTEGRATION_CATEGORIES),
        description: '纳入办法。',
        resolve: (row: IntegrationPlanRow) => row.category,
      }),
      phase: t.exposeInt('phase', { description: '第几批。' }),
      plannedOn: t.field({
        type: 'Date',
        description: '计划完成日期。',
        resolve: (row: IntegrationPlanRow) => row.plannedOn,
      }),
      app: t.field(
        recordIn(app, 'appId', {
          type: appType,
          description: '纳入后的应用；没有完成或关停转办的为空。',
        }),
      ),
    }),
  });
}
