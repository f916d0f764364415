/** The norms that were published, those in force first. */
export const NORMS_QUERY = `query Norms($first: Int!) {
  businessNorms(first: $first) { edges { node { id number kindLabel name versionText status publishedAt } } }
}`;

export const NORM_QUERY = `query Norm($id: ID!) {
  businessNorm(id: $id) { id number kindLabel name versionText status statusLabel publishedAt body }
}`;

export interface Norm {
  id: string;
  number: string;
  kindLabel: string;
  name: string;
  versionText: string;
  status: string;
  publishedAt: string;
}

/** Published norms: those in force, and those that were superseded. Drafts, which only some may see, are not among them. */
export function byForce(norms: readonly Norm[]): { inForce: Norm[]; superseded: Norm[] } {
  return {
    inForce: norms.filter(({ status }) => status === 'PUBLISHED'),
    superseded: norms.filter(({ status }) => status === 'SUPERSEDED'),
  };
}
