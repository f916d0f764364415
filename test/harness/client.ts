/** One signed-in (or anonymous) caller of the public API. */
export interface Client {
  token: string | null;
  /** The whole answer of a GraphQL request. */
  ask<T = any>(
    query: string,
    variables?: object,
    headers?: Record<string, string>,
  ): Promise<{ status: number; data: T; errors?: any[] }>;
  /** Takes an action: `act('consentBrandAuthorization', { id })` gives the record's id, status and the refusal. */
  act(mutation: string, input: object, headers?: Record<string, string>): Promise<Acted>;
  /** Uploads a small PDF and gives its id. */
  upload(name?: string): Promise<string>;
}

export interface Acted {
  id: string | null;
  number: string | null;
  status: string | null;
  version: number | null;
  secret: string | null;
  refusal: {
    code: string;
    message: string;
    articles: number[];
    remedy: string;
    details: { path: string; message: string }[];
  } | null;
}

const SECRET_BEARING =
  /^(issue|rotate)MachineCredential$|^(provision|reissue)CapabilityRequest$|^openHotlineTicket$|^subscribeCalendarFeed$|^penalizeUserViolation$/;

const lowerFirst = (text: string) => text[0]!.toLowerCase() + text.slice(1);

export function client(url: string, token: string | null = null): Client {
  const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const ask: Client['ask'] = async (query, variables = {}, headers = {}) => {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization, ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return { status: answer.status, ...((await answer.json()) as { data: any; errors?: any[] }) };
  };
  return {
    token,
    ask,
    act: async (mutation, input, headers) => {
      const noun = NOUNS.find((known) => mutation.endsWith(known))!;
      const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
      const secret = SECRET_BEARING.test(mutation) ? 'secret' : '';
      const { data, errors } = await ask(
        `mutation($input: ${type}!) { acted: ${mutation}(input: $input) {
          record: ${lowerFirst(noun)} { id number status version } ${secret}
          refusal { code message articles remedy details { path message } } } }`,
        { input },
        headers,
      );
      if (errors) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
      const { record, refusal } = data.acted;
      return {
        id: record?.id ?? null,
        number: record?.number ?? null,
        status: record?.status ?? null,
        version: record?.version ?? null,
        secret: data.acted.secret ?? null,
        refusal,
      };
    },
    upload: async (name = 'document.pdf') => {
      const form = new FormData();
      form.append('file', new Blob([PDF], { type: 'application/pdf' }), name);
      const answer = await fetch(`${url}/documents`, {
        method: 'POST',
        headers: authorization,
        body: form,
      });
      const said = (await answer.json()) as { document?: { id: string }; refusal?: { message: string } };
      if (!said.document) throw new Error(`upload refused: ${JSON.stringify(said)}`);
      return said.document.id;
    },
  };
}

const NOUNS = [
  'EcosystemUnit',
  'AuthorizationAgreement',
  'TrademarkLicense',
  'Trademark',
  'BusinessNorm',
  'UserRule',
  'UserViolation',
  'FairnessComplaint',
  'PolicyDocument',
  'BrandAuthorization',
  'StopOrder',
  'IncidentNotice',
  'Incident',
  'MonitorTarget',
  'AccountabilityCase',
  'MisuseReport',
  'MachineCredential',
  'AppVersion',
  'App',
  'DelistingRequest',
  'ForcedDelisting',
  'SystemPlatform',
  'ComplianceTask',
  'MlpsRecord',
  'PrivacyNotice',
  'StandardVersion',
  'StandardCheck',
  'Standard',
  'CapabilityRequest',
  'Capability',
  'Filing',
  'InspectionTask',
  'ProblemCase',
  'Rectification',
  'HotlineTicket',
  'CalendarFeed',
  'Announcement',
  'WorkCalendar',
  'Member',
  'OwnerUnit',
  'ProjectCompany',
  'GovernmentBody',
];

const PDF = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n';

/** Signs in by the fixed address of the identity service; throws with its answer when refused. */
export async function signIn(url: string, username: string, password = 'Zgt-demo-2026'): Promise<Client> {
  const answer = await fetch(`${url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  const said = (await answer.json()) as { token?: string };
  if (!answer.ok || !said.token)
    throw new Error(`sign-in of ${username} refused: ${answer.status} ${JSON.stringify(said)}`);
  return client(url, said.token);
}

/** Registers a new account as a stranger would, and signs it in. */
export async function signUp(
  url: string,
  username: string,
  name: string,
  password = 'Correct-horse-9',
): Promise<Client> {
  const answer = await fetch(`${url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${username}@example.com`, username, name, password }),
  });
  if (!answer.ok) throw new Error(`sign-up of ${username} refused: ${answer.status} ${await answer.text()}`);
  return signIn(url, username, password);
}
