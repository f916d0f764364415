import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with an embedded database that every migration has run on; no account and no record is in it. */
    preparedFolder: string;
  }
}

/** Gives a data folder the database that was prepared once for the whole run, so that nothing waits for migrations. */
export async function copyPreparedDatabase(folder: string): Promise<void> {
  await cp(join(inject('preparedFolder'), 'postgres'), join(folder, 'postgres'), { recursive: true });
}
