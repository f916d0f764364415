import { readConfig } from '@zgt/runtime/config.ts';
import { loadKeyRing } from '@zgt/runtime/crypto/keys.ts';
import { type DatabaseHandle, openServer } from '@zgt/runtime/database/open.ts';
import { prepareDatabase } from '@zgt/runtime/database/prepare.ts';
import { roleOf } from '@zgt/runtime/database/roles.ts';
import { newId } from '@zgt/runtime/id.ts';
import { createAuth } from '@zgt/runtime/identity/auth.ts';
import { AuthenticationFailed, createAuthenticator } from '@zgt/runtime/identity/authenticate.ts';
import { recordStatements } from '@zgt/runtime/testing/record-statements.ts';
import { ANONYMOUS } from '@zgt/runtime/viewer.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type PostgresServer, startPostgres } from '../harness/postgres.ts';
import { temporaryFolder } from '../harness/server.ts';

let server: PostgresServer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let owner: DatabaseHandle;
let gateway: DatabaseHandle;
let statements: string[];
let authenticate: ReturnType<typeof createAuthenticator>;
let signIn: () => Promise<{ token: string; cookie: string }>;
let accountId: string;
const first = newId();
const second = newId();

beforeAll(async () => {
  server = await startPostgres();
  folder = await temporaryFolder();
  const url = await server.createDatabase();
  const config = readConfig({ DATA_DIR: folder.path, DATABASE_URL: url });
  const keys = await loadKeyRing(config.keysDir);
  owner = openServer(url, { max: 2 });
  await prepareDatabase(owner, createAuth(owner, config, keys), { ecosystem: {}, apps: {}, operations: {} });
  gateway = openServer(url, { role: roleOf('gateway'), max: 2 });
  statements = recordStatements(gateway.pool);
  const auth = createAuth(gateway, config, keys);
  authenticate = createAuthenticator(gateway.db, auth);
  const password = 'Correct-horse-9';
  const { user } = await auth.api.signUpEmail({
    body: { email: 'zhang@example.com', name: '张三', username: 'zhangsan', password },
  });
  accountId = user.id;
  signIn = async () => {
    const { headers, response } = await auth.api.signInUsername({
      body: { username: 'zhangsan', password },
      returnHeaders: true,
    });
    const cookie = headers
      .getSetCookie()
      .find((line) => line.includes('session_token'))!
      .split(';')[0]!;
    return { token: (response as { token: string }).token, cookie };
  };
  for (const [index, id] of [first, second].entries()) {
    await owner.pool.query(
      `insert into runtime.organization (id, party, name, status, created_at) values ($1, 'ECOSYSTEM_UNIT', $2, 'ACTIVE', now())`,
      [id, `单位 ${index + 1}`],
    );
    await owner.pool.query(
      `insert into runtime.membership (account_id, organization_id, roles, created_at) values ($1, $2, '{HEAD}', now() + $3::interval)`,
      [accountId, id, `${index} seconds`],
    );
  }
});
beforeEach(() => {
  statements.length = 0;
});
afterAll(async () => {
  await gateway?.close();
  await owner?.close();
  await server?.stop();
  await folder?.remove();
});

const bearer = (token: string) => authenticate({ authorization: `Bearer ${token}` });

it('takes one statement, by bearer and by signed cookie alike', async () => {
  const { token, cookie } = await signIn();
  for (const headers of [{ authorization: `Bearer ${token}` }, { cookie: `other=1; ${cookie}` }]) {
    statements.length = 0;
    expect(await authenticate(headers)).toMatchObject({
      accountId,
      accountName: '张三',
      organizationId: first,
      organizationName: '单位 1',
      party: 'ECOSYSTEM_UNIT',
      roles: ['HEAD'],
      via: 'SESSION',
      realNameVerified: false,
      undertakingAccepted: false,
      passwordExpired: false,
      terminalCheckDueOn: null,
      secondFactor: false,
    });
    expect(statements).toHaveLength(1);
  }
});

it('takes none for visitors', async () => {
  expect(await authenticate({})).toEqual(ANONYMOUS);
  expect(statements).toEqual([]);
});

it('does not believe a cookie or a bearer whose signature is not ours', async () => {
  const { token, cookie } = await signIn();
  // The first letter of the signature: of the last one some bits say nothing.
  const forged = cookie.replace(
    /\.([^.])([^.]*)$/,
    (_, first, rest) => `.${first === 'A' ? 'B' : 'A'}${rest}`,
  );
  expect(forged).not.toBe(cookie);
  expect(await authenticate({ cookie: forged })).toEqual(ANONYMOUS);
  expect(await authenticate({ cookie: `zgt.session_token=${token}` })).toEqual(ANONYMOUS);
  await expect(bearer(`${token}.${'A'.repeat(43)}=`)).rejects.toThrow(AuthenticationFailed);
  await expect(bearer('no-such-token')).rejects.toThrow(AuthenticationFailed);
});

it('acts for the organisation that the session chose', async () => {
  const { token } = await signIn();
  await owner.pool.query('update identity.session set "actingOrganizationId" = $1 where token = $2', [
    second,
    token,
  ]);
  expect(await bearer(token)).toMatchObject({ organizationId: second, organizationName: '单位 2' });
});

it('is refused at the very next request once the session is revoked', async () => {
  const { token } = await signIn();
  await bearer(token);
  await owner.pool.query('delete from identity.session where token = $1', [token]);
  await expect(bearer(token)).rejects.toThrow(AuthenticationFailed);
});

it('loses a role at the very next request once it is taken away', async () => {
  const { token } = await signIn();
  await owner.pool.query(`update runtime.membership set roles = '{DEVELOPER}' where organization_id = $1`, [
    first,
  ]);
  expect((await bearer(token)).roles).toEqual(['DEVELOPER']);
  await owner.pool.query(`update runtime.organization set status = 'ENDED' where id = $1`, [first]);
  expect((await bearer(token)).organizationId).toBe(second);
  await owner.pool.query(`update runtime.organization set status = 'ACTIVE' where id = $1`, [first]);
});

it('prolongs a session that is due, as the identity library would', async () => {
  const { token } = await signIn();
  const setLeft = (left: string) =>
    owner.pool.query('update identity.session set "expiresAt" = now() + $1::interval where token = $2', [
      left,
      token,
    ]);
  await setLeft('5 hours');
  expect((await bearer(token)).accountId).toBe(accountId);
  const { rows } = await owner.pool.query(
    `select "expiresAt" > now() + interval '11 hours' as prolonged from identity.session where token = $1`,
    [token],
  );
  expect(rows).toEqual([{ prolonged: true }]);
  statements.length = 0;
  await bearer(token);
  expect(statements).toHaveLength(1);
  await setLeft('-1 second');
  await expect(bearer(token)).rejects.toThrow(AuthenticationFailed);
});
