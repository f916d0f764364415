import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { TERMINAL_CHECK_ITEMS } from '../choices-safety.ts';
import type { TerminalCheckRow } from '../tables-safety.ts';
import { terminalCheck } from './actions.ts';

/** Checks of administrators' terminals in the API. */
export function addTerminalCheck(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, terminalCheck, {
    plural: 'terminalChecks',
    organization,
    reads: { title: ['username'] },
    fields: (t) => ({
      username: t.exposeString('username', {
        description: '管理人员的登录名。用途：认出该检查谁的终端。',
      }),
      dueOn: t.field({
        type: 'Date',
        description: '最迟检查日期。',
        resolve: (row: TerminalCheckRow) => row.dueOn,
      }),
      device: t.exposeString('device', { nullable: true, description: '终端的资产编号；检查之后才有。' }),
      checkedOn: t.field({
        type: 'Date',
        nullable: true,
        description: '最近一次检查的日期。',
        resolve: (row: TerminalCheckRow) => row.checkedOn,
      }),
      passedItems: t.field({
        type: [enumOf(builder, 'TerminalCheckItem', TERMINAL_CHECK_ITEMS)],
        nullable: true,
        description: '合格的项目；都不合格或还没有检查的为空。',
        resolve: (row: TerminalCheckRow) => row.passedItems,
      }),
      remark: t.exposeString('remark', { nullable: true, description: '说明。' }),
    }),
  });
}
