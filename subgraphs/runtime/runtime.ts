import type { Logger } from 'pino';
import type { WorkCalendar } from './calendar/work-calendar.ts';
import type { KeyRing } from './crypto/keys.ts';
import type { Db, Tx } from './database/open.ts';
import { readCalendar } from './database/prepare.ts';
import type { Replica } from './database/replica.ts';
import type { DomainEvent, JobQueue, JobStatement } from './jobs/queue.ts';
import { type ParameterValues, readParameters } from './parameters.ts';
import type { RequestContext } from './viewer.ts';

/** What every noun stands on: one per process and database role. */
export interface Runtime {
  log: Logger;
  /** A noun hands it to its own store, which knows its tables. */
  db: Db<any>;
  /** Where lists and loaders read: `db`, or for a request that tolerates its lag a replica. Never written to. */
  readDb: Db<any>;
  /** This runtime as a request reads by it. */
  forReading(context: Pick<RequestContext, 'toleratesLag'>): Runtime;
  keys: KeyRing;
  publicUrl: string;
  calendar(): WorkCalendar;
  /** Takes in holidays that were entered since, unless it looked within the given time. */
  refreshCalendar(maxAgeMs?: number): Promise<void>;
  parameters(db: Db | Tx): Promise<ParameterValues>;
  /** What puts an event on the job queue, for the statement that makes it true. */
  eventStatement(event: DomainEvent): Promise<JobStatement>;
  /** What sets an alarm for a deadline that falls due so many milliseconds from now, for the statement that starts it. */
  alarmStatement(inMs: number): Promise<JobStatement>;
}

/** Puts a runtime together over a prepared database. */
export async function createRuntime(parts: {
  log: Logger;
  db: Db;
  keys: KeyRing;
  publicUrl: string;
  queue: Pick<JobQueue, 'eventStatement' | 'alarmStatement'>;
  replica?: Pick<Replica, 'db' | 'isFresh'> | null;
}): Promise<Runtime> {
  let calendar = await readCalendar(parts.db);
  let readAt = performance.now();
  const { replica } = parts;
  const runtime: Runtime = {
    log: parts.log,
    db: parts.db,
    readDb: parts.db,
    forReading: ({ toleratesLag }) => (toleratesLag && replica?.isFresh() ? byReplica : runtime),
    keys: parts.keys,
    publicUrl: parts.publicUrl,
    calendar: () => calendar,
    refreshCalendar: async (maxAgeMs = 0) => {
      if (performance.now() - readAt < maxAgeMs) return;
      readAt = performance.now();
      calendar = await readCalendar(parts.db);
    },
    parameters: readParameters,
    eventStatement: parts.queue.eventStatement,
    alarmStatement: parts.queue.alarmStatement,
  };
  const byReplica: Runtime = replica ? { ...runtime, readDb: replica.db } : runtime;
  return runtime;
}
