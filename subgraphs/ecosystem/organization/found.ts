import { newId } from '@zgt/runtime/id.ts';
import type { Given } from '@zgt/runtime/lifecycle/noun.ts';
import { type Refusal, refuse } from '@zgt/runtime/refusal.ts';
import { PARTY_ROLES, type PartyKind } from '@zgt/schema/parties.ts';
import { member } from '../member/actions.ts';
import { accountByUsername } from '../member/store.ts';
import { insertOrganization, organizationWithCode } from './store.ts';

/** The columns that every registration of an institution has. */
export interface Founded {
  organizationId: string;
  organizationName: string;
  unifiedSocialCreditCode: string;
  headAccountId: string;
}

/** Makes an organisation for an institution; its head's account must exist and its code must be free. */
export async function foundInstitution(
  given: Given,
  party: PartyKind,
  regionCode: string | null,
): Promise<{ founded: Founded } | { refusal: Refusal }> {
  const { tx, input, now } = given;
  const headAccountId = await accountByUsername(tx, input.headUsername);
  if (!headAccountId)
    return {
      refusal: refuse('VALIDATION', {
        details: [{ path: 'headUsername', message: '负责人用户名：没有这个账号，请负责人先注册' }],
      }),
    };
  if (await organizationWithCode(tx, input.unifiedSocialCreditCode))
    return { refusal: refuse('ALREADY_EXISTS') };
  const organizationId = newId();
  await insertOrganization(
    tx,
    {
      id: organizationId,
      party,
      name: input.organizationName,
      code: input.unifiedSocialCreditCode,
      regionCode,
    },
    now,
  );
  return {
    founded: {
      organizationId,
      organizationName: input.organizationName,
      unifiedSocialCreditCode: input.unifiedSocialCreditCode,
      headAccountId,
    },
  };
}

/** Makes the named account the head of the new organisation, in every role that its party knows. */
export async function appointHead(
  given: Given,
  party: PartyKind,
  founded: Pick<Founded, 'organizationId' | 'headAccountId'>,
): Promise<void> {
  await given.create(
    member,
    'join',
    {
      accountId: founded.headAccountId,
      username: String(given.input.headUsername).toLowerCase(),
      roles: [...PARTY_ROLES[party]],
    },
    founded.organizationId,
  );
}
