import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { TOKEN_SECONDS } from '@zgt/apps/capability-access/access-token.ts';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const GATEWAYS = resolve(import.meta.dirname, '../../deploy/gateways');
const ROUTES = resolve(import.meta.dirname, '../../gateway/routes/oauth/routes.ts');

it('APISIX asks the platform about tokens where the platform answers, and for the scope of one capability', async () => {
  const { routes, upstreams } = parse(await readFile(`${GATEWAYS}/apisix.yaml`, 'utf8'));
  const platform = await readFile(ROUTES, 'utf8');
  for (const { plugins, upstream_id } of routes) {
    const checks = plugins['openid-connect'];
    expect(platform).toContain(`app.get('${new URL(checks.discovery).pathname}'`);
    expect(platform).toContain(`app.post('${new URL(checks.introspection_endpoint).pathname}'`);
    expect(checks).toMatchObject({ bearer_only: true, ssl_verify: true, introspection_interval: 1 });
    expect(checks.required_scopes).toEqual([expect.stringMatching(/^[A-Z][A-Z0-9]*(\.[A-Z][A-Z0-9]*)+$/)]);
    expect(upstreams.map(({ id }: { id: string }) => id)).toContain(upstream_id);
  }
});

it('APISIX reads its file to the end: without the last line it would read none of it', async () => {
  expect((await readFile(`${GATEWAYS}/apisix.yaml`, 'utf8')).trimEnd().endsWith('\n#END')).toBe(true);
});

it('Kong checks tokens by our algorithm and lets none live longer than ours do', async () => {
  const { services, consumers } = parse(await readFile(`${GATEWAYS}/kong.yaml`, 'utf8'));
  for (const { plugins } of services) {
    const named = Object.fromEntries(plugins.map(({ name, config }: any) => [name, config]));
    expect(named.jwt).toMatchObject({ key_claim_name: 'iss', claims_to_verify: ['exp'] });
    expect(named.jwt.maximum_expiration).toBe(TOKEN_SECONDS);
    expect(named.jwt.uri_param_names).toEqual([]);
    expect(named['post-function'].access).toHaveLength(1);
  }
  const [secret] = consumers[0].jwt_secrets;
  expect(secret.algorithm).toBe('ES256');
  expect(new URL(secret.key).pathname).toBe('/');
});
