import { type Given, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { contentStanding, readStandings } from '@zgt/runtime/organizations.ts';
import { numberParameter } from '@zgt/runtime/parameters.ts';
import { CONTENT_INCIDENT_KINDS } from '../choices-conduct.ts';
import { problemCase } from '../problem-case/actions.ts';
import type { ContentIncidentRow } from '../tables-conduct.ts';
import { type ContentIncidentFacts, contentIncidentLifecycle } from './lifecycle.ts';
import { readContents } from './store.ts';

/** Articles 28 and 45: a major risk to public opinion in a public app is a problem of its operation, led by the management unit. */
async function openProblemCase({
  tx,
  input,
  facts,
  now,
  viewer,
  create,
}: Given<ContentIncidentRow>): Promise<{ problemCaseNumber: string } | null> {
  if (input.kind !== 'OPINION_RISK' || input.level !== 'MAJOR') return null;
  const { organizationId, title } = (facts as ContentIncidentFacts).content!;
  const shownIn = (
    await readStandings<{ appId: string; appName: string; serviceClass: string }>(
      tx,
      contentStanding(input.contentId),
      [organizationId],
    )
  ).get(organizationId)?.scope;
  if (shownIn?.serviceClass !== 'PUBLIC') return null;
  const { number: problemCaseNumber } = await create(
    problemCase,
    'openForOpinion',
    {
      scope: 'PUBLIC_OPERATION',
      lead: 'MANAGEMENT_UNIT',
      appId: shownIn.appId,
      providerId: organizationId,
      contentReference: title,
      subjectName: shownIn.appName,
      severity: 'MAJOR',
      findings: input.findings,
      discoveredAt: now,
    },
    viewer.organizationId!,
  );
  return { problemCaseNumber };
}

/** The register of incidents with contents; each belongs to the provider of the content. */
export const contentIncident = noun<ContentIncidentRow, ContentIncidentFacts>({
  lifecycle: contentIncidentLifecycle,
  table: 'operations.contentIncident',
  numberPrefix: 'CZ',
  searchColumns: ['contentTitle'],
  title: ({ kind, contentTitle }) =>
    `${CONTENT_INCIDENT_KINDS[kind as keyof typeof CONTENT_INCIDENT_KINDS]}：${contentTitle}`,
  facts: async (db, incidents, _viewer, input) => {
    const asked = input?.contentId as string | undefined;
    const idOf = (one: ContentIncidentRow | null) => one?.contentId ?? asked ?? null;
    const contents = await readContents(
      db,
      incidents.flatMap((one) => {
        const id = one === null || one.state === 'FOUND' ? idOf(one) : null;
        return id === null ? [] : [id];
      }),
    );
    return incidents.map((one) => ({ content: contents.get(idOf(one) ?? '') ?? null }));
  },
  effects: {
    find: async (given) => {
      const { organizationId, title } = (given.facts as ContentIncidentFacts).content!;
      const columns = {
        ...(given.input as Partial<ContentIncidentRow>),
        organizationId,
        contentTitle: title,
      };
      return { columns: { ...columns, ...(await openProblemCase(given)) } };
    },
    handle: async ({ record, input, now, parameters }) => {
      const minutes = numberParameter(parameters, 'content.handling_minutes');
      return {
        columns: {
          ...(input as Partial<ContentIncidentRow>),
          handledAt: now,
          isLate: now.getTime() - record.createdAt.getTime() > minutes * 60_000,
        },
      };
    },
  },
});
