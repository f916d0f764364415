import type { Db, Tx } from '@zgt/runtime/database/open.ts';
import { type RawBuilder, sql } from 'kysely';
import type { HotlineTicketRow, OperationsTables } from '../tables.ts';

type Read = Db<OperationsTables> | Tx<OperationsTables>;

async function tickets(db: Read, where: RawBuilder<unknown>): Promise<HotlineTicketRow[]> {
  const found = await sql<HotlineTicketRow>`select * from operations.hotline_ticket where ${where}`.execute(
    db,
  );
  return found.rows;
}

const first = ([ticket]: HotlineTicketRow[]): HotlineTicketRow | null => ticket ?? null;

/** A ticket by its number, for those who were given its code; null when either is wrong. */
export async function findByCode(
  db: Read,
  number: string,
  codeHash: string,
): Promise<HotlineTicketRow | null> {
  return first(await tickets(db, sql`number = ${number} and code_hash = ${codeHash}`));
}

/** A ticket by its own number. */
export async function findByNumber(db: Read, number: string): Promise<HotlineTicketRow | null> {
  return first(await tickets(db, sql`number = ${number}`));
}

/** A ticket by its id. */
export async function findTicket(db: Read, id: string): Promise<HotlineTicketRow | null> {
  return first(await tickets(db, sql`id = ${id}::uuid`));
}

/** A ticket that came from the other line, by the number that it has there. */
export async function findReceived(db: Read, externalNumber: string): Promise<HotlineTicketRow | null> {
  return first(await tickets(db, sql`external_number = ${externalNumber} and channel = 'GOV_12345'`));
}

const next = (after: string, limit: number) => sql`id > ${after}::uuid order by id limit ${sql.lit(limit)}`;

/** The oldest tickets after one that have waited to be taken over since before an instant. */
export function waitingTransfers(
  db: Read,
  before: Date,
  after: string,
  limit: number,
): Promise<HotlineTicketRow[]> {
  return tickets(db, sql`state = 'TRANSFERRING' and updated_at < ${before} and ${next(after, limit)}`);
}

/** The oldest answers, after one, that the other line has not taken since before an instant. */
export function waitingAnswers(
  db: Read,
  before: Date,
  after: string,
  limit: number,
): Promise<HotlineTicketRow[]> {
  return tickets(
    db,
    sql`channel = 'GOV_12345' and line = 'DEDICATED' and answered_at < ${before} and answer_taken_at is null
      and ${next(after, limit)}`,
  );
}

/** Notes that the other line took the answer to a ticket of its own; whoever was first counts. */
export async function noteTaken(db: Db<OperationsTables>, id: string, at: Date): Promise<void> {
  await db
    .updateTable('operations.hotlineTicket')
    .set({ answerTakenAt: at })
    .where('id', '=', id)
    .where('answerTakenAt', 'is', null)
    .execute();
}

export interface TopicCount {
  line: string;
  topic: string;
  opened: number;
  answered: number;
  revisited: number;
  averageHours: number | null;
  averageSatisfaction: number | null;
}

/** How the tickets that came in from one instant until before another went, by line and topic. */
export async function countTickets(db: Read, from: Date, until: Date): Promise<TopicCount[]> {
  const found = await sql<TopicCount>`
    select line, topic, count(*)::int as opened, count(answered_at)::int as answered,
      count(satisfaction)::int as revisited,
      round(avg(extract(epoch from answered_at - created_at) / 3600)::numeric, 1)::float as average_hours,
      round(avg(satisfaction), 2)::float as average_satisfaction
    from operations.hotline_ticket where created_at >= ${from} and created_at < ${until}
    group by line, topic order by line, topic`.execute(db);
  return found.rows;
}
