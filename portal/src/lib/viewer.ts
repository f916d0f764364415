/// <reference path="../env.d.ts" />
export interface ActingOrganization {
  id: string;
  name: string;
  party: string;
  partyLabel: string;
}

/** The person behind the request and for whom that person acts, as the API tells it. */
export interface PortalViewer {
  account: { id: string; name: string } | null;
  actingOrganization: ActingOrganization | null;
  roles: string[];
  memberships: { organization: ActingOrganization; roles: string[] }[];
  unreadNotifications: number;
  secondFactorEnabled: boolean;
  realNameVerified: boolean;
  undertakingAccepted: boolean;
  passwordExpired: boolean;
}

export const ANONYMOUS: PortalViewer = {
  account: null,
  actingOrganization: null,
  roles: [],
  memberships: [],
  unreadNotifications: 0,
  secondFactorEnabled: false,
  realNameVerified: false,
  undertakingAccepted: false,
  passwordExpired: false,
};

/** Who the visitor is and for whom they act. */
export const VIEWER_QUERY = `query PortalViewer { viewer {
  account { id name }
  actingOrganization { id name party partyLabel }
  roles
  memberships { organization { id name party partyLabel } roles }
  unreadNotifications secondFactorEnabled realNameVerified undertakingAccepted passwordExpired
} }`;

/**
 * Throws when the API does not answer: showing a signed-in person as anonymous would hide their work without a word.
 * A person whose session has ended is anonymous.
 */
export async function loadViewer(graphql: App.Locals['graphql']): Promise<PortalViewer> {
  const { data, errors } = await graphql<{ viewer: PortalViewer | null }>(VIEWER_QUERY);
  if (errors?.some((error) => error.extensions?.code !== 'UNAUTHENTICATED')) {
    throw new Error(`The viewer could not be loaded: ${errors.map((error) => error.message).join('; ')}`);
  }
  return data?.viewer ?? ANONYMOUS;
}
