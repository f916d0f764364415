import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import { ACCOUNTABILITY_SCOPES, type ResponsibilityFinding } from '../choices-incidents.ts';
import { readKnown } from '../incident/store.ts';
import type { AccountabilityCaseRow } from '../tables-incidents.ts';
import { bearerOf, leadOf } from './lead.ts';
import { type AccountabilityFacts, accountabilityCaseLifecycle } from './lifecycle.ts';
import { readLeads, responsibleProviders } from './store.ts';

const NOBODY: AccountabilityFacts['leads'] = { MANAGEMENT_UNIT: null, PROJECT_COMPANY: null };

/** The register of accountability; a case belongs to the organisation that leads it. */
export const accountabilityCase = noun<AccountabilityCaseRow, AccountabilityFacts>({
  lifecycle: accountabilityCaseLifecycle,
  table: 'operations.accountabilityCase',
  numberPrefix: 'ZR',
  searchColumns: ['subjectName'],
  title: ({ scope, subjectName }) => `${ACCOUNTABILITY_SCOPES[scope]}责任：${subjectName}`,
  facts: async (db, cases, _viewer, input) => {
    // Only what is being opened or determined is judged by its surroundings.
    const nothing = { incident: null, provider: null, leads: NOBODY };
    if (!input) return cases.map(() => nothing);
    if (cases.every((one) => one !== null)) {
      const providers = await responsibleProviders(
        db,
        cases.flatMap(({ incidentId }) => incidentId ?? []),
      );
      return cases.map(({ incidentId }) => ({
        ...nothing,
        provider: providers.get(incidentId ?? '') ?? null,
      }));
    }
    const incidentId = input.incidentId as string | null;
    const incident = incidentId ? ((await readKnown(db, [incidentId])).get(incidentId) ?? null) : null;
    const leads = await readLeads(db);
    return cases.map(() => ({ ...nothing, incident, leads }));
  },
  effects: {
    open: async ({ input, facts }) => {
      const given = input as AccountabilityCaseRow;
      const lead = leadOf(given.scope, given.subject);
      const organizationId = (facts as AccountabilityFacts).leads[lead]!;
      return { columns: { ...given, lead, organizationId } };
    },
    // Article 63: what happened is kept before anybody is found at fault.
    determine: async ({ record, input, facts, documents, attachedKinds }) => {
      if (!attachedKinds.has('EVIDENCE') && !documents.some(({ kind }) => kind === 'EVIDENCE'))
        return { refusal: refuse('EVIDENCE_REQUIRED', { articles: [63] }) };
      const { provider } = facts as AccountabilityFacts;
      const bearer = bearerOf(record.scope, input.responsibility as ResponsibilityFinding);
      return {
        columns: {
          ...(input as Partial<AccountabilityCaseRow>),
          bearer,
          ...(bearer === 'APP_PROVIDER' && {
            responsibleName: provider!.name,
            responsibleOrganizationId: provider!.organizationId,
            responsibleShare: 100,
          }),
        },
      };
    },
    fileReport: async ({ input, now }) => ({ columns: { report: input.report as string, reportedAt: now } }),
  },
});
