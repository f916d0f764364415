import { sql } from 'kysely';
import type { Viewer } from '../viewer.ts';
import type { Db } from './open.ts';

/** Longer than a write may take and a replica may lag behind it, together. */
const READS_PRIMARY_SECONDS = 15;

export interface RecentWrites {
  /** To be called before a write is begun: from then on, at every gateway, its author reads the primary. */
  note(viewer: Viewer): Promise<void>;
  /** Whether the viewer may have written within the last fifteen seconds. */
  has(viewer: Viewer): Promise<boolean>;
}

const actorOf = ({ accountId, credentialId }: Viewer) => accountId ?? credentialId;

/** Who has just written, kept in the primary database, where every gateway sees it at once. */
export function recentWrites(db: Db): RecentWrites {
  return {
    note: async (viewer) => {
      const actor = actorOf(viewer);
      if (actor === null) return;
      const until = sql<Date>`clock_timestamp() + make_interval(secs => ${READS_PRIMARY_SECONDS})`;
      await db
        .insertInto('runtime.recentWrite')
        .values({ actor, until })
        .onConflict((conflict) => conflict.column('actor').doUpdateSet({ until }))
        .execute();
    },
    has: async (viewer) => {
      const actor = actorOf(viewer);
      if (actor === null) return false;
      const found = await db
        .selectFrom('runtime.recentWrite')
        .select('actor')
        .where('actor', '=', actor)
        .where('until', '>', sql<Date>`clock_timestamp()`)
        .executeTakeFirst();
      return found !== undefined;
    },
  };
}

/** Drops what is over; the worker calls it, so that the table stays as small as the last seconds. */
export async function forgetPastWrites(db: Db): Promise<void> {
  await db.deleteFrom('runtime.recentWrite').where('until', '<', sql<Date>`clock_timestamp()`).execute();
}
