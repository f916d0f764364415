import { graphqlRequest, type Request } from '../measure/load.ts';

const LIST = `query List($after: Cursor, $first: Int!) { allIncidents(first: $first, after: $after, orderBy: PRIMARY_KEY_DESC) { nodes {
  rowId code title severity status description reporter appByAppId { rowId name version category status summary
    unitByUnitId { rowId name level region contact phone } } } } }`;
const ONE = `query One($id: String!) { appByRowId(rowId: $id) { rowId name version category status summary downloads
  unitByUnitId { rowId name level region } } }`;

async function ask<T>(url: string, query: string, variables: object): Promise<T> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: { message: string }[] };
  if (errors) throw new Error(`wrong answer: ${errors[0]!.message}`);
  return data;
}

const CURSORS =
  'query Cursors($first: Int!) { allIncidents(first: $first, orderBy: PRIMARY_KEY_DESC) { edges { cursor } } }';

/** The same questions as PostGraphile's own schema puts them; cursors are its own too, so it is asked for them first. */
export async function postgraphileRequests(url: string, query: string, count: number): Promise<Request[]> {
  if (query === 'one')
    return Array.from({ length: count }, (_, index) => {
      const id = `app-${String((index * 7793) % 20_000).padStart(6, '0')}`;
      return graphqlRequest(JSON.stringify({ query: ONE, variables: { id } }), '"region":"');
    });
  const { allIncidents } = await ask<{ allIncidents: { edges: { cursor: string }[] } }>(url, CURSORS, {
    first: count,
  });
  const requests = allIncidents.edges.map(({ cursor }) =>
    graphqlRequest(JSON.stringify({ query: LIST, variables: { after: cursor, first: 20 } }), '"contact":"'),
  );
  const { allIncidents: page } = await ask<{ allIncidents: { nodes: unknown[] } }>(url, LIST, { first: 20 });
  if (page.nodes.length !== 20) throw new Error(`${page.nodes.length} incidents where 20 were asked for`);
  return requests;
}
