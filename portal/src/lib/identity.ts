/// <reference path="../env.d.ts" />
import type { Problem } from './form.ts';

type Auth = App.Locals['auth'];

/** What came of asking the identity service: cookies to pass on, or what to mend. */
export type IdentityAnswer =
  | { ok: true; setCookie: string[]; secondFactor: boolean }
  | { ok: false; problems: Problem[]; setCookie: string[] };

const SERVICE_DOWN = '登录服务暂时没有应答，请稍后再试。';

// The same words for an unknown name and a wrong password: the answer must not tell which names exist.
const PROBLEMS: Record<string, Problem> = {
  INVALID_USERNAME_OR_PASSWORD: {
    message: '用户名或密码不对，请核对后再试。忘记密码请联系本单位负责人或服务台。',
  },
  INVALID_EMAIL_OR_PASSWORD: {
    message: '邮箱或密码不对，请核对后再试。忘记密码请联系本单位负责人或服务台。',
  },
  INVALID_EMAIL: { field: 'email', message: '邮箱格式不对，例如 zhangsan@example.cn。' },
  INVALID_PASSWORD: { field: 'password', message: '密码不符合要求，请按提示改正。' },
  INVALID_USERNAME: {
    field: 'username',
    message: '用户名只能用字母、数字、点、横线和下划线，并以字母开头。',
  },
  USERNAME_IS_INVALID: {
    field: 'username',
    message: '用户名只能用字母、数字、点、横线和下划线，并以字母开头。',
  },
  USERNAME_TOO_SHORT: { field: 'username', message: '用户名太短，请至少用 3 个字符。' },
  USERNAME_TOO_LONG: { field: 'username', message: '用户名太长，请不要超过 30 个字符。' },
  USERNAME_IS_ALREADY_TAKEN: { field: 'username', message: '这个用户名已有人使用，请换一个。' },
  USER_ALREADY_EXISTS: { field: 'email', message: '这个邮箱已经注册过，请直接登录。' },
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: {
    field: 'email',
    message: '这个邮箱已经注册过，请直接登录或换一个邮箱。',
  },
  PASSWORD_TOO_SHORT: { field: 'password', message: '密码太短，请至少用 12 个字符。' },
  PASSWORD_TOO_LONG: { field: 'password', message: '密码太长，请不要超过 128 个字符。' },
  PASSWORD_REUSED: { field: 'newPassword', message: '新口令不能与最近用过的口令相同（第六十八条）。' },
  PASSWORD_EXPIRED: { message: '密码已过期，请联系本单位负责人或服务台重设后再登录。' },
  INVALID_CODE: { field: 'code', message: '验证码不对或已过期，请用验证器里最新的一个。' },
  INVALID_TWO_FACTOR_COOKIE: { message: '这次登录等得太久，已经作废，请重新输入用户名和密码。' },
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: { message: '试的次数太多，请重新登录。' },
};

async function call(auth: Auth, path: string, body: unknown, wrong: Problem): Promise<IdentityAnswer> {
  const { status, body: answer, setCookie } = await auth(path, body);
  if (status >= 200 && status < 300)
    return {
      ok: true,
      setCookie,
      secondFactor: (answer as { twoFactorRedirect?: boolean } | null)?.twoFactorRedirect === true,
    };
  return { ok: false, setCookie, problems: [problemFor(status, answer, wrong)] };
}

function problemFor(status: number, body: unknown, wrong: Problem): Problem {
  const answer = body as { code?: string; message?: string } | null;
  if (status === 429) return { message: '尝试次数太多，为保护账号已暂停登录，请过几分钟再试。' };
  if (status >= 500) return { message: SERVICE_DOWN };
  const known = PROBLEMS[answer?.code ?? ''];
  if (known) return known;
  // The host's own refusals come in Chinese; a library's English sentence would not help the reader.
  return answer?.message && /[\u4e00-\u9fff]/.test(answer.message) ? { message: answer.message } : wrong;
}

/** Signs in by user name, or by e-mail when the name has an @. */
export function signIn(auth: Auth, name: string, password: string): Promise<IdentityAnswer> {
  const byEmail = name.includes('@');
  return call(
    auth,
    byEmail ? 'sign-in/email' : 'sign-in/username',
    byEmail ? { email: name, password } : { username: name, password },
    PROBLEMS.INVALID_USERNAME_OR_PASSWORD!,
  );
}

/** Second step of a sign-in, by the authenticator's code or by one of the backup codes. */
export function verifySecondFactor(auth: Auth, code: string): Promise<IdentityAnswer> {
  const path = /^\d{6}$/.test(code) ? 'two-factor/verify-totp' : 'two-factor/verify-backup-code';
  return call(auth, path, { code }, PROBLEMS.INVALID_CODE!);
}

export function signUp(
  auth: Auth,
  person: { username: string; name: string; email: string; password: string },
): Promise<IdentityAnswer> {
  return call(auth, 'sign-up/email', person, { message: '没有注册成功，请核对各项后再试。' });
}

/** When this browser's session was ended because the account was used on another device; null when it was not. */
export async function endedElsewhereAt(auth: Auth): Promise<string | null> {
  const { status, body } = await auth('session-ended');
  return status === 200 ? ((body as { endedAt?: string | null } | null)?.endedAt ?? null) : null;
}

export function signOut(auth: Auth): Promise<IdentityAnswer> {
  return call(auth, 'sign-out', {}, { message: SERVICE_DOWN });
}

/** From the next request on, the session acts for that organization; refused for one that the person is no member of. */
export function actFor(auth: Auth, organizationId: string): Promise<IdentityAnswer> {
  return call(
    auth,
    'acting-organization',
    { organizationId },
    {
      message: '没有切换：您不是这个单位的成员，或者成员资格已被收回。',
    },
  );
}

const AT_NEW_PASSWORD: Record<string, string> = { password: 'newPassword' };

/** Gives the account a new password and ends its other sessions. */
export async function changePassword(
  auth: Auth,
  passwords: { currentPassword: string; newPassword: string },
): Promise<IdentityAnswer> {
  const answer = await call(
    auth,
    'change-password',
    { ...passwords, revokeOtherSessions: true },
    { message: '没有换成，请核对后再试。' },
  );
  if (answer.ok) return answer;
  const problems = answer.problems.map((problem) =>
    problem === PROBLEMS.INVALID_PASSWORD
      ? { field: 'currentPassword', message: '现在的口令不对，请重新填写。' }
      : { ...problem, field: AT_NEW_PASSWORD[problem.field ?? ''] ?? problem.field },
  );
  return { ...answer, problems };
}

/** What a new authenticator needs: the address that its QR code holds, and codes for when it is lost. */
export interface SecondFactor {
  totpURI: string;
  backupCodes: string[];
}

const WRONG_PASSWORD: Problem = { field: 'factorPassword', message: '口令不对，请重新填写。' };

/** Begins the second factor; it counts only after a first code has been verified. */
export async function enableSecondFactor(
  auth: Auth,
  password: string,
): Promise<{ factor: SecondFactor } | { problems: Problem[] }> {
  const { status, body } = await auth('two-factor/enable', { password });
  const factor = body as Partial<SecondFactor> | null;
  if (status === 200 && factor?.totpURI && factor.backupCodes)
    return { factor: { totpURI: factor.totpURI, backupCodes: factor.backupCodes } };
  return {
    problems: [status === 400 || status === 401 ? WRONG_PASSWORD : problemFor(status, body, WRONG_PASSWORD)],
  };
}

/** Proves that the authenticator works; from then on it is asked for at every sign-in. */
export function confirmSecondFactor(auth: Auth, code: string): Promise<IdentityAnswer> {
  return call(auth, 'two-factor/verify-totp', { code }, PROBLEMS.INVALID_CODE!);
}

export async function disableSecondFactor(auth: Auth, password: string): Promise<IdentityAnswer> {
  const answer = await call(auth, 'two-factor/disable', { password }, WRONG_PASSWORD);
  return !answer.ok && answer.problems[0] === PROBLEMS.INVALID_PASSWORD
    ? { ...answer, problems: [WRONG_PASSWORD] }
    : answer;
}

/** Ends every session of the account, this one too. */
export async function signOutEverywhere(auth: Auth): Promise<IdentityAnswer> {
  const answer = await call(auth, 'revoke-other-sessions', {}, { message: SERVICE_DOWN });
  return answer.ok ? signOut(auth) : answer;
}
