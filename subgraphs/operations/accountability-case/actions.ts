import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { ACCOUNTABILITY_SCOPES, type ResponsibilityFinding } from '../choices-incidents.ts';
import { readKnown } from '../incident/store.ts';
import type { AccountabilityCaseRow } from '../tables-incidents.ts';
import { bearerOf, leadOf } from './lead.ts';
import { type AccountabilityFacts, accountabilityCaseLifecycle } from './lifecycle.ts';
import { readLeads } from './store.ts';

const NOBODY: AccountabilityFacts['leads'] = { MANAGEMENT_UNIT: null, PROJECT_COMPANY: null };

/** The register of accountability; a case belongs to the organisation that leads it. */
export const accountabilityCase = noun<AccountabilityCaseRow, AccountabilityFacts>({
  lifecycle: accountabilityCaseLifecycle,
  table: 'operations.accountabilityCase',
  numberPrefix: 'ZR',
  searchColumns: ['subjectName'],
  title: ({ scope, subjectName }) => `${ACCOUNTABILITY_SCOPES[scope]}责任：${subjectName}`,
  facts: async (db, cases, _viewer, input) => {
    // Only what is being opened is judged by its surroundings.
    if (!input || cases.every((one) => one !== null))
      return cases.map(() => ({ incident: null, leads: NOBODY }));
    const incidentId = input.incidentId as string | null;
    const incident = incidentId ? ((await readKnown(db, [incidentId])).get(incidentId) ?? null) : null;
    const leads = await readLeads(db);
    return cases.map(() => ({ incident, leads }));
  },
  effects: {
    open: async ({ input, facts }) => {
      const given = input as AccountabilityCaseRow;
      const lead = leadOf(given.scope, given.subject);
      const organizationId = (facts as AccountabilityFacts).leads[lead]!;
      return { columns: { ...given, lead, organizationId } };
    },
    // Article 63: what happened is kept before anybody is found at fault.
    determine: async ({ record, input, documents, attachedKinds }) =>
      attachedKinds.has('EVIDENCE') || documents.some(({ kind }) => kind === 'EVIDENCE')
        ? {
            columns: {
              ...(input as Partial<AccountabilityCaseRow>),
              bearer: bearerOf(record.scope, input.responsibility as ResponsibilityFinding),
            },
          }
        : { refusal: refuse('EVIDENCE_REQUIRED', { articles: [63] }) },
    fileReport: async ({ input, now }) => ({ columns: { report: input.report as string, reportedAt: now } }),
  },
});
