import { listIndexes } from '@zgt/runtime/database/list-indexes.ts';
import { registerTable } from '@zgt/runtime/database/register-table.ts';
import { type Kysely, sql } from 'kysely';

const registers = [
  registerTable(
    'operations.hotline_ticket',
    ['ROUTED', 'TRANSFERRING', 'TRANSFERRED', 'ANSWERED', 'REVISITED', 'CLOSED'],
    `channel text not null check (channel in ('PORTAL', 'GOV_12345')),
  topic text not null,
  government_related boolean not null,
  line text not null check (line in ('GOV_12345', 'DEDICATED')),
  app_id uuid,
  question text not null,
  contact_cipher text,
  code_hash text,
  transfer_note text,
  external_number text,
  answer text,
  answered_at timestamptz,
  satisfaction integer check (satisfaction between 1 and 5),
  revisit_note text,
  -- article 59: where it goes follows from what it is about
  constraint hotline_ticket_line check ((line = 'GOV_12345') = government_related),
  constraint hotline_ticket_answered check ((answer is null) = (answered_at is null))`,
  ),
  listIndexes('operations.hotline_ticket', ['question', 'external_number']),
];

/** Tickets of both hotlines (article 59). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${registers.join('\n')}
create index hotline_ticket_line_items on operations.hotline_ticket (line, id);
create index hotline_ticket_topic on operations.hotline_ticket (topic, id);
create index hotline_ticket_created on operations.hotline_ticket (created_at);
create unique index hotline_ticket_received on operations.hotline_ticket (external_number) where channel = 'GOV_12345';
`)
    .execute(db);
}
