import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { TERMINAL_USER_KINDS } from '../choices-conduct.ts';
import type { TerminalUserRow } from '../tables-conduct.ts';
import { terminalUser } from './actions.ts';

/** Users of terminals in the API, by code alone. */
export function addTerminalUser(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, terminalUser, {
    plural: 'terminalUsers',
    organization,
    reads: { title: ['reference'] },
    fields: (t) => ({
      reference: t.exposeString('reference', {
        description: '用户在平台内的代号，不是姓名、手机号或证件号。用途：违规处理和申诉。',
      }),
      userKind: t.field({
        type: enumOf(builder, 'TerminalUserKind', TERMINAL_USER_KINDS),
        description: '个人还是单位。',
        resolve: (row: TerminalUserRow) => row.userKind,
      }),
    }),
  });
}
