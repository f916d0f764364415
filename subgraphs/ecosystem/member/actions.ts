import { encryptField } from '@zgt/runtime/crypto/field-encryption.ts';
import { keepAccountFacts } from '@zgt/runtime/identity/account-facts.ts';
import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import type { MemberRow } from '../tables.ts';
import { type MemberFacts, memberLifecycle } from './lifecycle.ts';
import { accountByUsername, headsOf, keepMembership } from './store.ts';

/** The register of members; authentication reads its result at every request, so changes take effect at once. */
export const member = noun<MemberRow, MemberFacts>({
  lifecycle: memberLifecycle,
  table: 'ecosystem.member',
  numberPrefix: 'CY',
  searchColumns: ['username'],
  title: (row) => row.username,
  facts: async (db, rows) => {
    const heads = await headsOf(
      db,
      rows.flatMap((row) => (row?.roles.includes('HEAD') ? [row.organizationId] : [])),
    );
    return rows.map((row) => ({
      otherHeads: row ? (heads.get(row.organizationId) ?? []).filter((id) => id !== row.id).length : 0,
    }));
  },
  effects: {
    add: async ({ tx, input }) => {
      const accountId = await accountByUsername(tx, input.username);
      return accountId === null
        ? {
            refusal: refuse('VALIDATION', {
              details: [{ path: 'username', message: '用户名：没有这个账号，请对方先注册' }],
            }),
          }
        : { columns: { accountId, username: input.username.toLowerCase(), roles: input.roles } };
    },
    verify: async ({ input, now }) => ({
      columns: { verificationMethod: input.verificationMethod, verifiedAt: now },
    }),
  },
  after: {
    add: keepMembership,
    join: keepMembership,
    reassign: keepMembership,
    remove: keepMembership,
    verify: ({ tx, record, input, runtime, viewer, now }) =>
      keepAccountFacts(tx, record.accountId, {
        realNameCipher: encryptField(runtime.keys, input.realName, `realName:${record.accountId}`),
        realNameVerifiedAt: now,
        realNameVerifiedBy: viewer.accountId,
      }),
  },
});
