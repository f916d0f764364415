import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { BodyFacts } from '../government-body/guard.ts';
import { bodiesByRecord } from '../government-body/store.ts';
import type { CooperationItemRow } from '../tables-coordination.ts';
import { cooperationItemLifecycle } from './lifecycle.ts';

/** The register of what bodies are asked for; each belongs to the body. */
export const cooperationItem = noun<CooperationItemRow, BodyFacts>({
  lifecycle: cooperationItemLifecycle,
  table: 'operations.cooperationItem',
  numberPrefix: 'PH',
  searchColumns: ['bodyName', 'heading'],
  title: ({ heading }) => heading,
  facts: async (db, items, _viewer, input) => {
    const id = input?.governmentBodyId as string | undefined;
    const body = id ? ((await bodiesByRecord(db, [id])).get(id) ?? null) : null;
    return items.map(() => ({ body }));
  },
  effects: {
    open: async ({ input, facts }) => {
      const { organizationId, name: bodyName } = (facts as BodyFacts).body!;
      const { governmentBodyId: _body, ...particulars } = input;
      return { columns: { ...(particulars as Partial<CooperationItemRow>), organizationId, bodyName } };
    },
  },
});
