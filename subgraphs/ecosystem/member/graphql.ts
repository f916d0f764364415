import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { MEMBER_ROLE_LABELS } from '@zgt/schema/parties.ts';
import type { MemberRow } from '../tables.ts';
import { member } from './actions.ts';

/** 成员 in the API. */
export function addMember(builder: Builder, shared: SharedTypes, organization: NounOptions['organization']) {
  return addNoun(builder, shared, member, {
    plural: 'members',
    organization,
    reads: { title: ['username'] },
    fields: (t) => ({
      username: t.string({ description: '登录名。', resolve: (row: MemberRow) => row.username }),
      roles: t.field({
        type: [enumOf(builder, 'MemberRole', MEMBER_ROLE_LABELS)],
        description: '岗位。',
        resolve: (row: MemberRow) => row.roles,
      }),
      verifiedAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: '实名核验的时刻；未核验为空。',
        resolve: (row: MemberRow) => row.verifiedAt,
      }),
      sharingSuspectedAt: t.field({
        type: 'DateTime',
        nullable: true,
        description:
          '最近一次发现疑似多人共用的时刻：账号在另一台设备登录，先前的会话已结束；没有为空。依据：第六十八条。',
        resolve: (row: MemberRow) => row.sharingSuspectedAt,
      }),
    }),
  });
}
