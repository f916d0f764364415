import type { PartyKind } from '@zgt/schema/parties.ts';
import { sql } from 'kysely';
import { newId } from '../id.ts';
import type { Given } from './noun.ts';

/** A message of a record's own, where who is told depends on more than the action. */
export interface Message {
  party: PartyKind;
  /** Only members with one of these roles; everybody in the organisation when absent. */
  roles?: readonly string[];
  /** What it is about, for the inbox; names of actions or words of the record's own. */
  action: string;
  title: string;
  body: string;
  articles: readonly number[];
}

/** Tells each active organisation of a party, in the statement that makes it true: at once and never untold. */
export function address(
  { write, record, now }: Pick<Given, 'write' | 'record' | 'now'>,
  noun: string,
  { party, roles, action, title, body, articles }: Message,
): void {
  const id = newId();
  write(
    `notification ${id}`,
    sql`insert into runtime.notification (id, organization_id, noun, record_id, action, title, body, articles, created_at, roles)
      select overlay(gen_random_uuid()::text placing left(${id}::text, 15) from 1)::uuid, organization.id, ${noun}, ${record.id}::uuid,
        ${action}, ${title}, ${body}, ${[...articles]}::integer[], ${now}::timestamptz, ${roles ? [...roles] : null}::text[]
      from runtime.organization where party = ${party} and status = 'ACTIVE'`,
  );
}
