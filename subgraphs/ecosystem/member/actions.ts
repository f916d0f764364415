import { decryptField, encryptField } from '@zgt/runtime/crypto/field-encryption.ts';
import { keepAccountFacts } from '@zgt/runtime/identity/account-facts.ts';
import { address } from '@zgt/runtime/lifecycle/address.ts';
import { noun } from '@zgt/runtime/lifecycle/noun.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import type { PartyKind } from '@zgt/schema/parties.ts';
import type { MemberRow } from '../tables.ts';
import { type MemberFacts, memberLifecycle } from './lifecycle.ts';
import { accountByUsername, headsOf, keepMembership, realNameCipherOf } from './store.ts';

const realNamePlace = (accountId: string) => `realName:${accountId}`;

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
    verify: async ({ tx, record, input, now, runtime }) => {
      const cipher = await realNameCipherOf(tx, record.accountId);
      const known = cipher && decryptField(runtime.keys, cipher, realNamePlace(record.accountId));
      return !known || known === input.realName
        ? { columns: { verificationMethod: input.verificationMethod, verifiedAt: now } }
        : {
            refusal: refuse('ACCOUNT_NOT_TRANSFERABLE', {
              details: [
                { path: 'realName', message: '真实姓名：与这个账号已经核验的不同，账号不能换人使用' },
              ],
            }),
          };
    },
    suspectSharing: async (given) => {
      const { record, input, now } = given;
      address(given, memberLifecycle.noun, {
        party: input.party as PartyKind,
        roles: ['SECURITY', 'HEAD'],
        action: 'suspectSharing',
        title: `账号“${record.username}”疑似多人共用`,
        body: `${refuse('ACCOUNT_SHARING_SUSPECTED').message}请向本人核实；不是本人登录的，请更换口令。`,
        articles: [68],
      });
      return { columns: { sharingSuspectedAt: now } };
    },
  },
  after: {
    add: keepMembership,
    join: keepMembership,
    reassign: keepMembership,
    remove: keepMembership,
    verify: ({ tx, record, input, runtime, viewer, now }) =>
      keepAccountFacts(tx, record.accountId, {
        realNameCipher: encryptField(runtime.keys, input.realName, realNamePlace(record.accountId)),
        realNameVerifiedAt: now,
        realNameVerifiedBy: viewer.accountId,
      }),
  },
});
