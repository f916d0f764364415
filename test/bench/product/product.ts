import { cp } from 'node:fs/promises';
import { type Client, signIn } from '../../harness/client.ts';
import { type RunningServer, startServer, temporaryFolder } from '../../harness/server.ts';
import type { Place } from '../place.ts';

/** What the product keeps its records in. */
export const DATABASES = ['embedded database', 'PostgreSQL'] as const;
export type Database = (typeof DATABASES)[number];

/** What an installation has on disk and on the server. */
export interface Data {
  dataDir: string;
  /** Null with the embedded database, which is in the folder. */
  databaseUrl: string | null;
}

/** The product in one process, filled with its demonstration. */
export interface Product extends Data {
  url: string;
  pid: number;
  /** Signed in for the management unit. */
  approver: Client;
}

/** The product on PostgreSQL. */
export interface ServerProduct extends Product {
  databaseUrl: string;
}

/** Data for a first start, until the folder is removed. */
export async function newData({ postgres }: Place, database: Database) {
  const folder = await temporaryFolder();
  const databaseUrl = database === 'PostgreSQL' ? await postgres.createDatabase() : null;
  const data: Data = { dataDir: folder.path, databaseUrl };
  return { data, remove: folder.remove };
}

export function startOn({ dataDir, databaseUrl }: Data): Promise<RunningServer> {
  return startServer({
    DATA_DIR: dataDir,
    DEMO: 'on',
    ...(databaseUrl !== null && { DATABASE_URL: databaseUrl }),
  });
}

/** The demonstration as a first start leaves it, made once for all sections that only need it to be there. */
function demonstration(place: Place, database: Database): Promise<Data> {
  const make = async () => {
    const { data, remove } = await newData(place, database);
    place.atLeave(remove);
    await (await startOn(data)).stop();
    return data;
  };
  const known = (place.shared.get(database) as Promise<Data> | undefined) ?? make();
  place.shared.set(database, known);
  return known;
}

/** Takes what a first start made for the demonstration of all later sections; false when there is one already. */
export function keepDemonstration(place: Place, database: Database, data: Data, remove: () => Promise<void>) {
  if (place.shared.has(database)) return false;
  place.shared.set(database, Promise.resolve(data));
  place.atLeave(remove);
  return true;
}

/** A copy of the demonstration for one section. */
export async function demonstrationData(place: Place, database: Database): Promise<Data> {
  const { dataDir, databaseUrl } = await demonstration(place, database);
  const folder = await temporaryFolder();
  place.atEnd(folder.remove);
  await cp(dataDir, folder.path, { recursive: true });
  return {
    dataDir: folder.path,
    databaseUrl: databaseUrl && (await place.postgres.createDatabase(databaseUrl)),
  };
}

/** The product on such data, until the section ends. */
export async function openProductOn<D extends Data>(place: Place, data: D): Promise<Product & D> {
  const server = await startOn(data);
  place.atEnd(server.stop);
  return { ...data, url: server.url, pid: server.pid, approver: await signIn(server.url, 'guanli') };
}

export async function openProduct(place: Place): Promise<ServerProduct> {
  const { dataDir, databaseUrl } = await demonstrationData(place, 'PostgreSQL');
  return openProductOn(place, { dataDir, databaseUrl: databaseUrl! });
}

/** The number of a certificate that the demonstration issued. */
export async function issuedCertificate({ approver }: Pick<Product, 'approver'>): Promise<string> {
  const { data } = await approver.ask(
    '{ brandAuthorizations(filter: { status: [EFFECTIVE] }) { edges { node { certificateNumber } } } }',
  );
  return data.brandAuthorizations.edges[0].node.certificateNumber;
}

/** What the portal of the approvers asks most: the records that await them, with what may be done. */
export const WORK_LIST = `{ brandAuthorizations(first: 20) { edges { node {
  id number title status ecosystemUnit { name } availableActions { name allowed } } } } }`;
