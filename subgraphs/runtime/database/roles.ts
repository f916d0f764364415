import { sql } from 'kysely';
import type { Db } from './open.ts';

export const SUBGRAPHS = ['ecosystem', 'apps', 'operations'] as const;
export type SubgraphName = (typeof SUBGRAPHS)[number];

/** The database role of one subgraph: its own schema, the shared registers, and nothing of its neighbours. */
export function roleOf(subgraph: SubgraphName | 'gateway' | 'embedded'): string {
  return `zgt_${subgraph}`;
}

/**
 * Makes the roles and their rights, every time, so that tables of new migrations are covered.
 * No role may change the audit log: entries come in only by runtime.append_audit.
 */
export async function grantRoles(db: Db): Promise<void> {
  const roles = [...SUBGRAPHS, 'gateway' as const].map(roleOf);
  const all = [...roles, roleOf('embedded')];
  const shared = `
    grant usage on schema runtime to ROLE;
    grant select, insert, update, delete on all tables in schema runtime to ROLE;
    grant usage, select on all sequences in schema runtime to ROLE;
    revoke insert, update, delete, truncate on runtime.audit_entry, runtime.audit_lane from ROLE;
    revoke insert, update, delete on runtime.calendar_day, runtime.calendar_year from ROLE;
    grant usage, create on schema jobs to ROLE;`;
  const own = (schema: string) => `
    grant usage on schema ${schema} to ROLE;
    grant select, insert, update, delete on all tables in schema ${schema} to ROLE;
    grant usage, select on all sequences in schema ${schema} to ROLE;`;
  const statements = all.map(
    (role) => `
    do $$ begin create role ${role} nologin; exception when duplicate_object then null; when unique_violation then null; end $$;
    grant ${role} to current_user;`,
  );
  for (const role of all) statements.push(shared.replaceAll('ROLE', role));
  for (const subgraph of SUBGRAPHS) {
    statements.push(own(subgraph).replaceAll('ROLE', roleOf(subgraph)));
    statements.push(own(subgraph).replaceAll('ROLE', roleOf('embedded')));
  }
  for (const role of [roleOf('gateway'), roleOf('embedded')])
    statements.push(own('identity').replaceAll('ROLE', role));
  // People's names, for timelines; nothing else of their accounts.
  for (const role of SUBGRAPHS.map(roleOf))
    statements.push(
      `grant usage on schema identity to ${role}; grant select (id, name, username) on identity."user" to ${role};`,
    );
  await sql.raw(statements.join('\n')).execute(db);
}
