import { type Given, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { readParameters } from '@zgt/runtime/parameters.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { brandAuthorization } from '../brand-authorization/actions.ts';
import { ecosystemUnit } from '../ecosystem-unit/actions.ts';
import type { StopOrderRow } from '../tables.ts';
import { type StopOrderFacts, stopOrderLifecycle } from './lifecycle.ts';
import { confirmDueAts, lockRunningUnit } from './store.ts';

function moveBrands(
  { alsoEach, record: { ecosystemUnitId } }: Given<StopOrderRow>,
  states: readonly string[],
  action: string,
  input?: Record<string, unknown>,
): Promise<void> {
  return alsoEach(brandAuthorization, { ecosystemUnitId }, states, action, input);
}

/** The register of stop orders: stopping and disposing act on brand and agreement in the same transaction. */
export const stopOrder = noun<StopOrderRow, StopOrderFacts>({
  lifecycle: stopOrderLifecycle,
  table: 'ecosystem.stopOrder',
  numberPrefix: 'JT',
  title: (order) => order.activities.join('、').slice(0, 40),
  facts: async (db, orders, _viewer, _input, parameters) => {
    const dueAts = await confirmDueAts(
      db,
      orders.flatMap((order) => (order ? [order.id] : [])),
    );
    const values = await (parameters?.() ?? readParameters(db));
    const revocationAllowed = values['stop_order.outcome_revoke'] === true;
    return orders.map((order) => ({
      confirmDueAt: (order && dueAts.get(order.id)) ?? null,
      revocationAllowed,
    }));
  },
  effects: {
    issue: async (given) => {
      const unit = await lockRunningUnit(given.tx, given.input.ecosystemUnitId);
      if (!unit)
        return {
          refusal: refuse('VALIDATION', {
            details: [{ path: 'ecosystemUnitId', message: '生态单位：没有这个单位，或它不在生态之内' }],
          }),
        };
      return { columns: { ...(given.input as Partial<StopOrderRow>), organizationId: unit.organizationId } };
    },
  },
  after: {
    issue: (given) => moveBrands(given, ['EFFECTIVE'], 'suspend'),
    dispose: async (given) => {
      const { record, also } = given;
      const basis = { clause: record.clause };
      if (record.outcome === 'REVOKE_AUTHORIZATION')
        await moveBrands(given, ['EFFECTIVE', 'SUSPENDED'], 'revoke', basis);
      if (record.outcome === 'TERMINATE_AGREEMENT')
        await also(ecosystemUnit, record.ecosystemUnitId, 'terminate', basis);
    },
  },
});
