import { brandAuthorization } from '@zgt/ecosystem/brand-authorization/actions.ts';
import { openPlatform } from '@zgt/gateway/shapes/platform.ts';
import { readConfig } from '@zgt/runtime/config.ts';
import { newId } from '@zgt/runtime/id.ts';
import { createAuthenticator } from '@zgt/runtime/identity/authenticate.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import { jsonServer } from '../federation/http-json.ts';
import { listenAndAnnounce, readSetup } from '../measure/target.ts';

export interface ActSetup {
  databaseUrl: string;
  dataDir: string;
  /** Of the person who consents. */
  token: string;
}

// The engine without API and gateway: takes the action on the given records, so many at a time.
const { databaseUrl, dataDir, token } = readSetup<ActSetup>();
const config = readConfig({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir, LOG_LEVEL: 'error' });
const platform = await openPlatform(config, false);
const runtime = await platform.runtimeOf('ecosystem');
const authenticate = createAuthenticator(platform.database.db, platform.auth);
const viewer = await authenticate({ authorization: `Bearer ${token}` });

listenAndAnnounce(
  jsonServer(async ({ ids, clients }: { ids: string[]; clients: number }) => {
    const began = performance.now();
    let next = 0;
    const client = async () => {
      for (let id = ids[next++]; id !== undefined; id = ids[next++]) {
        const context = { viewer, requestId: newId(), idempotencyKey: null };
        const { refusal } = await act(runtime, brandAuthorization, 'consent', { context, id });
        if (refusal) throw new Error(`${refusal.code}: ${refusal.message}`);
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
    return JSON.stringify({ perSecond: (ids.length * 1000) / (performance.now() - began) });
  }),
);
