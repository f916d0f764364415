/** What a plan for a legacy app is judged by, whoever may see it. */
export interface LegacyFacts {
  id: string;
  organizationId: string;
  state: string;
  name: string;
  disposition: string;
}
