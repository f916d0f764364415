import { capabilityRequest } from '@zgt/apps/capability-request/actions.ts';
import { startClockAt } from '@zgt/runtime/clock.ts';
import { SYSTEM, type Viewer } from '@zgt/runtime/viewer.ts';
import { createLocalJWKSet, jwtVerify, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  basic,
  type CapabilityCaller,
  type CapabilityWorld,
  openCapabilityWorld,
} from '../testing/capability-world.ts';

const NINE = '2026-11-23T09:00:00+08:00';
const GRANT = { grant_type: 'client_credentials' };

let world: CapabilityWorld;
let login: string;
let unit: Viewer;
let caller: CapabilityCaller;
let gateway: string;
beforeAll(async () => {
  world = await openCapabilityWorld();
  login = (await world.published('IDENTITY.LOGIN', 'IDENTITY')).id;
  unit = await world.unit(['*']);
  caller = await world.client(unit, login);
  gateway = await world.program(world.company);
}, 60_000);
beforeEach(() => startClockAt(NINE));
afterAll(() => world?.close());

const get = async (url: string) => JSON.parse((await world.app.inject({ url })).body);
const introspect = async (token: string) =>
  (await world.post('/oauth/introspect', { token }, gateway)).body.active;

describe('POST /oauth/token (RFC 6749)', () => {
  const good = () => basic(caller.clientId, caller.secret);
  it.each<[string, () => Record<string, string>, (() => string) | undefined, number, string]>([
    ['no client', () => GRANT, undefined, 401, 'invalid_client'],
    ['a wrong secret', () => GRANT, () => basic(caller.clientId, 'zgtc_wrong'), 401, 'invalid_client'],
    ['an unknown client', () => GRANT, () => basic('NS-1999-000001', caller.secret), 401, 'invalid_client'],
    ['a header that is not Basic credentials', () => GRANT, () => 'Basic %%%', 401, 'invalid_client'],
    ['no grant type', () => ({}), good, 400, 'invalid_request'],
    ['another grant type', () => ({ grant_type: 'password' }), good, 400, 'unsupported_grant_type'],
    [
      'a scope that is not the client’s',
      () => ({ ...GRANT, scope: 'PAYMENT.COLLECT' }),
      good,
      400,
      'invalid_scope',
    ],
    [
      'a scope beyond the client’s',
      () => ({ ...GRANT, scope: 'IDENTITY.LOGIN PAYMENT.COLLECT' }),
      good,
      400,
      'invalid_scope',
    ],
    [
      'two ways to authenticate',
      () => ({ ...GRANT, client_secret: caller.secret }),
      good,
      400,
      'invalid_request',
    ],
    ['two client ids', () => ({ ...GRANT, client_id: 'NS-1' }), good, 400, 'invalid_request'],
  ])('refuses %s', async (_, form, authorization, status, error) => {
    const answer = await world.post('/oauth/token', form(), authorization?.());
    expect([answer.status, answer.body.error]).toEqual([status, error]);
    expect(answer.body.error_description).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);
    expect(answer.headers['www-authenticate'] !== undefined).toBe(status === 401);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('refuses a parameter that comes twice, and a body that is no form', async () => {
    const send = async (type: string, payload: string) => {
      const headers = { 'content-type': type, authorization: good() };
      const answer = await world.app.inject({ method: 'POST', url: '/oauth/token', headers, payload });
      return [answer.statusCode, JSON.parse(answer.body).error];
    };
    const twice = 'grant_type=client_credentials&grant_type=client_credentials';
    expect(await send('application/x-www-form-urlencoded', twice)).toEqual([400, 'invalid_request']);
    expect(await send('application/json', '{"grant_type":"client_credentials"}')).toEqual([
      400,
      'invalid_request',
    ]);
  });

  it.each(['header', 'form'])(
    'gives a token that anyone can check by the published keys, with the client in the %s',
    async (where) => {
      const inForm = { client_id: caller.clientId, client_secret: caller.secret };
      const { status, body } = await world.post(
        '/oauth/token',
        { ...GRANT, scope: 'IDENTITY.LOGIN', ...(where === 'form' && inForm) },
        where === 'header' ? good() : undefined,
      );
      expect([status, { ...body, access_token: '' }]).toEqual([
        200,
        { access_token: '', token_type: 'Bearer', expires_in: 600, scope: 'IDENTITY.LOGIN' },
      ]);
      const metadata = await get('/.well-known/oauth-authorization-server');
      const keys = await get(new URL(metadata.jwks_uri).pathname);
      expect(JSON.stringify(keys)).not.toContain('"d"');
      const { payload, protectedHeader } = await jwtVerify(body.access_token, createLocalJWKSet(keys), {
        issuer: metadata.issuer,
        audience: `${metadata.issuer}/capabilities`,
        typ: 'at+jwt',
        currentDate: new Date(NINE),
      });
      expect(protectedHeader.alg).toBe('ES256');
      expect(payload).toMatchObject({
        sub: caller.clientId,
        client_id: caller.clientId,
        scope: 'IDENTITY.LOGIN',
      });
      expect(payload.exp! - payload.iat!).toBe(600);
    },
  );

  it('takes a scope as the set of words that it is (RFC 6749, section 3.3)', async () => {
    const twice = { ...GRANT, scope: 'IDENTITY.LOGIN IDENTITY.LOGIN' };
    const { status, body } = await world.post('/oauth/token', twice, good());
    expect([status, body.scope]).toEqual([200, 'IDENTITY.LOGIN']);
  });

  it('closes a client to wrong secrets after ten of them, and never to the right one', async () => {
    const victim = await world.client(unit, login);
    const wrong = () => world.post('/oauth/token', GRANT, basic(victim.clientId, 'zgtc_guess'));
    for (let tried = 0; tried < 10; tried += 1) expect((await wrong()).status).toBe(401);
    const closed = await wrong();
    expect([closed.status, Number(closed.headers['retry-after'])]).toEqual([429, expect.any(Number)]);
    expect(Number(closed.headers['retry-after'])).toBeGreaterThan(0);
    expect(await world.token(victim)).toMatch(/^ey/);
  });
});

describe('POST /oauth/introspect (RFC 7662)', () => {
  it('tells a resource server whom a token lets call, by bearer and by Basic', async () => {
    const token = await world.token(caller);
    const secret = gateway.slice('Bearer '.length);
    for (const authorization of [gateway, basic('apisix', secret)]) {
      const { status, body } = await world.post('/oauth/introspect', { token }, authorization);
      expect([status, body]).toEqual([
        200,
        expect.objectContaining({
          active: true,
          client_id: caller.clientId,
          scope: 'IDENTITY.LOGIN',
          environment: 'PRODUCTION',
          daily_quota: 2000,
        }),
      ]);
    }
  });

  it('tells nobody else: no stranger, no unit’s program, not the client itself', async () => {
    const token = await world.token(caller);
    const asked = [
      undefined,
      'Bearer zgt_made-up',
      await world.program(unit),
      basic(caller.clientId, caller.secret),
    ];
    for (const authorization of asked)
      expect((await world.post('/oauth/introspect', { token }, authorization)).status).toBe(401);
  });

  it('calls anything else inactive: other text, another key’s token, one that has ended', async () => {
    const token = await world.token(caller);
    const { runtime } = world;
    const forged = await new SignJWT({ ...JSON.parse(atob(token.split('.')[1]!)) })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
      .sign(new TextEncoder().encode(runtime.keys.sessionSecret));
    for (const text of ['nothing', forged, `${token.slice(0, -4)}AAAA`])
      expect(await introspect(text)).toBe(false);
    startClockAt('2026-11-23T09:09:59+08:00');
    expect(await introspect(token)).toBe(true);
    startClockAt('2026-11-23T09:10:01+08:00');
    expect(await introspect(token)).toBe(false);
  });

  it.each<[string, (holder: Viewer, id: string) => Promise<unknown>]>([
    [
      'its request is suspended',
      (_, id) => world.take(capabilityRequest, 'suspend', world.company, { id, reason: '异常调用' }),
    ],
    [
      'its request is revoked',
      (_, id) => world.take(capabilityRequest, 'revoke', world.company, { id, reason: '违规调用' }),
    ],
    ['its request has expired', (_, id) => world.take(capabilityRequest, 'expire', SYSTEM, { id })],
    ['its unit is suspended', (holder) => world.setUnitState(holder, 'SUSPENDED')],
  ])('a token is dead at once when %s [duty 38.2]', async (_, close) => {
    const holder = await world.unit(['*']);
    const own = await world.client(holder, login);
    const token = await world.token(own);
    expect(await introspect(token)).toBe(true);
    await close(holder, own.id);
    expect(await introspect(token)).toBe(false);
    const again = await world.post('/oauth/token', GRANT, basic(own.clientId, own.secret));
    expect([again.status, again.body.error]).toEqual([400, 'unauthorized_client']);
  });
});

describe('POST /oauth/revoke (RFC 7009)', () => {
  it('ends a token for its own client only; what is no token is ended already', async () => {
    const [token, kept] = [await world.token(caller), await world.token(caller)];
    const stranger = await world.client(unit, login);
    const by = (who: CapabilityCaller, given: string) =>
      world.post('/oauth/revoke', { token: given }, basic(who.clientId, who.secret));
    expect((await by(stranger, token)).status).toBe(400);
    expect(await introspect(token)).toBe(true);
    expect((await by(caller, token)).status).toBe(200);
    expect((await by(caller, token)).status).toBe(200);
    expect((await by(caller, 'nothing')).status).toBe(200);
    expect([await introspect(token), await introspect(kept)]).toEqual([false, true]);
  });
});

describe('a secret that is reissued (article 38)', () => {
  const reissue = async (id: string, overlapHours: number | null = null) => {
    const outcome = await world.attempt(capabilityRequest, 'reissue', unit, { id, input: { overlapHours } });
    if (outcome.refusal) return { refusal: outcome.refusal, secret: '' };
    return { refusal: null, secret: outcome.secret! };
  };
  const works = async (clientId: string, secret: string) =>
    (await world.post('/oauth/token', GRANT, basic(clientId, secret))).status === 200;

  it('goes on for a day beside the new one, then never again', async () => {
    const { id, clientId, secret: first } = await world.client(unit, login);
    const { secret: second } = await reissue(id);
    expect([await works(clientId, first), await works(clientId, second)]).toEqual([true, true]);
    startClockAt('2026-11-24T08:59:00+08:00');
    const late = await world.token({ id, clientId, secret: first });
    startClockAt('2026-11-24T09:01:00+08:00');
    expect([await works(clientId, first), await works(clientId, second)]).toEqual([false, true]);
    expect(await introspect(late)).toBe(false);
  });

  it('the one before the last ends with the next, and with 0 hours the last one too', async () => {
    const { id, clientId, secret: first } = await world.client(unit, login);
    const { secret: second } = await reissue(id);
    const { secret: third } = await reissue(id);
    expect(await Promise.all([first, second, third].map((secret) => works(clientId, secret)))).toEqual([
      false,
      true,
      true,
    ]);
    const token = await world.token({ id, clientId, secret: third });
    const { secret: fourth } = await reissue(id, 0);
    expect(await Promise.all([second, third, fourth].map((secret) => works(clientId, secret)))).toEqual([
      false,
      false,
      true,
    ]);
    expect(await introspect(token)).toBe(false);
  });

  it('never longer than the rule parameter', async () => {
    const { id } = await world.client(unit, login);
    expect((await reissue(id, 25)).refusal).toMatchObject({
      code: 'VALIDATION',
      details: [{ path: 'overlapHours' }],
    });
    expect((await reissue(id, 24)).refusal).toBeNull();
  });
});
