import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { readStandings } from '@zgt/runtime/organizations.ts';
import { readParameters } from '@zgt/runtime/parameters.ts';
import type { PolicyDocumentRow } from '../tables-coordination.ts';
import { type PolicyDocumentFacts, policyDocumentLifecycle } from './lifecycle.ts';

/** The register of policies; each belongs to the body that issued it. */
export const policyDocument = noun<PolicyDocumentRow, PolicyDocumentFacts>({
  lifecycle: policyDocumentLifecycle,
  table: 'operations.policyDocument',
  numberPrefix: 'ZW',
  searchColumns: ['heading'],
  title: ({ heading }) => heading,
  facts: async (db, records, viewer, _input, parameters) => {
    const unit = viewer.party === 'ECOSYSTEM_UNIT' && records.includes(null) ? viewer.organizationId! : null;
    if (unit === null) return records.map(() => ({ governmentOnly: true, unitState: null }));
    const values = await (parameters ?? (() => readParameters(db)))();
    const standings = await readStandings(db, 'ECOSYSTEM_UNIT', [unit]);
    const governmentOnly = values['provider.kind_matrix'] === true;
    return records.map(() => ({ governmentOnly, unitState: standings.get(unit)?.state ?? null }));
  },
});
