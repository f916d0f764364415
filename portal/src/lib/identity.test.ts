import { expect, test } from 'vitest';
import { signIn, verifySecondFactor } from './identity.ts';

const answering = (status: number, body: unknown) => {
  const asked: { path: string; body: unknown }[] = [];
  const auth = async (path: string, sent?: unknown) => {
    asked.push({ path, body: sent });
    return { status, body, setCookie: ['s=1'] };
  };
  return { auth, asked };
};

test('a name with @ signs in by e-mail, any other by user name', async () => {
  const { auth, asked } = answering(200, {});
  await signIn(auth, 'li@example.cn', 'p');
  await signIn(auth, 'lisi', 'p');
  expect(asked.map(({ path }) => path)).toEqual(['sign-in/email', 'sign-in/username']);
});

test('an account with a second factor is led to the second step, with its cookie', async () => {
  const { auth } = answering(200, { twoFactorRedirect: true });
  expect(await signIn(auth, 'lisi', 'p')).toEqual({ ok: true, setCookie: ['s=1'], secondFactor: true });
});

test("a library's English never reaches the page, the host's Chinese does", async () => {
  const english = await signIn(answering(400, { message: 'Bad stuff' }).auth, 'lisi', 'p');
  expect(!english.ok && english.problems[0]?.message).toContain('用户名或密码不对');
  const chinese = await signIn(answering(403, { message: '账号已停用，请联系负责人。' }).auth, 'lisi', 'p');
  expect(!chinese.ok && chinese.problems[0]?.message).toBe('账号已停用，请联系负责人。');
});

test('six digits are a code of the authenticator, anything else a backup code', async () => {
  const { auth, asked } = answering(200, {});
  await verifySecondFactor(auth, '123456');
  await verifySecondFactor(auth, 'aB3d-9xYz');
  expect(asked.map(({ path }) => path)).toEqual(['two-factor/verify-totp', 'two-factor/verify-backup-code']);
});
