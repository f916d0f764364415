import { type RawBuilder, sql } from 'kysely';

/** Whether a docking is about the organisation, as SQL over the row `record`. */
export function isAbout(organizationId: string): RawBuilder<boolean> {
  return sql<boolean>`record.body_id = ${organizationId}::uuid`;
}
