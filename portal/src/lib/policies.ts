/** The policies that government bodies published, newest first. */
export const POLICIES_QUERY = `query Policies($first: Int!, $after: String) {
  policyDocuments(first: $first, after: $after) {
    edges { node { id number heading topicLabel documentNumber issuedOn summary address organization { name } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

export interface Policy {
  id: string;
  number: string;
  heading: string;
  topicLabel: string;
  documentNumber: string | null;
  issuedOn: string;
  summary: string;
  address: string | null;
  organization: { name: string | null } | null;
}
