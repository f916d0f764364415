import { now } from '../clock.ts';
import type { Db } from './open.ts';

/** How long the key of an act is remembered, in days: nobody repeats a request that is older. */
const KEY_DAYS = 7;
/** How long a message stays in an inbox, in days. What it told stands in the audit log for as long as the law asks. */
const MESSAGE_DAYS = 365;

/**
 * How long a failed sign-in is remembered, in days: it closes a name for a quarter of an hour, and the rest of the day
 * shows who tried. Names that nobody has are among them, so they are not kept for longer.
 */
const FAILURE_DAYS = 1;

/** How long an ended session is remembered, in days: its browser is told why when it comes back. */
const ENDED_SESSION_DAYS = 30;

const daysAgo = (days: number) => new Date(now().getTime() - days * 86_400_000);

/** Drops what is over, so that these tables hold a week of acts, a year of messages, a day of failed sign-ins and a month of ended sessions, however long the platform runs. */
export async function forgetWhatIsOver(db: Db): Promise<void> {
  await db.deleteFrom('runtime.idempotency').where('createdAt', '<', daysAgo(KEY_DAYS)).execute();
  await db.deleteFrom('runtime.notification').where('createdAt', '<', daysAgo(MESSAGE_DAYS)).execute();
  await db.deleteFrom('runtime.signInFailure').where('at', '<', daysAgo(FAILURE_DAYS)).execute();
  await db.deleteFrom('runtime.endedSession').where('endedAt', '<', daysAgo(ENDED_SESSION_DAYS)).execute();
}
