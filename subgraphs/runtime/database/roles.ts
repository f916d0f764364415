import { sql } from 'kysely';
import type { Db } from './open.ts';

export const SUBGRAPHS = ['ecosystem', 'apps', 'operations'] as const;
export type SubgraphName = (typeof SUBGRAPHS)[number];

/** The database role of one subgraph: its own schema, the shared registers, and nothing of its neighbours. */
export function roleOf(subgraph: SubgraphName | 'gateway' | 'embedded'): string {
  return `zgt_${subgraph}`;
}

/** The audit log with its months: "all tables" of a schema are its partitions too. */
async function auditTables(db: Db): Promise<string[]> {
  const months = await sql<{ name: string }>`select inhrelid::regclass::text as name from pg_inherits
    where inhparent = 'runtime.audit_entry'::regclass`.execute(db);
  return [
    'runtime.audit_entry',
    'runtime.audit_lane',
    'runtime.audit_anchor',
    ...months.rows.map(({ name }) => name),
  ];
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
    revoke insert, update, delete, truncate on AUDIT_TABLES from ROLE;
    revoke insert, update, delete on runtime.kysely_migration, runtime.kysely_migration_lock from ROLE;
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
  const audit = (await auditTables(db)).join(', ');
  for (const role of all) statements.push(shared.replaceAll('ROLE', role).replace('AUDIT_TABLES', audit));
  for (const subgraph of SUBGRAPHS) {
    statements.push(own(subgraph).replaceAll('ROLE', roleOf(subgraph)));
    statements.push(own(subgraph).replaceAll('ROLE', roleOf('embedded')));
  }
  for (const role of [roleOf('gateway'), roleOf('embedded')])
    statements.push(own('identity').replaceAll('ROLE', role));
  // People's names, for timelines; nothing else of their accounts.
  for (const role of SUBGRAPHS.map(roleOf))
    statements.push(
      `grant usage on schema identity to ${role}; grant select (id, name, username, email) on identity."user" to ${role};`,
    );
  await sql.raw(statements.join('\n')).execute(db);
}
