/** What is common to records of all registers, whichever subgraph keeps them. */
export interface KnownRecord {
  recordId: string;
  noun: string;
  organizationId: string;
  number: string;
  title: string;
  state: string;
}
