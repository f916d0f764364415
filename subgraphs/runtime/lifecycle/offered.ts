import { shanghaiDate } from '../calendar/work-calendar.ts';
import { now as clockNow } from '../clock.ts';
import type { Refusal } from '../refusal.ts';
import type { Runtime } from '../runtime.ts';
import type { Viewer } from '../viewer.ts';
import { accountRules, ownActions } from './act-store.ts';
import type { Row, Transition } from './declaration.ts';
import { judge } from './judge.ts';
import type { Noun } from './noun.ts';
import { concerns } from './permission.ts';

/** What the viewer may do now, for many records at once; with the reason where an action is not open. */
export async function availableActions(
  runtime: Pick<Runtime, 'db'>,
  noun: Noun,
  records: readonly Row[],
  viewer: Viewer,
): Promise<{ action: string; transition: Transition; refusal: Refusal | null }[][]> {
  const { lifecycle } = noun;
  const now = clockNow();
  const [facts, own, rules] = await Promise.all([
    noun.facts?.(runtime.db, records, viewer, null) ?? records.map(() => ({})),
    ownActions(
      runtime.db,
      records.map((record) => record.id),
      viewer,
    ),
    accountRules(runtime.db, viewer),
  ]);
  return records.map((record, index) =>
    Object.entries<Transition>(lifecycle.actions)
      .filter(([, transition]) => transition.from !== null && concerns(transition, viewer, record))
      .map(([action, transition]) => ({
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
