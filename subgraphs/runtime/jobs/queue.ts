import { type ConnectionOptions, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { DatabaseHandle } from '../database/open.ts';
import { newId } from '../id.ts';

/** What happened in one subgraph and concerns others. */
export interface DomainEvent {
  name: string;
  recordId: string;
  organizationId: string;
  state: string;
  /** What the action publishes of the record besides. */
  values?: Readonly<Record<string, unknown>>;
}

export type EventHandler = (event: DomainEvent, jobId: string) => Promise<void>;

const EVENT = 'event';
const TICK = 'tick';
const DEAD = 'dead';

const DAY_SECONDS = 86_400;
/** An event waits for a worker this long, and is kept this long when it could not be handled. */
const WAITING = { retentionSeconds: 365 * DAY_SECONDS };
/** What is done is kept a week, to be looked at. */
const DONE = { deleteAfterSeconds: 7 * DAY_SECONDS };

// A notification from the embedded database may be missed; the queue's own fallback would be half a minute.
const POLLING = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1 };

/** A statement with its one value, `$1`, which is text. */
export interface JobStatement {
  statement: string;
  value: string;
}

/**
 * What an alarm sets going, with the policy of its queue: deadlines that fall due, each at its instant; checks of what
 * is monitored, of which one run waits at a time.
 */
const ALARMS = {
  DEADLINES: { queue: 'alarm-deadlines', policy: 'standard' },
  MONITORS: { queue: 'alarm-monitors', policy: 'short' },
} as const;
export type AlarmName = keyof typeof ALARMS;
const ALARM_NAMES = Object.keys(ALARMS) as AlarmName[];

export interface JobQueue {
  /** What puts an event on the queue: sent in the transaction of the change, it is there exactly when the change is. */
  eventStatement(event: DomainEvent): Promise<JobStatement>;
  /** Like `eventStatement`, for an alarm of a deadline that falls due so many milliseconds from now. */
  alarmStatement(inMs: number): Promise<JobStatement>;
  /** Begins to work: events go to their handlers, `tick` runs at once and then every minute, on one worker at a time. */
  work(
    handlers: Readonly<Record<string, readonly EventHandler[]>>,
    tick: () => Promise<void>,
    alarms: Readonly<Record<AlarmName, () => Promise<void>>>,
  ): Promise<void>;
  /** Lets an alarm go off so many milliseconds from now, on one worker. */
  alarm(name: AlarmName, inMs: number): Promise<void>;
  /** Asks for a tick now. */
  wake(): Promise<void>;
  stop(): Promise<void>;
}

function databaseOf(handle: DatabaseHandle) {
  const { pool, embedded } = handle;
  return {
    executeSql: async (text: string, values?: unknown[]) => {
      const client = await pool.connect();
      try {
        return await client.query(text, values);
      } catch (error) {
        // The embedded database has one session for ever: a failed block must not poison the next statement.
        await client.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        client.release();
      }
    },
    ...(embedded && {
      setSessionStatements: async (statements: string[]) => {
        for (const statement of statements) await pool.query(statement);
      },
      listen: async (channel: string, onMessage: (payload: string) => void, ready: () => void) => {
        const stop = await embedded.listen(channel, onMessage);
        ready();
        return { close: stop as () => Promise<void> };
      },
    }),
  };
}

/** The statement that the queue would carry out, kept for the caller to send. */
async function statementOf(send: (db: ConnectionOptions['db']) => Promise<unknown>): Promise<JobStatement> {
  const asked: { statement: string; values: unknown[] }[] = [];
  await send({
    executeSql: async (statement: string, values: unknown[] = []) => {
      asked.push({ statement, values });
      return { rows: [{ id: newId() }] };
    },
  });
  const [
    {
      statement,
      values: [value, ...more],
    },
  ] = asked as [(typeof asked)[number]];
  if (asked.length !== 1 || more.length > 0 || typeof value !== 'string')
    throw new Error(`a job took ${asked.length} statements: expected one with one text value`);
  return { statement, value };
}

/**
 * Opens the job queue in the `jobs` schema, with the owner's rights: it makes the queues that are missing.
 * `work` is false for processes that only put jobs on it.
 */
export async function openJobQueue(
  handle: DatabaseHandle,
  log: Logger,
  options: { work: boolean },
): Promise<JobQueue> {
  const boss = new PgBoss({
    schema: 'jobs',
    db: databaseOf(handle) as never,
    ...(handle.embedded && { backend: 'pglite' as const }),
    supervise: options.work,
    schedule: options.work,
    migrate: true,
    createSchema: false,
    useListenNotify: options.work && handle.embedded !== null,
  });
  boss.on('error', (error) => log.error({ error }, 'job queue'));
  await boss.start();
  // Every process makes what is missing, whichever starts first. Events grow with what people do: a table of their own.
  await boss.createQueue(DEAD, { partition: true, ...WAITING });
  const retrying = { retryLimit: 8, retryDelay: 1, retryBackoff: true, deadLetter: DEAD, notify: true };
  await boss.createQueue(EVENT, { partition: true, ...retrying, ...WAITING, ...DONE });
  await boss.createQueue(TICK, {
    policy: 'short',
    retryLimit: 0,
    notify: true,
    deleteAfterSeconds: DAY_SECONDS,
  });
  // An alarm is a wake-up only: what is due stands in the tables, and the tick finds what an alarm missed.
  for (const { queue, policy } of Object.values(ALARMS))
    await boss.createQueue(queue, { policy, retryLimit: 0, notify: true, deleteAfterSeconds: DAY_SECONDS });
  // A queue is looked up at its first use; within a transaction that would wait for the one embedded connection.
  for (const name of [EVENT, ALARMS.DEADLINES.queue]) await boss.findJobs(name, { id: newId() });
  // Seconds with a fraction: an alarm goes off at its instant, not at the next full second.
  const after = (inMs: number) => ({ startAfter: String(Math.max(0, inMs) / 1000) });
  return {
    eventStatement: (event) => statementOf((db) => boss.send(EVENT, event, { db })),
    alarmStatement: (inMs) =>
      statementOf((db) => boss.send(ALARMS.DEADLINES.queue, {}, { db, ...after(inMs) })),
    work: async (handlers, tick, alarms) => {
      await boss.work<DomainEvent>(EVENT, POLLING, async ([job]) => {
        for (const handle of handlers[job!.data.name] ?? []) await handle(job!.data, job!.id);
      });
      for (const name of ALARM_NAMES) await boss.work(ALARMS[name].queue, POLLING, alarms[name]);
      await boss.work(TICK, POLLING, tick);
      await boss.schedule(TICK, '* * * * *', null, { tz: 'Asia/Shanghai' });
      await boss.send(TICK);
    },
    wake: async () => {
      await boss.send(TICK);
    },
    alarm: async (name, inMs) => {
      await boss.send(ALARMS[name].queue, {}, after(inMs));
    },
    stop: () => boss.stop({ graceful: true, timeout: 5000, close: false }),
  };
}
