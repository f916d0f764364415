import { type Acted, type Client, signIn, signUp } from '../harness/client.ts';

/** The people of the parties, as the demonstration has them. */
export interface Parties {
  /** Management unit, head and approver. */
  guanli: Client;
  /** Project company, all roles. */
  gongsi: Client;
  /** Owner unit. */
  yezhu: Client;
  /** Infrastructure provider. */
  jichu: Client;
  /** A health department. */
  weijian: Client;
}

export async function signInParties(url: string): Promise<Parties> {
  return {
    guanli: await signIn(url, 'guanli'),
    gongsi: await signIn(url, 'gongsi'),
    yezhu: await signIn(url, 'yezhu'),
    jichu: await signIn(url, 'jichu'),
    weijian: await signIn(url, 'weijian'),
  };
}

/** The record's id; throws when the action was refused. */
export function done(acted: Acted): string {
  if (acted.refusal) throw new Error(`refused: ${JSON.stringify(acted.refusal)}`);
  return acted.id!;
}

const CODE_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
let issuedCodes = 0;

/** A credit code that nobody else has, with its check character by GB 32100: weights 3^i modulo 31. */
export function freshCreditCode(): string {
  issuedCodes += 1;
  const body = `91450100J${String(issuedCodes).padStart(8, '0')}`;
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    sum += CODE_CHARACTERS.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return body + CODE_CHARACTERS[(31 - (sum % 31)) % 31];
}

let people = 0;

/** A user name that nobody has yet. */
export function freshUsername(): string {
  people += 1;
  return `person-${process.pid}-${people}`;
}

export interface Unit {
  client: Client;
  username: string;
  id: string;
  code: string;
  organizationId: string;
}

export const unitInput = (overrides: object = {}) => ({
  name: '南宁某某科技有限公司',
  unifiedSocialCreditCode: freshCreditCode(),
  unitType: 'ENTERPRISE',
  registeredAddress: '南宁市良庆区五象大道 1 号',
  contactName: '张三丰',
  contactPhone: '13800138000',
  workScopes: ['OPERATION', 'BUSINESS'],
  ...overrides,
});

/** A new person who registers an enterprise as a draft. */
export async function draftUnit(url: string, overrides: object = {}): Promise<Unit> {
  const username = freshUsername();
  const client = await signUp(url, username, '张三丰');
  const input = unitInput(overrides);
  const id = done(await client.act('draftEcosystemUnit', input));
  const { data } = await client.ask('{ viewer { actingOrganization { id } } }');
  const organizationId = data.viewer.actingOrganization.id;
  return { client, username, id, code: input.unifiedSocialCreditCode, organizationId };
}

export async function submission(client: Client) {
  return [
    { kind: 'BUSINESS_LICENSE', documentId: await client.upload() },
    { kind: 'CONTACT_LETTER', documentId: await client.upload() },
  ];
}

export async function submitUnit(unit: Unit): Promise<void> {
  done(
    await unit.client.act('submitEcosystemUnit', { id: unit.id, documents: await submission(unit.client) }),
  );
}

export async function agreementInput(by: Client, overrides: object = {}) {
  return {
    agreementWorkScopes: ['OPERATION', 'BUSINESS'],
    activities: ['EVENT', 'ADVERTISING'],
    capabilityCodes: ['*'],
    clauses: ['ACCEPTS_MEASURE', 'BRAND_CONDUCT', 'EXIT'],
    validFrom: '2026-09-01',
    validUntil: '2028-10-31',
    documents: [{ kind: 'SIGNED_AGREEMENT', documentId: await by.upload() }],
    ...overrides,
  };
}

/** A new enterprise on its whole way to approval. */
export async function activeUnit(url: string, parties: Parties, overrides: object = {}): Promise<Unit> {
  const { gongsi, guanli } = parties;
  const unit = await draftUnit(url, overrides);
  await submitUnit(unit);
  done(await gongsi.act('authorizeEcosystemUnit', { id: unit.id, ...(await agreementInput(gongsi)) }));
  done(await guanli.act('approveEcosystemUnit', { id: unit.id }));
  return unit;
}

/** Status and version of a record as the client sees it; null when it may not see it. */
export async function look(
  client: Client,
  noun: string,
  id: string,
): Promise<{ status: string; version: number } | null> {
  const { data, errors } = await client.ask(
    `query($id: ID!) { found: ${noun}(id: $id) { status version } }`,
    { id },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.found;
}
