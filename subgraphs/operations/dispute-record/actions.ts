import { type Given, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { accountabilityCase } from '../accountability-case/actions.ts';
import { readKnownByNumber, readSingletons } from '../subjects/store.ts';
import type { DisputeRecordRow } from '../tables.ts';
import { type DisputeFacts, disputeRecordLifecycle } from './lifecycle.ts';

/** Article 54: harm to the brand is looked into by itself, and led by the management unit. */
async function openCase({ tx, record, reason, create }: Given<DisputeRecordRow>) {
  const managementId = (await readSingletons(tx)).get('MANAGEMENT_UNIT');
  if (!managementId)
    return {
      refusal: refuse('VALIDATION', { details: [{ path: '', message: '管理单位还没有登记，不能立案' }] }),
    };
  const { number } = await create(
    accountabilityCase,
    'openForBrand',
    {
      scope: 'BRAND',
      subject: 'OWNER_UNIT',
      subjectName: '业主单位',
      incidentId: null,
      lead: 'MANAGEMENT_UNIT',
      matter: `商业纠纷 ${record.number}（${record.activity}）损害品牌。${reason ?? ''}`,
    },
    managementId,
  );
  return { columns: { accountabilityNumber: number } };
}

/** The register of disputes; each belongs to the organisation that reported it. */
export const disputeRecord = noun<DisputeRecordRow, DisputeFacts>({
  lifecycle: disputeRecordLifecycle,
  table: 'operations.disputeRecord',
  numberPrefix: 'JF',
  searchColumns: ['activity', 'reference'],
  title: ({ activity }) => activity.slice(0, 40),
  facts: async (db, disputes, _viewer, input) => {
    const number = input?.accountabilityNumber as string | null | undefined;
    const accountability = number ? ((await readKnownByNumber(db, [number])).get(number) ?? null) : null;
    return disputes.map(() => ({ accountability }));
  },
  effects: {
    assessImpact: async (given) => {
      const brandImpact = given.input.brandImpact as string;
      if (brandImpact !== 'ADVERSE' || given.record.accountabilityNumber !== null)
        return { columns: { brandImpact } };
      const opened = await openCase(given);
      return 'refusal' in opened ? opened : { columns: { brandImpact, ...opened.columns } };
    },
    holdResponsible: async ({ record, input }) => ({
      columns: {
        responsibleParty: input.responsibleParty as string,
        accountabilityNumber: (input.accountabilityNumber as string | null) ?? record.accountabilityNumber,
      },
    }),
  },
});
