import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { sql } from 'kysely';

/** A unit in force that was there in a year and has no assessment of it. */
export interface DueUnit {
  id: string;
  organizationId: string;
  name: string;
}

/** Units in force that were registered before an instant and have no assessment of the year, so many at most. */
export async function dueUnits(db: Db<any>, year: number, before: Date, most: number): Promise<DueUnit[]> {
  const found = await sql<DueUnit>`
    select unit.id, unit.organization_id, unit.name from ecosystem.ecosystem_unit as unit
    where unit.state in ('ACTIVE', 'SUSPENDED') and unit.created_at < ${before}
      and not exists (select from ecosystem.unit_assessment as one
        where one.organization_id = unit.organization_id and one.year = ${year})
    order by unit.id limit ${most}`.execute(db);
  return found.rows;
}

/** The newest confirmed grade of a unit; null before the first. */
export async function lastGrade(db: Db<any> | Tx<any>, organizationId: string): Promise<string | null> {
  const found = await sql<{ grade: string }>`
    select grade from ecosystem.unit_assessment
    where organization_id = ${organizationId} and state = 'CONFIRMED' order by year desc limit 1`.execute(db);
  return found.rows[0]?.grade ?? null;
}
