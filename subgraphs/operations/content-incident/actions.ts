import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { numberParameter } from '@zgt/runtime/parameters.ts';
import { CONTENT_INCIDENT_KINDS } from '../choices-conduct.ts';
import type { ContentIncidentRow } from '../tables-conduct.ts';
import { type ContentIncidentFacts, contentIncidentLifecycle } from './lifecycle.ts';
import { readContents } from './store.ts';

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
    find: async ({ input, facts }) => {
      const { organizationId, title } = (facts as ContentIncidentFacts).content!;
      return {
        columns: { ...(input as Partial<ContentIncidentRow>), organizationId, contentTitle: title },
      };
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
