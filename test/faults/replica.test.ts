import { setTimeout as delay } from 'node:timers/promises';
import { openServer } from '@zgt/runtime/database/open.ts';
import { openReplica } from '@zgt/runtime/database/replica.ts';
import { roleOf } from '@zgt/runtime/database/roles.ts';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, client, signIn } from '../harness/client.ts';
import { type ReplicatedPostgres, startReplicatedPostgres } from '../harness/postgres-replica.ts';
import { type RunningServer, startServer, temporaryFolder } from '../harness/server.ts';
import { endorsedBrand, take } from './main-journey.ts';

const PATIENCE = 200;
const LIST = '{ capabilities(first: 100) { edges { node { name } } } }';

let postgres: ReplicatedPostgres;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let urls: { primary: string; replica: string };
const servers: RunningServer[] = [];
let gateways: string[];
let company: Client;
let management: Client;
let holder: Client;

beforeAll(async () => {
  [postgres, folder] = await Promise.all([startReplicatedPostgres(), temporaryFolder()]);
  urls = await postgres.createDatabase();
  const environment = {
    DATABASE_URL: urls.primary,
    DATABASE_REPLICA_URL: urls.replica,
    DATA_DIR: folder.path,
    DEMO: 'on',
    SUBGRAPH_SECRET: 'a-secret-that-every-process-knows-01',
  };
  const start = async (ROLE: string, more: Record<string, string> = {}) => {
    const server = await startServer({ ...environment, ...more, ROLE });
    servers.push(server);
    return server.url;
  };
  await start('worker');
  const [ecosystem, apps] = await Promise.all([start('ecosystem'), start('apps')]);
  const operations = await start('operations');
  // Two gateways: what one notes of an author, the other must know.
  const addresses = { ECOSYSTEM_URL: ecosystem, APPS_URL: apps, OPERATIONS_URL: operations };
  gateways = await Promise.all([start('gateway', addresses), start('gateway', addresses)]);
  company = await signIn(gateways[0]!, 'gongsi');
  management = await signIn(gateways[0]!, 'guanli');
  holder = await signIn(gateways[0]!, 'danwei-a');
}, 120_000);

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await postgres?.stop();
  await folder?.remove();
}, 60_000);

async function until(isTrue: () => Promise<boolean> | boolean, what: string): Promise<void> {
  for (let attempt = 0; attempt < PATIENCE; attempt++) {
    if (await isTrue()) return;
    await delay(50);
  }
  throw new Error(`waited in vain: ${what}`);
}

async function statements(url: string): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query(`select seq_scan + coalesce(idx_scan, 0) as count
    from pg_stat_user_tables where schemaname = 'apps' and relname = 'capability'`);
  await client.end();
  return Number(rows[0].count);
}

it('knows by the log how fresh a replica is: caught up, held up, caught up again, gone', async () => {
  const primary = openServer(urls.primary, { max: 2 });
  const replica = openReplica(urls.replica, primary.db, { role: roleOf('apps') });
  await until(() => replica.isFresh(), 'the replica is fresh');
  await postgres.pauseReplay();
  await primary.pool.query('create table public.marker (id int)');
  await until(() => !replica.isFresh(), 'the replica falls behind');
  await postgres.resumeReplay();
  await until(() => replica.isFresh(), 'the replica catches up');
  await replica.close();
  await primary.close();
});

it('reads lists of the public from the replica', async () => {
  const before = await statements(urls.replica);
  await until(async () => {
    for (const url of gateways) await client(url).ask(LIST);
    return (await statements(urls.replica)) > before;
  }, 'a list is read from the replica');
});

it('never shows an author less than what they wrote, at whichever gateway, while the replica stands still', async () => {
  const id = await endorsedBrand(holder, company);
  await postgres.pauseReplay();
  await take(management, 'consentBrandAuthorization', { id });
  for (const url of gateways) {
    const mine = client(url, management.token);
    const { data } = await mine.ask(
      `query($id: ID!) { brandAuthorization(id: $id) { status certificateNumber }
        brandAuthorizations(first: 100, filter: { status: [EFFECTIVE] }) { edges { node { id } } } }`,
      { id },
    );
    expect(data.brandAuthorization.status).toBe('EFFECTIVE');
    expect(data.brandAuthorizations.edges.map(({ node }: any) => node.id)).toContain(id);
  }
  const { data } = await client(gateways[1]!, management.token).ask(
    'query($id: ID!) { brandAuthorization(id: $id) { certificateNumber } }',
    { id },
  );
  // Anyone verifies as of this second, whatever the replica knows.
  const { data: verified } = await client(gateways[1]!).ask(
    'query($number: String!) { verifyBrandAuthorization(number: $number) { verdict status } }',
    { number: data.brandAuthorization.certificateNumber },
  );
  expect(verified.verifyBrandAuthorization.status).toBe('EFFECTIVE');
  await postgres.resumeReplay();
});

// Strangers may be shown the answer that a gateway keeps for them, for as long as the schema's hint says.
it('shows other readers what is newer than a second, also while the replica stands still', async () => {
  await until(async () => {
    const { data } = await client(gateways[0]!, holder.token).ask(LIST);
    return data.capabilities.edges.length > 0;
  }, 'a list');
  await postgres.pauseReplay();
  const id = await take(company, 'draftCapability', {
    code: 'REPLICA.TRIAL',
    name: '副本试验能力',
    category: 'SEAL',
    tier: 'BASE',
    baseLayer: 'PUBLIC_SUPPORT_SOFTWARE',
    description: '用于核对只读副本的能力。',
    versionText: '1.0.0',
    dailyQuota: 100,
  });
  await take(company, 'publishCapability', { id });
  for (const url of gateways)
    await until(async () => {
      const { data } = await client(url, holder.token).ask(LIST);
      return data.capabilities.edges.some(({ node }: any) => node.name === '副本试验能力');
    }, 'another reader sees the new capability although the replica does not have it');
  await postgres.resumeReplay();
});

it('goes on without a replica', async () => {
  await postgres.stopReplica();
  for (const url of gateways)
    await until(async () => {
      const { data, errors } = await client(url, holder.token).ask(LIST);
      return errors === undefined && data.capabilities.edges.length > 0;
    }, 'lists are read from the primary');
  const again = await Promise.all(gateways.map((url) => client(url, holder.token).ask(LIST)));
  for (const { errors } of again) expect(errors).toBeUndefined();
  expect((await fetch(`${gateways[1]}/readyz`)).status).toBe(200);
});
