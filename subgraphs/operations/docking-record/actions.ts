import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { BodyFacts } from '../government-body/guard.ts';
import { bodiesByRecord } from '../government-body/store.ts';
import type { DockingRecordRow } from '../tables-coordination.ts';
import { dockingRecordLifecycle } from './lifecycle.ts';
import { isAbout } from './store.ts';

/** The register of dockings; each belongs to the project company, and the body that it is about reads it. */
export const dockingRecord = noun<DockingRecordRow, BodyFacts>({
  lifecycle: dockingRecordLifecycle,
  table: 'operations.dockingRecord',
  numberPrefix: 'DJ',
  searchColumns: ['bodyName', 'matter'],
  title: ({ bodyName, matter }) => `${bodyName}：${matter.slice(0, 30)}`,
  alsoReads: ({ organizationId }) => (organizationId === null ? null : isAbout(organizationId)),
  facts: async (db, records, _viewer, input) => {
    const id = input?.governmentBodyId as string | undefined;
    const body = id ? ((await bodiesByRecord(db, [id])).get(id) ?? null) : null;
    return records.map(() => ({ body }));
  },
  effects: {
    plan: async ({ input, facts }) => {
      const { organizationId: bodyId, name: bodyName } = (facts as BodyFacts).body!;
      const { governmentBodyId: _body, ...particulars } = input;
      return { columns: { ...(particulars as Partial<DockingRecordRow>), bodyId, bodyName } };
    },
  },
});
