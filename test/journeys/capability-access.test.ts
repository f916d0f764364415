import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { effectiveBrand } from './brand.ts';
import { activeUnit, done, type Parties, signInParties, type Unit } from './people.ts';
import { DATABASES, openPlace, type Place, START_MS } from './place.ts';

const DAY = '2026-11-23';

describe.each(DATABASES)('能力调用 on %s', (database) => {
  let place: Place;
  let parties: Parties;
  let unit: Unit;

  beforeAll(async () => {
    place = await openPlace(database);
    await place.startAt('2026-11-23T01:00:00Z');
    parties = await signInParties(place.url);
    unit = await activeUnit(place.url, parties);
  }, START_MS);
  afterAll(() => place?.leave());

  /** A credential of the unit for a capability of the demonstration's catalogue. */
  const credential = async (code: string, dailyQuota: number, fieldPurposes: string[] = []) => {
    const { data } = await unit.client.ask(
      'query($code: String!) { capabilities(filter: { text: $code }) { edges { node { id } } } }',
      { code },
    );
    const capabilityId = data.capabilities.edges[0].node.id;
    const input = {
      capabilityId,
      environment: 'PRODUCTION',
      purpose: '办件提示',
      fieldPurposes,
      dailyVolume: 100,
    };
    const submitted = await unit.client.act('submitCapabilityRequest', input);
    const id = done(submitted);
    done(await parties.gongsi.act('approveCapabilityRequest', { id }));
    const provisioned = await parties.gongsi.act('provisionCapabilityRequest', { id, dailyQuota });
    return { id, clientId: submitted.number!, secret: provisioned.secret! };
  };
  const form = (path: string, fields: Record<string, string>, authorization: string) =>
    fetch(`${place.url}${path}`, {
      method: 'POST',
      headers: { authorization },
      body: new URLSearchParams(fields),
    });
  const tokenFor = async ({ clientId, secret }: { clientId: string; secret: string }) => {
    const basic = `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`;
    const metadata = await fetch(`${place.url}/.well-known/oauth-authorization-server`);
    const { token_endpoint } = (await metadata.json()) as { token_endpoint: string };
    const answer = await form(new URL(token_endpoint).pathname, { grant_type: 'client_credentials' }, basic);
    return { status: answer.status, ...((await answer.json()) as { access_token: string; error?: string }) };
  };
  const call = async (path: string, token: string) => {
    const answer = await fetch(`${place.url}/capabilities/${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: answer.status, body: (await answer.json()) as any };
  };
  const callsOf = async (capabilityRequestId: string) => {
    const { data } = await unit.client.ask(
      'query($id: ID!, $day: Date!) { capabilityUsage(capabilityRequestId: $id, from: $day, to: $day) { calls failedCalls } }',
      { id: capabilityRequestId, day: DAY },
    );
    return data.capabilityUsage[0];
  };

  test('articles 18 and 38: a credential gets a token, calls, is counted, meets its quota, is revoked and refused [duty 38.2]', async () => {
    const own = await credential('CALENDAR.WORKDAY', 3);
    const { access_token: token } = await tokenFor(own);
    const path = 'working-days?from=2026-11-23&count=5';
    const first = await call(path, token);
    expect(first).toEqual({
      status: 200,
      body: { from: DAY, count: 5, date: '2026-11-30', provisional: false },
    });
    expect(await callsOf(own.id)).toEqual({ calls: 1, failedCalls: 0 });

    const issued = await parties.gongsi.act('issueMachineCredential', {
      name: '能力网关',
      purpose: '校验令牌并上报用量',
      validUntil: '2027-10-31',
    });
    const gateway = `Bearer ${issued.secret}`;
    const seen = { eventId: 'gateway-1', clientId: own.clientId, capability: 'CALENDAR.WORKDAY' };
    const report = async () => {
      const events = [{ ...seen, count: 1, at: '2026-11-23T09:00:00+08:00', outcome: 'SUCCESS' }];
      const answer = await fetch(`${place.url}/capability-usage`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: gateway },
        body: JSON.stringify({ events }),
      });
      return answer.json();
    };
    expect(await report()).toEqual({ accepted: 1, duplicates: 0, refused: [] });
    expect(await report()).toEqual({ accepted: 0, duplicates: 1, refused: [] });

    const together = await Promise.all(Array.from({ length: 4 }, () => call(path, token)));
    expect(together.map(({ status }) => status).toSorted()).toEqual([200, 429, 429, 429]);
    expect(await callsOf(own.id)).toEqual({ calls: 3, failedCalls: 0 });
    const { data } = await unit.client.ask(
      '{ notifications(first: 20) { edges { node { recordId title } } } }',
    );
    const told = data.notifications.edges.filter(
      ({ node }: any) => node.recordId === own.id && node.title.includes('每日限额的 100%'),
    );
    expect(told).toHaveLength(1);

    const introspect = async () =>
      ((await (await form('/oauth/introspect', { token }, gateway)).json()) as { active: boolean }).active;
    expect(await introspect()).toBe(true);
    done(await parties.gongsi.act('revokeCapabilityRequest', { id: own.id, reason: '超范围使用' }));
    expect(await introspect()).toBe(false);
    expect((await call(path, token)).status).toBe(401);
    expect(await tokenFor(own)).toMatchObject({ status: 400, error: 'unauthorized_client' });
    expect(await callsOf(own.id)).toEqual({ calls: 3, failedCalls: 0 });
  });

  test('articles 18 and 50: brand verification is called as a capability and answers as the public check does', async () => {
    const own = await credential('BRAND.VERIFICATION', 10, ['verdict：核对授权', 'number: 与证书比对']);
    const { access_token: token } = await tokenFor(own);
    const { certificate } = await effectiveBrand(unit, parties);
    const found = await call(`brand-verification/${encodeURIComponent(certificate)}`, token);
    expect(found).toEqual({ status: 200, body: { verdict: 'IN_FORCE', number: certificate } });
    const unknown = await call('brand-verification/ZGT-2026-9999999-X', token);
    expect([unknown.status, unknown.body.verdict]).toEqual([200, 'NOT_FOUND']);
    expect((await call('working-days?from=2026-11-23&count=1', token)).status).toBe(403);
    expect(await callsOf(own.id)).toEqual({ calls: 2, failedCalls: 0 });
  });
});
