import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { rectification } from '../rectification/actions.ts';
import { readKnown } from '../subjects/store.ts';
import type { UnitOpsCheckRow } from '../tables.ts';
import { OPS_ASPECTS, type UnitOpsCheckFacts, unitOpsCheckLifecycle } from './lifecycle.ts';

/** The register of checks on units; each belongs to the unit, and orders it to mend in the same transaction. */
export const unitOpsCheck = noun<UnitOpsCheckRow, UnitOpsCheckFacts>({
  lifecycle: unitOpsCheckLifecycle,
  table: 'operations.unitOpsCheck',
  numberPrefix: 'YJ',
  searchColumns: ['unitName'],
  title: ({ unitName, checkedOn }) => `${unitName} ${checkedOn}`,
  facts: async (db, checks, _viewer, input) => {
    const unitId = input?.unitId as string | undefined;
    const unit = unitId ? (await readKnown(db, [unitId])).get(unitId) : undefined;
    const unitOrganizationId = unit?.noun === 'EcosystemUnit' ? unit.organizationId : null;
    return checks.map(() => ({ unitOrganizationId }));
  },
  effects: {
    record: async ({ tx, input, facts }) => {
      const { unitId, ...particulars } = input;
      const unit = (await readKnown(tx, [unitId])).get(unitId)!;
      return {
        columns: {
          ...(particulars as Partial<UnitOpsCheckRow>),
          organizationId: (facts as UnitOpsCheckFacts).unitOrganizationId!,
          unitName: unit.title,
        },
        state: OPS_ASPECTS.some((aspect) => input[aspect] === 'DEFECTIVE') ? 'DEFECTIVE' : 'SOUND',
      };
    },
  },
  after: {
    record: async ({ record, create }) => {
      if (record.state !== 'DEFECTIVE') return;
      await create(
        rectification,
        'open',
        {
          kind: 'UNIT_OPERATIONS',
          cause: 'DEFECT',
          issuedBy: 'PROJECT_COMPANY',
          findings: record.note,
          demands: record.demands,
          dueOn: record.rectifyBy,
          sourceNoun: 'UnitOpsCheck',
          sourceId: record.id,
          sourceNumber: record.number,
        },
        record.organizationId,
      );
    },
  },
});
