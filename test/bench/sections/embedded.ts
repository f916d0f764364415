import { graphqlRequest } from '../measure/load.ts';
import { measureInRounds } from '../measure/rounds.ts';
import type { Group } from '../measure/table.ts';
import type { Place } from '../place.ts';
import { manyRowsIn } from '../product/many-rows.ts';
import {
  DATABASES,
  type Database,
  demonstrationData,
  openProductOn,
  type Product,
  WORK_LIST,
} from '../product/product.ts';
import { page, sessionCookie, type Visit, visiting } from '../product/visits.ts';

interface Target {
  database: Database;
  product: Product;
  visits: Visit[];
}

const certificateOf = `{ brandAuthorizations(filter: { status: [EFFECTIVE] }, first: 1) { edges { node {
  id certificateNumber } } } }`;
const recordWithTimeline = (id: string) => `{ brandAuthorization(id: "${id}") {
  number title status ecosystemUnit { name } trademark { name } availableActions { name allowed }
  deadlines { title dueAt } history { label actorName organizationName at toLabel } } }`;
const verification = (number: string) => `{ verifyBrandAuthorization(number: "${number}") {
  verdict reason purpose validUntil holder { name } } }`;

/** Reads of the embedded database against those of PostgreSQL: the same product, records and questions. */
export async function embedded(place: Place): Promise<Group[]> {
  const { options } = place;
  const targets: Target[] = [];
  for (const database of DATABASES) targets.push(await open(place, database));
  const groups: Group[] = [];
  for (const connections of new Set([...options.connections, 1])) {
    // The programs are compiled when each question comes for the first time, not when it comes from fewer.
    const lengths =
      groups.length === 0
        ? { warmUpMs: options.warmUpMs / 2, windowMs: options.windowMs / 2 }
        : { warmUpMs: options.aloneMs, windowMs: options.aloneMs };
    // Of each question both in turn, so that one machine's moment falls on both.
    const asked = targets[0]!.visits.flatMap(({ title }, index) =>
      targets.map(({ database, product, visits }) => ({
        title,
        database,
        subject: visiting(place, product, visits[index]!, connections, lengths),
      })),
    );
    const rows = await measureInRounds(
      asked.map(({ subject }) => subject),
      options.rounds,
    );
    const named = rows.map((row, index) => ({ ...asked[index]!, row }));
    for (const [title, both] of Map.groupBy(named, (one) => one.title))
      groups.push({
        title: `Databases: ${title}, ${connections} connection${connections === 1 ? '' : 's'}`,
        unit: '/s',
        reference: 'PostgreSQL',
        rows: both.map(({ database, row }) => ({ ...row, target: database })),
      });
  }
  return groups;
}

async function open(place: Place, database: Database): Promise<Target> {
  const data = await demonstrationData(place, database);
  await manyRowsIn(data, place.options.sizes[0]!);
  const product = await openProductOn(place, data);
  const { data: found } = await product.approver.ask(certificateOf);
  const { id, certificateNumber } = found.brandAuthorizations.edges[0].node;
  // Of somebody who has signed in: others are answered from what the gateway remembers, and no database is asked.
  const headers = { authorization: `Bearer ${product.approver.token}` };
  const question = (title: string, query: string, sign: string): Visit => ({
    title,
    request: graphqlRequest(JSON.stringify({ query }), sign, headers),
  });
  const cookie = await sessionCookie(product.url);
  return {
    database,
    product,
    visits: [
      question('work list with actions', WORK_LIST, '"availableActions":['),
      question('one record with its timeline', recordWithTimeline(id), '"history":[{'),
      question(
        'verification of a certificate, signed in',
        verification(certificateNumber),
        '"verdict":"IN_FORCE"',
      ),
      {
        title: 'page of approvals, signed in',
        request: page('/work/approvals', '<h1>待审批</h1>', { cookie }),
      },
    ],
  };
}
