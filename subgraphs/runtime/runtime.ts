import type { Logger } from 'pino';
import type { WorkCalendar } from './calendar/work-calendar.ts';
import type { KeyRing } from './crypto/keys.ts';
import type { Db, Tx } from './database/open.ts';
import { readCalendar } from './database/prepare.ts';
import type { DomainEvent, JobQueue, JobStatement } from './jobs/queue.ts';
import { type ParameterValues, readParameters } from './parameters.ts';

/** What every noun stands on: one per process and database role. */
export interface Runtime {
  log: Logger;
  /** A noun hands it to its own store, which knows its tables. */
  db: Db<any>;
  keys: KeyRing;
  publicUrl: string;
  calendar(): WorkCalendar;
  /** Takes in holidays that were entered since, unless it looked within the given time. */
  refreshCalendar(maxAgeMs?: number): Promise<void>;
  parameters(db: Db | Tx): Promise<ParameterValues>;
  /** What puts an event on the job queue, for the statement that makes it true. */
  eventStatement(event: DomainEvent): Promise<JobStatement>;
}

/** Puts a runtime together over a prepared database. */
export async function createRuntime(parts: {
  log: Logger;
  db: Db;
  keys: KeyRing;
  publicUrl: string;
  queue: Pick<JobQueue, 'eventStatement'>;
}): Promise<Runtime> {
  let calendar = await readCalendar(parts.db);
  let readAt = performance.now();
  return {
    log: parts.log,
    db: parts.db,
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
  };
}
