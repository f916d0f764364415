/// <reference path="../env.d.ts" />
import { ask } from './api.ts';
import { type Problem, textOf } from './form.ts';
import {
  changePassword,
  confirmSecondFactor,
  disableSecondFactor,
  enableSecondFactor,
  type IdentityAnswer,
  type SecondFactor,
  signOutEverywhere,
} from './identity.ts';
import { seeOther } from './local-path.ts';

/** What came of one of the account page's forms when it has to be shown again. */
export interface AccountOutcome {
  form: string;
  problems: Problem[];
  pending: SecondFactor | null;
}

const PAGE = '/work/account';
const FIELDS = {
  currentPassword: '现在的口令',
  newPassword: '新的口令',
  repeated: '再填一次新的口令',
} as const;

/** Does what the form asks: an address to go to when it is done, else what to mend. */
export async function runAccountForm(locals: App.Locals, form: FormData): Promise<Response | AccountOutcome> {
  const name = textOf(form, 'form');
  const again = (problems: Problem[], pending: SecondFactor | null = null) => ({
    form: name,
    problems,
    pending,
  });
  const settle = (answer: IdentityAnswer, to: string, pending: SecondFactor | null = null) =>
    answer.ok ? seeOther(to, answer.setCookie) : again(answer.problems, pending);
  const secret = (field: string) => String(form.get(field) ?? '');
  switch (name) {
    case 'password': {
      const problems = passwordProblems(secret);
      if (problems.length > 0) return again(problems);
      const passwords = { currentPassword: secret('currentPassword'), newPassword: secret('newPassword') };
      return settle(await changePassword(locals.auth, passwords), `${PAGE}?done=password`);
    }
    case 'factor-enable': {
      if (!secret('factorPassword')) return again([{ field: 'factorPassword', message: '请填写您的口令' }]);
      const begun = await enableSecondFactor(locals.auth, secret('factorPassword'));
      return 'factor' in begun ? again([], begun.factor) : again(begun.problems);
    }
    case 'factor-confirm': {
      const pending = pendingOf(form);
      const code = textOf(form, 'code').replaceAll(' ', '');
      if (!/^\d{6}$/.test(code)) return again([{ field: 'code', message: '验证码是六位数字' }], pending);
      return settle(await confirmSecondFactor(locals.auth, code), `${PAGE}?done=factor-on`, pending);
    }
    case 'factor-disable':
      if (!secret('factorPassword')) return again([{ field: 'factorPassword', message: '请填写您的口令' }]);
      return settle(
        await disableSecondFactor(locals.auth, secret('factorPassword')),
        `${PAGE}?done=factor-off`,
      );
    case 'undertaking': {
      const answer = await ask<{ acceptUndertaking: { refusal: { message: string } | null } }>(
        locals,
        'mutation Accept { acceptUndertaking { refusal { message } } }',
      );
      const message = answer.trouble ?? answer.data?.acceptUndertaking.refusal?.message;
      return message ? again([{ message }]) : seeOther(`${PAGE}?done=undertaking`);
    }
    case 'sign-out':
      return settle(await signOutEverywhere(locals.auth), '/sign-in');
    default:
      return again([{ message: '没有认出这个表单，请刷新后再试。' }]);
  }
}

function passwordProblems(secret: (field: string) => string): Problem[] {
  const problems: Problem[] = [];
  for (const [field, label] of Object.entries(FIELDS))
    if (!secret(field)) problems.push({ field, message: `请填写${label}` });
  if (problems.length === 0 && secret('newPassword') !== secret('repeated'))
    problems.push({ field: 'repeated', message: '两次填写的新口令不一样' });
  return problems;
}

/** The authenticator that the page was showing; null when the form does not carry one. */
function pendingOf(form: FormData): SecondFactor | null {
  const totpURI = textOf(form, 'uri');
  if (!totpURI.startsWith('otpauth://totp/') || !URL.canParse(totpURI)) return null;
  return { totpURI, backupCodes: form.getAll('backup').map(String) };
}
