import type { Client } from '../harness/client.ts';
import { done, type Parties, type Unit } from './people.ts';

/** The registered mark that the demonstration's licence covers. */
export async function registeredMark(client: Client): Promise<string> {
  const { data } = await client.ask(
    '{ trademarks(filter: { status: [REGISTERED] }) { edges { node { id } } } }',
  );
  return data.trademarks.edges[0].node.id;
}

export async function brandInput(client: Client, trademarkId: string, overrides: object = {}) {
  return {
    trademarkId,
    purpose: '展会上展示合作关系',
    activities: ['EVENT'],
    channels: ['PRINT'],
    regions: ['南宁市'],
    materials: ['易拉宝'],
    validFrom: '2026-11-23',
    validUntil: '2027-10-31',
    documents: [{ kind: 'USAGE_PLAN', documentId: await client.upload() }],
    ...overrides,
  };
}

/** A brand request of the unit that the project company has endorsed; it awaits consent. */
export async function endorsedBrand(unit: Unit, parties: Parties, overrides: object = {}): Promise<string> {
  const { client } = unit;
  const input = await brandInput(client, await registeredMark(client), overrides);
  const id = done(await client.act('requestBrandAuthorization', input));
  done(await parties.gongsi.act('endorseBrandAuthorization', { id, endorsement: '同意授权，报请同意。' }));
  return id;
}

/** A brand authorization with its certificate number, in force after consent. */
export async function effectiveBrand(
  unit: Unit,
  parties: Parties,
  overrides: object = {},
): Promise<{ id: string; certificate: string }> {
  const id = await endorsedBrand(unit, parties, overrides);
  done(await parties.guanli.act('consentBrandAuthorization', { id }));
  const { data } = await unit.client.ask(
    'query($id: ID!) { brandAuthorization(id: $id) { certificateNumber } }',
    { id },
  );
  return { id, certificate: data.brandAuthorization.certificateNumber };
}

export interface Verified {
  verdict: string;
  status: string | null;
  reason: string;
  checkedAt: string;
}

/** What anyone is told about a certificate number. */
export async function verify(client: Client, number: string): Promise<Verified> {
  const { data } = await client.ask(
    'query($number: String!) { verifyBrandAuthorization(number: $number) { verdict status reason checkedAt } }',
    { number },
  );
  return data.verifyBrandAuthorization;
}
