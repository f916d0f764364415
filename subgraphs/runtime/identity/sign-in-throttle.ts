import { now } from '../clock.ts';
import type { Db } from '../database/open.ts';

const WINDOW_MS = 15 * 60_000;
const MAX_FAILURES = 10;

/** Seconds to wait before the next try, or null: ten failures in a quarter of an hour close a name for that long. */
export async function secondsToWait(db: Db, username: string): Promise<number | null> {
  const since = new Date(now().getTime() - WINDOW_MS);
  const failures = await db
    .selectFrom('runtime.signInFailure')
    .select('at')
    .where('username', '=', username)
    .where('at', '>', since)
    .orderBy('at', 'desc')
    .limit(MAX_FAILURES)
    .execute();
  if (failures.length < MAX_FAILURES) return null;
  return Math.max(1, Math.ceil((failures.at(-1)!.at.getTime() + WINDOW_MS - now().getTime()) / 1000));
}

/** Counts a failed try, for names that exist and names that do not alike. */
export async function countFailure(db: Db, username: string): Promise<void> {
  await db.insertInto('runtime.signInFailure').values({ username, at: now() }).execute();
}

/** Forgets the failures after a success. */
export async function clearFailures(db: Db, username: string): Promise<void> {
  await db.deleteFrom('runtime.signInFailure').where('username', '=', username).execute();
}
