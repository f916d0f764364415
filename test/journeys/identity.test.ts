import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, client, signIn, signUp } from '../harness/client.ts';
import {
  activeUnit,
  agreementInput,
  done,
  draftUnit,
  freshUsername,
  look,
  type Parties,
  signInParties,
  submitUnit,
} from './people.ts';
import { DATABASES, openPlace, type Place, START_MS } from './place.ts';

const PASSWORD = 'Correct-horse-9';
const DEMONSTRATION_PASSWORD = 'Zgt-demo-2026';

describe.each(DATABASES)('账号与凭证 on %s', (database) => {
  let place: Place;
  let parties: Parties;

  beforeAll(async () => {
    place = await openPlace(database);
    await place.startAt('2026-11-23T01:00:00Z');
    parties = await signInParties(place.url);
  }, START_MS);
  afterAll(() => place?.leave());

  const post = async (path: string, body: object, by?: Client) => {
    const headers: Record<string, string> = { 'content-type': 'application/json', origin: place.url };
    if (by?.token) headers.authorization = `Bearer ${by.token}`;
    const answer = await fetch(`${place.url}/api/auth${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text ? JSON.parse(text) : null };
  };
  const enter = (username: string, password: string) => post('/sign-in/username', { username, password });
  const viewerOf = (by: Client) =>
    by.ask('{ viewer { via roles account { name } actingOrganization { id party } } }');

  test('a wrong password and an unknown name are refused alike', async () => {
    const person = freshUsername();
    await signUp(place.url, person, '王五');
    const wrong = await enter(person, 'Wrong-password-1');
    const unknown = await enter('nobody-here', 'Wrong-password-1');
    expect(wrong.status).toBe(401);
    expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
    const none = await client(place.url).ask('{ viewer { via account { name } } }');
    expect(none.data.viewer).toEqual({ via: 'ANONYMOUS', account: null });
  });

  test('article 68: after ten failures a name has to wait, whether it exists or not', async () => {
    const known = freshUsername();
    await signUp(place.url, known, '王五');
    for (const [name, right] of [
      [known, PASSWORD],
      [`${known}-unknown`, PASSWORD],
    ] as const) {
      for (let failures = 0; failures < 10; failures += 1)
        expect((await enter(name, 'Wrong-password-1')).status).toBe(401);
      const closed = await enter(name, right);
      expect([closed.status, closed.body.code]).toEqual([429, 'RATE_LIMITED']);
      const seconds = Number(closed.headers.get('retry-after'));
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(900);
    }
    expect((await enter('gongsi', DEMONSTRATION_PASSWORD)).status).toBe(200);
  });

  test('a short password is no password', async () => {
    const body = { email: 'short@example.com', username: 'short-one', name: '短', password: 'Short-1' };
    expect((await post('/sign-up/email', body)).status).toBe(400);
    expect((await enter('short-one', 'Short-1')).status).toBe(401);
  });

  test('a token is dead after signing out, and a made-up one never lives', async () => {
    const person = freshUsername();
    const by = await signUp(place.url, person, '王五');
    const elsewhere = await signIn(place.url, person, PASSWORD);
    expect((await viewerOf(by)).data.viewer).toMatchObject({ via: 'SESSION', account: { name: '王五' } });
    expect((await post('/sign-out', {}, by)).status).toBe(200);
    expect((await viewerOf(by)).status).toBe(401);
    expect((await viewerOf(elsewhere)).status).toBe(200);
    for (const token of ['made-up', 'zgt_made-up', `${elsewhere.token}x`])
      expect((await viewerOf(client(place.url, token))).status).toBe(401);
  });

  test('one acts only for organisations that one belongs to', async () => {
    const unit = await draftUnit(place.url);
    const other = await draftUnit(place.url);
    const choose = (organizationId: string) => post('/acting-organization', { organizationId }, unit.client);
    const foreign = await choose(other.organizationId);
    expect([foreign.status, foreign.body.code]).toEqual([403, 'FORBIDDEN_ROLE']);
    expect((await choose('no-id')).status).toBe(400);
    expect((await viewerOf(unit.client)).data.viewer.actingOrganization.id).toBe(unit.organizationId);
    expect((await choose(unit.organizationId)).status).toBe(200);
    expect((await viewerOf(unit.client)).data.viewer).toMatchObject({
      roles: ['HEAD', 'OPERATOR', 'DEVELOPER', 'SECURITY'],
      actingOrganization: { id: unit.organizationId, party: 'ECOSYSTEM_UNIT' },
    });
    const forged = { 'x-zgt-viewer': '{"party":"MANAGEMENT_UNIT"}', 'x-roles': 'APPROVER' };
    const { data } = await unit.client.ask('{ viewer { actingOrganization { party } } }', {}, forged);
    expect(data.viewer.actingOrganization.party).toBe('ECOSYSTEM_UNIT');
  });

  test('article 68: a program’s token is shown once, rotates with an overlap and dies when revoked', async () => {
    const unit = await activeUnit(place.url, parties);
    const { client: head } = unit;
    const wanted = { name: '同步程序', purpose: '同步订单', validUntil: '2027-01-31' };
    const headers = { 'idempotency-key': 'issue-once' };
    const issued = await head.act('issueMachineCredential', wanted, headers);
    expect(issued.secret).toMatch(/^zgt_[\w-]{40,}$/);
    const again = await head.act('issueMachineCredential', wanted, headers);
    expect([again.id, again.secret]).toEqual([issued.id, null]);
    const listed = await head.ask('query($id: ID!) { machineCredential(id: $id) { tokenPrefix roles } }', {
      id: issued.id,
    });
    expect(issued.secret!.startsWith(listed.data.machineCredential.tokenPrefix)).toBe(true);
    expect(JSON.stringify(listed)).not.toContain(issued.secret);

    const program = client(place.url, issued.secret);
    expect((await viewerOf(program)).data.viewer).toMatchObject({
      via: 'MACHINE',
      account: null,
      actingOrganization: { id: unit.organizationId },
    });
    const rotated = await head.act('rotateMachineCredential', { id: issued.id, overlapHours: 1 });
    const renewed = client(place.url, rotated.secret);
    expect([(await viewerOf(program)).status, (await viewerOf(renewed)).status]).toEqual([200, 200]);
    const final = await head.act('rotateMachineCredential', { id: issued.id, overlapHours: 0 });
    const last = client(place.url, final.secret);
    const statuses = [];
    for (const token of [program, renewed, last]) statuses.push((await viewerOf(token)).status);
    expect(statuses).toEqual([401, 401, 200]);

    expect((await head.act('revokeMachineCredential', { id: issued.id })).refusal?.code).toBe(
      'REASON_REQUIRED',
    );
    done(await head.act('revokeMachineCredential', { id: issued.id, reason: '不再使用' }));
    expect((await viewerOf(last)).status).toBe(401);
  });

  test('article 68: a program neither approves nor gives out credentials', async () => {
    const wanted = { name: '审批程序', purpose: '代为审批', validUntil: '2027-01-31' };
    const issued = await parties.guanli.act('issueMachineCredential', wanted);
    const program = client(place.url, issued.secret);
    const unit = await draftUnit(place.url);
    await submitUnit(unit);
    done(
      await parties.gongsi.act('authorizeEcosystemUnit', {
        id: unit.id,
        ...(await agreementInput(parties.gongsi)),
      }),
    );
    expect((await program.act('approveEcosystemUnit', { id: unit.id })).refusal?.code).toBe('FORBIDDEN_ROLE');
    expect((await program.act('issueMachineCredential', wanted)).refusal?.code).toBe('FORBIDDEN_ROLE');
    const rotation = { id: issued.id, overlapHours: 0 };
    expect((await program.act('rotateMachineCredential', rotation)).refusal?.code).toBe('FORBIDDEN_ROLE');
    expect(await look(parties.guanli, 'ecosystemUnit', unit.id)).toEqual({
      status: 'AUTHORIZED',
      version: 3,
    });
  });

  test('article 68: none of the last five passwords may come back [duty 68.2]', async () => {
    const person = freshUsername();
    let by = await signUp(place.url, person, '王五');
    const change = (currentPassword: string, newPassword: string) =>
      post('/change-password', { currentPassword, newPassword }, by);
    const passwords = [PASSWORD, 'Second-horse-9', 'Third-horse-99', 'Fourth-horse-9', 'Fifth-horse-99'];
    for (const [index, next] of passwords.slice(1).entries())
      expect((await change(passwords[index]!, next)).status).toBe(200);
    for (const old of passwords) {
      const reused = await change('Fifth-horse-99', old);
      expect([reused.status, reused.body.code]).toEqual([400, 'PASSWORD_REUSED']);
    }
    expect((await change('Fifth-horse-99', 'Sixth-horse-99')).status).toBe(200);
    by = await signIn(place.url, person, 'Sixth-horse-99');
    expect((await change('Sixth-horse-99', PASSWORD)).status).toBe(200);
    expect((await enter(person, 'Sixth-horse-99')).status).toBe(401);
  });

  test('article 71: a person’s contact is masked unless a purpose is given, and reading it is logged [duty 71.1]', async () => {
    const unit = await draftUnit(place.url);
    await submitUnit(unit);
    const contact = async (by: Client, purpose: string | null) => {
      const { data } = await by.ask(
        'query($id: ID!, $purpose: String) { ecosystemUnit(id: $id) { contact(purpose: $purpose) { name phone masked } } }',
        { id: unit.id, purpose },
      );
      return data.ecosystemUnit.contact;
    };
    const masked = { name: '张*丰', phone: '138****8000', masked: true };
    expect(await contact(parties.gongsi, null)).toEqual(masked);
    expect(await contact(parties.gongsi, ' ')).toEqual(masked);
    expect(await contact(parties.jichu, '核对')).toEqual(masked);
    const full = { name: '张三丰', phone: '13800138000', masked: false };
    expect(await contact(parties.gongsi, '电话核对材料')).toEqual(full);
    const { data } = await parties.guanli.ask(
      'query($id: ID!) { auditEntries(recordId: $id, action: "readContact") { edges { node { outcome reason articles } } } }',
      { id: unit.id },
    );
    expect(data.auditEntries.edges.map(({ node }: any) => node)).toEqual([
      { outcome: 'READ', reason: '电话核对材料', articles: [71] },
    ]);
  });

  test('a document is not there for strangers; for who decides it is, and each download is logged', async () => {
    const unit = await draftUnit(place.url);
    await submitUnit(unit);
    const stranger = await draftUnit(place.url);
    const { data } = await parties.gongsi.ask(
      'query($id: ID!) { ecosystemUnit(id: $id) { documents { id url } } }',
      {
        id: unit.id,
      },
    );
    const { id, url } = data.ecosystemUnit.documents[0];
    const download = (by: Client | null) =>
      fetch(new URL(url, place.url), by ? { headers: { authorization: `Bearer ${by.token}` } } : {});
    expect([(await download(stranger.client)).status, (await download(null)).status]).toEqual([404, 404]);
    const given = await download(parties.guanli);
    expect(given.status).toBe(200);
    expect(given.headers.get('content-type')).toBe('application/pdf');
    expect(given.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect((await given.text()).slice(0, 5)).toBe('%PDF-');
    const log = await parties.guanli.ask(
      'query($id: ID!) { auditEntries(recordId: $id, action: "download") { edges { node { outcome organizationName } } } }',
      { id },
    );
    expect(log.data.auditEntries.edges.map(({ node }: any) => node)).toEqual([
      { outcome: 'READ', organizationName: '自治区大数据发展局（演示）' },
    ]);
  });

  const setParameter = async (by: Client, name: string, value: unknown, reason = '加强审批安全') => {
    const { data } = await by.ask(
      'mutation($input: SetRuleParameterInput!) { setRuleParameter(input: $input) { ruleParameter { value } refusal { code articles details { path } } } }',
      { input: { name, value, reason } },
    );
    return data.setRuleParameter;
  };

  test('article 68: a new administrator acts under a real name that another head has checked, and bound to secrecy [duty 68.1]', async () => {
    const { gongsi } = parties;
    const username = freshUsername();
    const newcomer = await signUp(place.url, username, '赵六');
    const unit = await draftUnit(place.url);
    await submitUnit(unit);
    const returning = { id: unit.id, reason: '补正' };
    expect((await newcomer.act('returnEcosystemUnit', returning)).refusal?.code).toBe('NOT_FOUND');

    const add = { username, roles: ['REVIEWER'] };
    expect((await unit.client.act('addMember', { username, roles: ['APPROVER'] })).refusal?.code).toBe(
      'VALIDATION',
    );
    const member = done(await gongsi.act('addMember', add));
    expect((await newcomer.act('returnEcosystemUnit', returning)).refusal?.code).toBe('REAL_NAME_REQUIRED');
    const check = { id: member, realName: '赵六', verificationMethod: 'ID_DOCUMENT' };
    expect((await newcomer.act('verifyMember', check)).refusal?.code).toBe('FORBIDDEN_ROLE');
    done(await gongsi.act('verifyMember', check));
    expect((await newcomer.act('returnEcosystemUnit', returning)).refusal?.code).toBe('UNDERTAKING_REQUIRED');
    await newcomer.ask('mutation { acceptUndertaking { refusal { code } } }');
    expect(await newcomer.act('returnEcosystemUnit', returning)).toMatchObject({
      status: 'DRAFT',
      refusal: null,
    });

    done(await gongsi.act('removeMember', { id: member, reason: '离岗' }));
    expect((await viewerOf(newcomer)).data.viewer).toMatchObject({
      via: 'SESSION',
      roles: [],
      actingOrganization: null,
    });
    expect((await newcomer.act('returnEcosystemUnit', returning)).refusal?.code).toBe('NOT_FOUND');
  });

  describe('article 68: an account is one person’s, on one device', () => {
    const onDevice = async (username: string, userAgent: string, address = '10.1.2.3', password?: string) => {
      const answer = await fetch(`${place.url}/api/auth/sign-in/username`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': userAgent,
          'x-forwarded-for': address,
        },
        body: JSON.stringify({ username, password: password ?? DEMONSTRATION_PASSWORD }),
      });
      expect(answer.status).toBe(200);
      const cookie = answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ');
      return { cookie, client: client(place.url, ((await answer.json()) as { token: string }).token) };
    };
    const isAlive = async (by: Client) => {
      const { data } = await by.ask('{ viewer { via } }');
      return data?.viewer?.via === 'SESSION';
    };

    test('a sign-in on a second device ends the first session, which is told why; the same device goes on [duty 68.2]', async () => {
      const { guanli } = parties;
      const here = await onDevice('yezhu', 'Firefox');
      const elsewhere = await onDevice('yezhu', 'Chrome');
      // The demonstration shares its accounts, and says so; the rule is on by default.
      expect(await isAlive(here.client)).toBe(true);
      await setParameter(guanli, 'account.single_device', true, '恢复一处登录');
      const again = await onDevice('yezhu', 'Chrome');
      expect(await isAlive(here.client)).toBe(false);
      expect(await isAlive(elsewhere.client)).toBe(true);
      expect(await isAlive(again.client)).toBe(true);
      const { errors } = await here.client.ask('{ viewer { via } }');
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
      expect(errors?.[0].message).toContain('多人共用');
      const page = await fetch(`${place.url}/sign-in?next=/work`, { headers: { cookie: here.cookie } });
      expect(await page.text()).toContain('在另一台设备上登录');
      const stranger = await (await fetch(`${place.url}/sign-in`)).text();
      expect(stranger).not.toContain('在另一台设备上登录');
      // The same browser from another address is another device.
      const moved = await onDevice('yezhu', 'Chrome', '10.9.9.9');
      expect([await isAlive(again.client), await isAlive(moved.client)]).toEqual([false, true]);
      await setParameter(guanli, 'account.single_device', false, '演示账号由多人共用');
      parties.yezhu = await signIn(place.url, 'yezhu');
    });

    test('a provider’s account may be open on two devices', async () => {
      const username = freshUsername();
      await signUp(place.url, username, '周桂');
      const one = await onDevice(username, 'Firefox', '10.1.2.3', PASSWORD);
      const other = await onDevice(username, 'Chrome', '10.1.2.3', PASSWORD);
      expect([await isAlive(one.client), await isAlive(other.client)]).toEqual([true, true]);
    });

    test('an account whose owner was verified is not given to somebody else [duty 68.2]', async () => {
      const { gongsi } = parties;
      const username = freshUsername();
      const person = await signUp(place.url, username, '钱七');
      const member = done(await gongsi.act('addMember', { username, roles: ['OPERATOR'] }));
      const verify = (realName: string) =>
        gongsi.act('verifyMember', { id: member, realName, verificationMethod: 'ID_DOCUMENT' });
      expect((await post('/update-user', { name: '钱小七' }, person)).status).toBe(200);
      done(await verify('钱七'));
      done(await verify('钱七'));
      expect((await verify('孙八')).refusal).toMatchObject({
        code: 'ACCOUNT_NOT_TRANSFERABLE',
        articles: [68],
        details: [{ path: 'realName' }],
      });
      expect(await post('/update-user', { name: '孙八' }, person)).toMatchObject({
        status: 403,
        body: { code: 'ACCOUNT_NOT_TRANSFERABLE' },
      });
    });
  });

  test('article 75: the management unit changes a rule’s number, within what the text commands', async () => {
    const { guanli, gongsi } = parties;
    const name = 'filing.commercial_cooperation.period_months';
    expect((await setParameter(gongsi, name, 2)).refusal.code).toBe('FORBIDDEN_ROLE');
    expect((await setParameter(guanli, name, 6)).refusal).toMatchObject({
      code: 'PARAMETER_BELOW_REGULATION',
    });
    expect((await setParameter(guanli, name, 'often')).refusal).toMatchObject({
      code: 'VALIDATION',
      details: [{ path: 'value' }],
    });
    expect((await setParameter(guanli, 'no.such', 1)).refusal).toMatchObject({
      code: 'VALIDATION',
      details: [{ path: 'name' }],
    });
    expect((await setParameter(guanli, name, 2, ' ')).refusal.code).toBe('REASON_REQUIRED');
    expect(await setParameter(guanli, name, 2)).toEqual({ ruleParameter: { value: 2 }, refusal: null });
  });

  test('article 68: an approver without a second factor is refused once the parameter asks for it', async () => {
    const { guanli, gongsi } = parties;
    const unit = await draftUnit(place.url);
    await submitUnit(unit);
    done(await gongsi.act('authorizeEcosystemUnit', { id: unit.id, ...(await agreementInput(gongsi)) }));
    const set = await setParameter(guanli, 'identity.approver_second_factor_required', true);
    expect(set).toEqual({ ruleParameter: { value: true }, refusal: null });
    const { refusal } = await guanli.act('approveEcosystemUnit', { id: unit.id });
    expect(refusal).toMatchObject({ code: 'SECOND_FACTOR_REQUIRED', articles: [68] });
    expect(await look(guanli, 'ecosystemUnit', unit.id)).toEqual({ status: 'AUTHORIZED', version: 3 });
    // Who may not approve is not asked for it.
    const pending = await draftUnit(place.url);
    await submitUnit(pending);
    expect(await gongsi.act('returnEcosystemUnit', { id: pending.id, reason: '补正' })).toMatchObject({
      status: 'DRAFT',
    });
  });

  test('article 68: a password of 91 days stops its owner until it is changed [duty 68.2]', async () => {
    await place.startAt('2027-02-22T01:30:00Z');
    const { gongsi } = parties;
    const unit = await draftUnit(place.url);
    await submitUnit(unit);
    const returning = { id: unit.id, reason: '补正' };
    const { refusal } = await gongsi.act('returnEcosystemUnit', returning);
    expect(refusal).toMatchObject({ code: 'PASSWORD_EXPIRED', articles: [68] });
    const before = await gongsi.ask('{ viewer { passwordExpired } }');
    expect(before.data.viewer).toEqual({ passwordExpired: true });
    const same = { currentPassword: DEMONSTRATION_PASSWORD, newPassword: DEMONSTRATION_PASSWORD };
    expect((await post('/change-password', same, gongsi)).body.code).toBe('PASSWORD_REUSED');
    const changed = await post('/change-password', { ...same, newPassword: 'Zgt-new-2027' }, gongsi);
    expect(changed.status).toBe(200);
    const renewed = await signIn(place.url, 'gongsi', 'Zgt-new-2027');
    expect(await renewed.act('returnEcosystemUnit', returning)).toMatchObject({
      status: 'DRAFT',
      refusal: null,
    });
  });
});
