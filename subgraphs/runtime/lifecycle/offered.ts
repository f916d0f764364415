import { shanghaiDate } from '../calendar/work-calendar.ts';
import { now as clockNow } from '../clock.ts';
import type { ParameterValues } from '../parameters.ts';
import type { Refusal } from '../refusal.ts';
import type { Runtime } from '../runtime.ts';
import type { Viewer } from '../viewer.ts';
import { ownActions } from './act-store.ts';
import type { Row, Transition } from './declaration.ts';
import { type AccountRules, judge } from './judge.ts';
import type { Noun } from './noun.ts';
import { concerns } from './permission.ts';

/** What is the same for all records that one request asks about. */
export interface RequestFacts {
  parameters(): Promise<ParameterValues>;
  accountRules(): Promise<AccountRules>;
}

/** What the viewer may do now, for many records at once; with the reason where an action is not open. */
export async function availableActions(
  runtime: Pick<Runtime, 'db'>,
  noun: Noun,
  records: readonly Row[],
  viewer: Viewer,
  shared: RequestFacts,
): Promise<{ action: string; transition: Transition; refusal: Refusal | null }[][]> {
  const { lifecycle } = noun;
  const now = clockNow();
  const offered = records.map((record) =>
    Object.entries<Transition>(lifecycle.actions).filter(
      ([, transition]) => transition.from !== null && concerns(transition, viewer, record),
    ),
  );
  const transitions = offered.flat().map(([, transition]) => transition);
  if (transitions.length === 0) return records.map(() => []);
  const isGuarded = transitions.some(({ guards }) => guards !== undefined);
  const [facts, own, rules] = await Promise.all([
    (isGuarded && noun.facts?.(runtime.db, records, viewer, null, shared.parameters)) ||
      records.map(() => ({})),
    ownActions(
      runtime.db,
      transitions.some(({ notBy }) => notBy !== undefined) ? records.map(({ id }) => id) : [],
      viewer,
    ),
    shared.accountRules(),
  ]);
  return records.map((record, index) =>
    offered[index]!.map(([action, transition]) => ({
      action,
      transition,
      refusal: judge({
        lifecycle,
        transition,
        record,
        viewer,
        now,
        today: shanghaiDate(now),
        accountRules: rules,
        facts: facts[index]!,
        input: null,
        ownActions: own.get(record.id) ?? new Set(),
      }),
    })),
  );
}
