/** A question of the comparison: its text, and variables that differ from request to request. */
export interface Query {
  name: string;
  title: string;
  text: string;
  variables(index: number): Record<string, unknown>;
  /** Stands in every right answer. */
  sign: string;
}

const padded = (prefix: string, number: number) => `${prefix}-${String(number).padStart(6, '0')}`;

const LIST: Query = {
  name: 'list',
  title: '20 incidents → app → unit',
  text: `query List($after: String!, $first: Int!) { incidents(after: $after, first: $first) {
    id code title severity status description reporter
    app { id name version category status summary unit { id name level region contact phone } } } }`,
  // A step without a common factor with the number of pages: neighbours in time ask for pages far apart.
  variables: (index) => ({ after: padded('incident', 100 + ((index * 7793) % 99_900)), first: 20 }),
  sign: '"contact":"',
};

const ONE: Query = {
  name: 'one',
  title: 'one app → unit',
  text: `query One($id: ID!) { app(id: $id) {
    id name version category status summary downloads unit { id name level region } } }`,
  variables: (index) => ({ id: padded('app', (index * 7793) % 20_000) }),
  sign: '"region":"',
};

export const QUERIES: readonly Query[] = [LIST, ONE];

/** The body of the request with that index. */
export function bodyOf(query: Query, index: number): string {
  return JSON.stringify({ query: query.text, variables: query.variables(index) });
}
