import { appendAudit } from '@zgt/runtime/audit/append.ts';
import { now } from '@zgt/runtime/clock.ts';
import { type Builder, basis } from '@zgt/runtime/graphql/builder.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { partyLabel } from '@zgt/runtime/graphql/types.ts';
import { keepAccountFacts } from '@zgt/runtime/identity/account-facts.ts';
import { type Membership, membershipsOf } from '@zgt/runtime/identity/accounts.ts';
import { type Refusal, refuse } from '@zgt/runtime/refusal.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import { unreadNotifications } from './store.ts';

/** The undertaking of confidentiality that administrators accept (article 68). */
export const UNDERTAKING_VERSION = '2026-11';

interface Acting {
  id: string;
  name: string;
  party: string;
}

/** Who asks: the account, for whom it acts, and what still stands between it and acting. */
export function addViewer(builder: Builder, shared: SharedTypes): void {
  const account = builder.objectRef<{ id: string; name: string }>('Account').implement({
    description: '登录账号。',
    fields: (t) => ({ id: t.exposeID('id'), name: t.exposeString('name') }),
  });
  const acting = builder.objectRef<Acting>('ActingOrganization').implement({
    description: '账号所属、可代表其办理的单位。',
    fields: (t) => ({
      id: t.exposeID('id'),
      name: t.exposeString('name'),
      party: t.exposeString('party'),
      partyLabel: t.string({ resolve: ({ party }) => partyLabel(party)! }),
    }),
  });
  const membership = builder.objectRef<Membership>('Membership').implement({
    description: '一项成员身份。',
    fields: (t) => ({
      organization: t.field({
        type: acting,
        resolve: (row) => ({ id: row.organizationId, name: row.organizationName, party: row.party }),
      }),
      roles: t.exposeStringList('roles', { description: '在该单位的岗位。' }),
    }),
  });
  const viewer = builder.objectRef<Viewer>('Viewer').implement({
    ...basis([68], '当前访问者。'),
    fields: (t) => ({
      via: t.exposeString('via', { description: 'ANONYMOUS 未登录、SESSION 登录会话、MACHINE 程序凭证。' }),
      account: t.field({
        type: account,
        nullable: true,
        resolve: (row) => (row.accountId ? { id: row.accountId, name: row.accountName } : null),
      }),
      actingOrganization: t.field({
        type: acting,
        nullable: true,
        description: '现在代表哪个单位办理。',
        resolve: (row) =>
          row.organizationId
            ? { id: row.organizationId, name: row.organizationName!, party: row.party! }
            : null,
      }),
      roles: t.stringList({ resolve: (row) => [...row.roles] }),
      memberships: t.field({
        type: [membership],
        resolve: (row, _, { runtime }) => (row.accountId ? membershipsOf(runtime.db, row.accountId) : []),
      }),
      unreadNotifications: t.int({
        description: '收件箱未读数，最多数到 100。',
        resolve: (row, _, { runtime }) =>
          row.organizationId ? unreadNotifications(runtime.db, row.organizationId) : 0,
      }),
      realNameVerified: t.exposeBoolean('realNameVerified'),
      undertakingAccepted: t.exposeBoolean('undertakingAccepted'),
      passwordExpired: t.exposeBoolean('passwordExpired'),
      secondFactorEnabled: t.boolean({ resolve: (row) => row.secondFactor }),
    }),
  });
  builder.queryField('viewer', (t) =>
    t.field({
      type: viewer,
      ...basis([68], '当前访问者；未登录时 account 为空。'),
      resolve: (_, __, context) => context.viewer,
    }),
  );

  interface Payload {
    viewer: Viewer | null;
    refusal: Refusal | null;
  }
  const payload = builder.objectRef<Payload>('ViewerPayload').implement({
    fields: (t) => ({
      viewer: t.field({ type: viewer, nullable: true, resolve: (row) => row.viewer }),
      refusal: t.field({ type: shared.refusal, nullable: true, resolve: (row) => row.refusal }),
    }),
  });
  builder.mutationField('acceptUndertaking', (t) =>
    t.field({
      type: payload,
      ...basis([68], '接受保密承诺；管理人员办理之前须接受。'),
      resolve: async (_, __, context) => {
        const { viewer: asking, runtime } = context;
        if (asking.accountId === null || asking.via !== 'SESSION')
          return { viewer: null, refusal: refuse('UNAUTHENTICATED') };
        await runtime.db.transaction().execute(async (tx) => {
          await keepAccountFacts(tx, asking.accountId!, {
            undertakingVersion: UNDERTAKING_VERSION,
            undertakingAcceptedAt: now(),
          });
          await appendAudit(tx, context, now(), {
            noun: 'Account',
            recordId: null,
            action: 'acceptUndertaking',
            outcome: 'DONE',
            articles: [68],
            details: { version: UNDERTAKING_VERSION },
          });
        });
        return { viewer: { ...asking, undertakingAccepted: true }, refusal: null };
      },
    }),
  );
}
