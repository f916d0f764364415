import { sql } from 'kysely';
import type { Db } from './open.ts';
import { openServer } from './open.ts';

/** Reads from a replica are at most this old. */
export const REPLICA_LAG_MS = 1000;
const SAMPLE_MS = 200;

export interface Replica {
  db: Db;
  /** Whether the replica has been seen to hold everything that was committed up to a second ago. */
  isFresh(): boolean;
  close(): Promise<void>;
}

/** A place in PostgreSQL's log, `16/B374D848`, as a number that can be compared. */
export function logPosition(text: string): bigint {
  const [high, low] = text.split('/');
  if (!high || !low) throw new Error(`not a log position: ${text}`);
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}

/**
 * Remembers which places of the primary's log were reached when, and from what a replica has replayed tells how old
 * its reads can be. Nothing is concluded from clocks of other machines.
 */
export class Freshness {
  private readonly elapsedMs: () => number;
  private reached: { at: number; position: bigint }[] = [];
  private holdsUpTo: number | null = null;

  constructor(elapsedMs: () => number = () => performance.now()) {
    this.elapsedMs = elapsedMs;
  }

  /** The primary was at this place at the given time, which must have been taken before asking. */
  primaryAt(at: number, position: bigint): void {
    const oldest = this.elapsedMs() - REPLICA_LAG_MS;
    this.reached = [...this.reached.filter((place) => place.at >= oldest), { at, position }];
  }

  /** The replica has replayed up to this place; null when it is no replica any more. */
  replicaAt(position: bigint | null): void {
    if (position === null) {
      this.unknown();
      return;
    }
    for (const place of this.reached)
      if (place.position <= position && (this.holdsUpTo === null || place.at > this.holdsUpTo))
        this.holdsUpTo = place.at;
  }

  /** Nothing is known of the replica until it is seen again. */
  unknown(): void {
    this.holdsUpTo = null;
    this.reached = [];
  }

  isFresh(): boolean {
    return this.holdsUpTo !== null && this.elapsedMs() - this.holdsUpTo <= REPLICA_LAG_MS;
  }
}

/**
 * Opens a streaming replica for reading with a role's rights, and watches how far it has come against its primary.
 * While it is behind, unreachable or promoted, it is not fresh, and whoever asks reads the primary.
 */
export function openReplica(url: string, primary: Db, options: { role: string }): Replica {
  const { db, pool, close } = openServer(url, options);
  const freshness = new Freshness();
  pool.on('error', () => freshness.unknown());

  const sample = async () => {
    const at = performance.now();
    const [written] = (await sql<{ at: string }>`select pg_current_wal_lsn()::text as at`.execute(primary))
      .rows;
    freshness.primaryAt(at, logPosition(written!.at));
    const [replayed] = (
      await sql<{ at: string | null }>`
        select case when pg_is_in_recovery() then pg_last_wal_replay_lsn()::text end as at`.execute(db)
    ).rows;
    freshness.replicaAt(replayed!.at === null ? null : logPosition(replayed!.at));
  };

  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const watch = () => {
    running = sample()
      .catch(() => freshness.unknown())
      .then(() => {
        if (!stopped) timer = setTimeout(watch, SAMPLE_MS).unref();
      });
  };
  watch();
  return {
    db,
    isFresh: () => freshness.isFresh(),
    close: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
      await close();
    },
  };
}
