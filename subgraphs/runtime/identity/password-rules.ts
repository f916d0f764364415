import { verifyPassword } from 'better-auth/crypto';
import { now } from '../clock.ts';
import type { Db } from '../database/open.ts';
import { numberParameter, readParameters } from '../parameters.ts';
import { keepAccountFacts } from './account-facts.ts';

/** True when the password equals one of the last that the rules remember (article 68). */
export async function isRecentPassword(db: Db, accountId: string, password: string): Promise<boolean> {
  const facts = await db
    .selectFrom('runtime.accountFacts')
    .select('passwordHistory')
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  for (const hash of facts?.passwordHistory ?? []) if (await verifyPassword({ hash, password })) return true;
  return false;
}

/** Remembers a new password's hash and date; called for every password that an account is given. */
export async function rememberPassword(db: Db, accountId: string, hash: string): Promise<void> {
  const kept = numberParameter(await readParameters(db), 'password.history');
  const before = await db
    .selectFrom('runtime.accountFacts')
    .select('passwordHistory')
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  const passwordHistory = [hash, ...(before?.passwordHistory ?? [])].slice(0, kept);
  await keepAccountFacts(db, accountId, { passwordChangedAt: now(), passwordHistory });
}
