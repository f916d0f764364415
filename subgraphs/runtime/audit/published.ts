import type { Db } from '../database/open.ts';

/** So many checkpoints are given at once. */
export const MOST_CHECKPOINTS = 1000;

/** The checkpoints after an instant, oldest first, each as the line that the file outside the database has. */
export async function publishedCheckpoints(db: Db, after: string | null): Promise<string[]> {
  let query = db
    .selectFrom('runtime.auditCheckpoint')
    .select('body')
    .orderBy('at')
    .orderBy('id')
    .limit(MOST_CHECKPOINTS);
  if (after) query = query.where('at', '>', new Date(after));
  return (await query.execute()).map(({ body }) => body);
}
