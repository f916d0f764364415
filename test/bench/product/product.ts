import { type Client, signIn } from '../../harness/client.ts';
import { startServer, temporaryFolder } from '../../harness/server.ts';
import type { Place } from '../place.ts';

/** The product in one process on PostgreSQL, filled with its demonstration. */
export interface Product {
  url: string;
  databaseUrl: string;
  dataDir: string;
  pid: number;
  /** Signed in for the management unit. */
  approver: Client;
}

export async function openProduct(place: Place): Promise<Product> {
  const folder = await temporaryFolder();
  place.atEnd(folder.remove);
  const databaseUrl = await place.postgres.createDatabase();
  const server = await startServer({ DATA_DIR: folder.path, DATABASE_URL: databaseUrl, DEMO: 'on' });
  place.atEnd(server.stop);
  const approver = await signIn(server.url, 'guanli');
  return { url: server.url, databaseUrl, dataDir: folder.path, pid: server.pid, approver };
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
