import { graphqlRequest } from '../measure/load.ts';
import { measureInRounds, type Subject } from '../measure/rounds.ts';
import type { Group, Row } from '../measure/table.ts';
import type { Place } from '../place.ts';
import { manyRows } from '../product/many-rows.ts';
import { issuedCertificate, openProduct, type Product, WORK_LIST } from '../product/product.ts';

interface Ask {
  title: string;
  query: string;
  sign: string;
}

const asks = (certificate: string): Ask[] => [
  { title: 'brand authorizations, newest 20, with actions', query: WORK_LIST, sign: '"availableActions":[' },
  {
    title: 'brand authorizations of one status',
    query:
      '{ brandAuthorizations(filter: { status: [PENDING_CONSENT] }) { edges { node { number title ecosystemUnit { name } } } } }',
    sign: '"number":"',
  },
  {
    title: 'brand authorizations found by text',
    query: '{ brandAuthorizations(filter: { text: "000000777" }) { edges { node { number title } } } }',
    sign: 'PP-2025-000000777',
  },
  {
    title: 'brand authorizations found by a whole number',
    query:
      '{ brandAuthorizations(filter: { text: "PP-2025-000000777" }) { edges { node { number title } } } }',
    sign: 'PP-2025-000000777',
  },
  {
    title: 'ecosystem units found by a common word',
    query: '{ ecosystemUnits(filter: { text: "科技有限" }) { edges { node { number name } } } }',
    sign: '科技有限',
  },
  {
    title: 'ecosystem units, newest 20',
    query: '{ ecosystemUnits { edges { node { number name status } } } }',
    sign: '"number":"',
  },
  {
    title: 'work items of the approver',
    query: '{ workItems { edges { node { number title dueAt waitingWorkingDays } } } }',
    sign: '"number":"',
  },
  {
    title: 'verification of a certificate',
    query: `{ verifyBrandAuthorization(number: "${certificate}") { verdict } }`,
    sign: '"verdict":"',
  },
];

/** How the product's lists take growing registers: the same database, grown from one size to the next. */
export async function sizes(place: Place): Promise<Group[]> {
  const product = await openProduct(place);
  const all = asks(await issuedCertificate(product));
  const groups = all.map(({ title }) => ({
    title: `Sizes: ${title}, PostgreSQL`,
    unit: 'ms',
    reference: label(place.options.sizes[0]!),
    rows: [] as Row[],
  }));
  for (const [index, size] of place.options.sizes.entries()) {
    await manyRows(product.databaseUrl, size);
    // The program is compiled once, for all sizes; the rows that were added are only to be read in.
    const { warmUpMs, aloneMs } = place.options;
    for (const ask of all) await drive(place, product, ask, index === 0 ? warmUpMs / 2 : aloneMs);
    const rows = await measureInRounds(
      all.map((ask) => subject(place, product, ask, size)),
      place.options.rounds,
    );
    for (const [ask, row] of rows.entries()) groups[ask]!.rows.push(row);
  }
  return groups;
}

const label = (size: number) => `${size.toLocaleString('en')} records`;

/** One person asks for so long. */
function drive({ load, options }: Place, product: Product, { query, sign }: Ask, ms: number) {
  const headers = { authorization: `Bearer ${product.approver.token}` };
  return load.drive({
    url: product.url,
    requests: [graphqlRequest(JSON.stringify({ query }), sign, headers)],
    connections: 1,
    limit: options.smoke ? { requests: 1 } : { ms },
  });
}

function subject(place: Place, product: Product, ask: Ask, size: number): Subject {
  return {
    target: label(size),
    measure: async () => {
      const { p50, p99, bytes } = await drive(place, product, ask, place.options.aloneMs);
      return { value: p50, more: { 'p99 ms': p99, bytes } };
    },
  };
}
