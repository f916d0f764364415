import { sql } from 'kysely';

/** A norm as agreements are judged by it. */
export interface KnownNorm {
  number: string;
  kind: string;
  state: string;
}

/** SQL of the norms in force and of those with the given numbers, as JSON. */
export function normsBearingOn(numbers: readonly string[]) {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('number', number, 'kind', kind, 'state', state)
      order by number), '[]')
    from ecosystem.business_norm where state = 'PUBLISHED' or number = any(${[...numbers]}::text[]))`;
}
