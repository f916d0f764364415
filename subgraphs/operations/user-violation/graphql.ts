import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions, recordIn } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { USER_PENALTIES } from '../choices-conduct.ts';
import type { UserViolationRow } from '../tables-conduct.ts';
import { terminalUser } from '../terminal-user/actions.ts';
import { userViolation } from './actions.ts';
import { addUserAppeal } from './appeal.ts';

/** Violations of user rules in the API. */
export function addUserViolation(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  terminalUserType: ReturnType<typeof addNoun>,
) {
  addUserAppeal(builder, shared);
  const penalty = enumOf(builder, 'UserPenalty', USER_PENALTIES);
  return addNoun(builder, shared, userViolation, {
    plural: 'userViolations',
    organization,
    reads: {
      title: ['clause', 'userReference'],
      penaltyInForce: ['penalty'],
      terminalUser: ['terminalUserId'],
    },
    filters: {
      penalty: {
        column: 'penalty',
        description: '只要这样处理的。',
        enumName: 'UserPenalty',
        options: USER_PENALTIES,
      },
    },
    fields: (t) => ({
      userReference: t.exposeString('userReference', { description: '用户在平台内的代号。' }),
      clause: t.exposeString('clause', { description: '违反的条目。' }),
      facts: t.exposeString('facts', { description: '事实。' }),
      ruleNumber: t.exposeString('ruleNumber', { nullable: true, description: '处理依据的用户规则的编号。' }),
      penalty: t.field({
        type: penalty,
        nullable: true,
        description: '作出的处理；还没有处理的为空。',
        resolve: (row: UserViolationRow) => row.penalty as never,
      }),
      penaltyInForce: t.field({
        type: penalty,
        nullable: true,
        description: '现在对用户有效的处理；申诉期间仍有效，解除或到期之后为空。',
        resolve: (row: UserViolationRow) =>
          (['PENALIZED', 'APPEALED'].includes(row.state) ? row.penalty : null) as never,
      }),
      penaltyUntil: t.field({
        type: 'Date',
        nullable: true,
        description: '处理的最后一天；没有期限的为空。',
        resolve: (row: UserViolationRow) => row.penaltyUntil,
      }),
      appeal: t.exposeString('appeal', { nullable: true, description: '用户的申诉。' }),
      appealAnswer: t.exposeString('appealAnswer', {
        nullable: true,
        description: '对申诉的答复，或者解除的理由；用户看得到。',
      }),
      terminalUser: t.field(
        recordIn(terminalUser, 'terminalUserId', { type: terminalUserType, description: '这个用户。' }),
      ),
    }),
  });
}
