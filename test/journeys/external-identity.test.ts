import { createServer, type Server } from 'node:http';
import { copyPreparedDatabase } from '@zgt/runtime/testing/prepared-database.ts';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, type RunningServer, startServer, temporaryFolder } from '../harness/server.ts';

/** A browser of a few lines: follows redirects by hand and keeps cookies by origin. */
function visitor() {
  const jar = new Map<string, Map<string, string>>();
  return async (
    url: string,
    form?: Record<string, string>,
  ): Promise<{ url: string; status: number; body: string }> => {
    let next = url;
    let body: URLSearchParams | undefined = form && new URLSearchParams(form);
    for (let hop = 0; hop < 12; hop++) {
      const { origin } = new URL(next);
      const cookies = jar.get(origin) ?? new Map<string, string>();
      jar.set(origin, cookies);
      const answer = await fetch(next, {
        method: body ? 'POST' : 'GET',
        body,
        redirect: 'manual',
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '), origin },
      });
      for (const line of answer.headers.getSetCookie()) {
        const [name, ...value] = line.split(';')[0]!.split('=');
        cookies.set(name!, value.join('='));
      }
      const location = answer.headers.get('location');
      if (!location || answer.status < 300 || answer.status >= 400)
        return { url: next, status: answer.status, body: await answer.text() };
      next = new URL(location, next).href;
      body = undefined;
    }
    throw new Error(`too many redirects from ${url}`);
  };
}

let identityProvider: Server;
let platform: RunningServer;
const folder = await temporaryFolder();

beforeAll(async () => {
  const [providerPort, platformPort] = [await freePort(), await freePort()];
  const issuer = `http://127.0.0.1:${providerPort}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'portal',
        client_secret: 'portal-secret-of-this-test',
        grant_types: ['authorization_code'],
        redirect_uris: [`http://127.0.0.1:${platformPort}/api/auth/callback/unified-identity`],
      },
    ],
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    findAccount: async (_context: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, name: '政务人员', email: `${id}@example.com`, email_verified: true }),
    }),
  });
  identityProvider = createServer(provider.callback());
  await new Promise<void>((done) => identityProvider.listen(providerPort, '127.0.0.1', done));
  await copyPreparedDatabase(folder.path);
  platform = await startServer({
    DATA_DIR: folder.path,
    PORT: String(platformPort),
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'portal',
    OIDC_CLIENT_SECRET: 'portal-secret-of-this-test',
  });
});
afterAll(async () => {
  await platform?.stop();
  identityProvider?.close();
  await folder.remove();
});

describe('sign-in through an external identity provider (article 68)', () => {
  it('leads from the portal to the provider and back, signed in', async () => {
    const visit = visitor();
    const signIn = await visit(`${platform.url}/sign-in`);
    expect(signIn.body).toContain('统一身份认证');
    const login = await visit(`${platform.url}/sign-in/external?next=%2Fwork`);
    expect(new URL(login.url).pathname).toMatch(/^\/interaction\//);
    const consent = await visit(login.url, { prompt: 'login', login: 'zhengwu', password: 'any' });
    const back = await visit(consent.url, { prompt: 'consent' });
    expect(back.url).toBe(`${platform.url}/work`);
    expect(back.status).toBe(200);
    expect(back.body).toContain('政务人员');
  });
});
