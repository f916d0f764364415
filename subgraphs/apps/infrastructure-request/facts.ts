/** What an item is judged by, whoever may see its request. */
export interface RequestFacts {
  id: string;
  organizationId: string;
  number: string;
  state: string;
}
