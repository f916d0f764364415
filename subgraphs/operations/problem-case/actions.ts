import { type Given, noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { ParameterValues } from '@zgt/runtime/parameters.ts';
import { keepEvidence } from '../evidence/keep.ts';
import { rectification } from '../rectification/actions.ts';
import { readKnown } from '../subjects/store.ts';
import type { ProblemCaseRow } from '../tables.ts';
import { type ProblemCaseFacts, problemCaseLifecycle } from './lifecycle.ts';

/** Who leads a case by what it is about; where the text leaves it open, by parameter (articles 28 and 41). */
function leadOf(scope: string, parameters: ParameterValues): string {
  switch (scope) {
    case 'PUBLIC_OPERATION':
      return 'MANAGEMENT_UNIT';
    case 'MARKET_OPERATION':
      return parameters['problem_case.market_operation_lead'] as string;
    case 'GOVERNMENT_CONSTRUCTION':
      return parameters['accountability.government_construction_lead'] as string;
    default:
      return 'PROJECT_COMPANY';
  }
}

const MINUTE_MS = 60_000;

async function keep(given: Given<ProblemCaseRow>): Promise<void> {
  const { appId } = given.record;
  await keepEvidence(given, (appId && (await readKnown(given.tx, [appId])).get(appId)) || null);
}

/** Article 41: with a market app that is taken off goes the order to its provider to mend it. */
async function orderToMend({ record, create }: Given<ProblemCaseRow>): Promise<void> {
  if (!record.scope.startsWith('MARKET_')) return;
  await create(
    rectification,
    'open',
    {
      kind: 'MARKET_APP',
      cause: 'DEFECT',
      issuedBy: 'PROJECT_COMPANY',
      findings: record.findings,
      demands: record.demands,
      dueOn: record.rectifyBy,
      sourceNoun: 'ProblemCase',
      sourceId: record.id,
      sourceNumber: record.number,
    },
    record.organizationId,
  );
}

/** Until then whoever handles the case keeps it to themselves; with what is taken away it becomes the provider's to see. */
const contain =
  (basis: string | null) =>
  async ({ record, input, now }: Given<ProblemCaseRow>) => ({
    columns: {
      ...(input as Partial<ProblemCaseRow>),
      ...(basis !== null && { basis }),
      organizationId: record.providerId ?? record.organizationId,
      containedAt: now,
    },
  });

/** The register of problem cases; delisting and the order to mend follow from the case itself. */
export const problemCase = noun<ProblemCaseRow, ProblemCaseFacts>({
  lifecycle: problemCaseLifecycle,
  table: 'operations.problemCase',
  numberPrefix: 'WT',
  searchColumns: ['subjectName', 'findings'],
  title: ({ subjectName, findings }) => `${subjectName}：${findings.slice(0, 30)}`,
  facts: async (db, cases, _viewer, input) => {
    const ids = cases.map((one) => one?.appId ?? (input?.appId as string | null | undefined) ?? null);
    const found = input ? await readKnown(db, ids) : new Map();
    return ids.map((id) => ({ app: (id && found.get(id)) || null }));
  },
  effects: {
    open: async ({ input, facts, parameters, now }) => {
      const { minutesSinceDiscovery, ...particulars } = input;
      const { app } = facts as ProblemCaseFacts;
      return {
        columns: {
          ...(particulars as Partial<ProblemCaseRow>),
          providerId: app?.organizationId ?? null,
          subjectName: app?.title ?? (input.contentReference as string).slice(0, 60),
          lead: leadOf(input.scope as string, parameters),
          discoveredAt: new Date(now.getTime() - (minutesSinceDiscovery as number) * MINUTE_MS),
        },
      };
    },
    keepEvidence: async ({ record, now }) => ({
      columns: { evidenceKeptAt: record.evidenceKeptAt ?? now },
    }),
    addEvidence: async () => ({ columns: {} }),
    orderDelisting: contain(null),
    delistInEmergency: contain('EMERGENCY'),
    confirmEmergency: async ({ now }) => ({ columns: { confirmedAt: now } }),
    removeContent: contain(null),
    fileReport: async ({ input, now }) => ({ columns: { report: input.report as string, reportedAt: now } }),
    correctScope: async ({ input, parameters }) => ({
      columns: { scope: input.scope as string, lead: leadOf(input.scope as string, parameters) },
    }),
  },
  after: {
    keepEvidence: keep,
    addEvidence: keep,
    orderDelisting: orderToMend,
    delistInEmergency: orderToMend,
  },
});
