/** The rules that users are bound by, in force now. */
export const USER_RULES_QUERY = `query UserRules($first: Int!) {
  userRules(first: $first, filter: { status: [IN_FORCE] }) {
    edges { node { id number kindLabel name versionText inForceAt body clauses { clause behaviour penalties } } }
  }
}`;

export interface PublishedRule {
  id: string;
  number: string;
  kindLabel: string;
  name: string;
  versionText: string;
  inForceAt: string | null;
  body: string;
  clauses: { clause: string; behaviour: string; penalties: string[] }[];
}
