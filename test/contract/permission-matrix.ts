import { mutationName, type Transition } from '@zgt/runtime/lifecycle/declaration.ts';
import { PARTIES, PARTY_KINDS } from '@zgt/schema/parties.ts';
import { REGISTERS } from './registers.ts';

/** Stands for the state after an action that leaves it as it is. */
export const UNCHANGED = '（不变）';

function cell(transition: Transition, party: string): string {
  const ways = transition.by.filter((actor) => actor.party === party);
  if (ways.length === 0) return '·';
  return ways
    .map(({ own, roles }) => `${own ? '本单位' : '✓'}${roles ? `（${roles.join(' ')}）` : ''}`)
    .join('；');
}

function others(transition: Transition): string {
  const names = { SYSTEM: '系统', ACCOUNT: '登录账号', PUBLIC: '公众' } as const;
  return transition.by
    .flatMap((actor) => (actor.party in names ? [names[actor.party as 'SYSTEM']] : []))
    .join(' ');
}

/** Who may take which action from which state, as one table a register; read by reviewers and compared by tests. */
export function permissionMatrix(): string {
  const parts = ['# 办理权限', '', '由各登记册的生命周期声明生成（`pnpm generate`），请勿手改。', ''];
  for (const { subgraph, noun } of REGISTERS) {
    const { lifecycle } = noun;
    parts.push(`## ${lifecycle.label} ${lifecycle.noun}（${subgraph}）`, '');
    parts.push(
      `| 动作 | 自 | 至 | 条款 | ${PARTY_KINDS.map((party) => PARTIES[party].name).join(' | ')} | 其他 |`,
    );
    parts.push(`|${' --- |'.repeat(5 + PARTY_KINDS.length)}`);
    for (const [action, transition] of Object.entries<Transition>(lifecycle.actions))
      parts.push(
        `| ${transition.label} \`${mutationName(lifecycle, action)}\` | ${transition.from?.join(' ') ?? '（新建）'} | ${[transition.to ?? UNCHANGED, ...(transition.orTo ? [transition.orTo] : [])].join(' ')} | ${transition.articles.join(' ')} | ${PARTY_KINDS.map((party) => cell(transition, party)).join(' | ')} | ${others(transition)} |`,
      );
    parts.push('');
  }
  return parts.join('\n');
}
