import type { Db, Tx } from '../database/open.ts';
import type { AccountFactsTable } from '../database/tables.ts';

type Facts = Omit<AccountFactsTable, 'accountId' | 'passwordHistory'> & { passwordHistory: string[] };

/** Records facts about an account; those not named stay. An account that signs in elsewhere has no password facts. */
export async function keepAccountFacts(db: Db | Tx, accountId: string, facts: Partial<Facts>): Promise<void> {
  await db
    .insertInto('runtime.accountFacts')
    .values({
      accountId,
      realNameCipher: null,
      realNameVerifiedAt: null,
      realNameVerifiedBy: null,
      undertakingVersion: null,
      undertakingAcceptedAt: null,
      passwordChangedAt: null,
      terminalCheckDueOn: null,
      ...facts,
    })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet(facts))
    .execute();
}

/** True when the account belongs to a person whose real name was checked. */
export async function isRealNameVerified(db: Db | Tx, accountId: string): Promise<boolean> {
  const facts = await db
    .selectFrom('runtime.accountFacts')
    .select('realNameVerifiedAt')
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  return facts?.realNameVerifiedAt != null;
}
