import { demonstrationCode } from '@zgt/demo/people.ts';
import { type Client, signUp } from '../harness/client.ts';

/** Those who decide, signed in. */
export interface Deciders {
  company: Client;
  management: Client;
}

export interface AdmittedUnit {
  client: Client;
  id: string;
}

const TERM = { validFrom: '2026-01-01', validUntil: '2030-12-31' };

async function papers(client: Client, kinds: readonly string[]) {
  const documents: { kind: string; documentId: string }[] = [];
  for (const kind of kinds) documents.push({ kind, documentId: await client.upload(`${kind}.pdf`) });
  return documents;
}

/** Takes an action and gives the record's id; throws when it is refused. */
export async function take(client: Client, mutation: string, input: object, key?: string): Promise<string> {
  const acted = await client.act(mutation, input, key ? { 'idempotency-key': key } : {});
  if (acted.refusal) throw new Error(`${mutation}: ${JSON.stringify(acted.refusal)}`);
  return acted.id!;
}

/** A new enterprise registers itself and hands in its papers; the company's authorization comes next. */
export async function submitUnit(url: string, username: string, serial: number): Promise<AdmittedUnit> {
  const client = await signUp(url, username, '韦新');
  const id = await take(client, 'draftEcosystemUnit', {
    name: `广西测试企业${serial}有限公司`,
    unifiedSocialCreditCode: demonstrationCode(`91450100MAFA${String(serial).padStart(5, '0')}`),
    unitType: 'ENTERPRISE',
    registeredAddress: '南宁市良庆区',
    contactName: '韦新',
    contactPhone: '13877100009',
    workScopes: ['BUSINESS', 'OPERATION'],
  });
  await take(client, 'submitEcosystemUnit', {
    id,
    documents: await papers(client, ['BUSINESS_LICENSE', 'CONTACT_LETTER']),
  });
  return { client, id };
}

/** The company signs the agreement with the unit; the management unit's approval comes next. */
export async function authorizeUnit(company: Client, id: string): Promise<void> {
  await take(company, 'authorizeEcosystemUnit', {
    id,
    agreementWorkScopes: ['BUSINESS', 'OPERATION'],
    activities: ['EVENT', 'ADVERTISING'],
    capabilityCodes: ['*'],
    clauses: ['ACCEPTS_MEASURE'],
    ...TERM,
    documents: await papers(company, ['SIGNED_AGREEMENT']),
  });
}

/** Registers, authorizes and approves a new unit (article 7). */
export async function admitUnit(
  url: string,
  { company, management }: Deciders,
  username: string,
  serial: number,
): Promise<AdmittedUnit> {
  const unit = await submitUnit(url, username, serial);
  await authorizeUnit(company, unit.id);
  await take(management, 'approveEcosystemUnit', { id: unit.id });
  return unit;
}

/** A brand authorization that the company has granted and the management unit has yet to consent to (article 50). */
export async function endorsedBrand(client: Client, company: Client): Promise<string> {
  const { data } = await client.ask(
    '{ trademarks(filter: { status: [REGISTERED] }) { edges { node { id } } } }',
  );
  const year = new Date().getFullYear();
  const id = await take(client, 'requestBrandAuthorization', {
    trademarkId: data.trademarks.edges[0].node.id,
    purpose: '展会展位使用标识',
    activities: ['EVENT'],
    channels: ['PRINT'],
    regions: ['南宁市'],
    materials: ['展位背板'],
    validFrom: `${year}-12-31`,
    validUntil: `${year + 1}-11-30`,
    documents: await papers(client, ['USAGE_PLAN']),
  });
  await take(company, 'endorseBrandAuthorization', { id, endorsement: '符合品牌规范' });
  return id;
}

/** A credential for the first capability of the catalogue, provisioned (article 38). */
export async function provisionedCapability(client: Client, company: Client): Promise<string> {
  const { data } = await client.ask(
    '{ capabilities(filter: { status: [PUBLISHED] }) { edges { node { id } } } }',
  );
  const id = await take(client, 'submitCapabilityRequest', {
    capabilityId: data.capabilities.edges[0].node.id,
    environment: 'SANDBOX',
    purpose: '登录联调',
    dailyVolume: 100,
  });
  await take(company, 'approveCapabilityRequest', { id });
  await take(company, 'provisionCapabilityRequest', { id });
  return id;
}
