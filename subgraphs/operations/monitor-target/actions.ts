import { type Given, noun } from '@zgt/runtime/lifecycle/noun.ts';
import { numberParameter } from '@zgt/runtime/parameters.ts';
import { readKnown } from '../incident/store.ts';
import type { MonitorTargetRow } from '../tables-incidents.ts';
import { type MonitorFacts, monitorTargetLifecycle } from './lifecycle.ts';
import { consequenceOf, raise, recover } from './outcome.ts';
import { countOthers, lockStatus, nextCheckStatement, recordStatement } from './store.ts';

type Target = Given<MonitorTargetRow>;

function checkFrom({ write, record }: Target, at: Date | null): void {
  write(`next check ${record.id}`, nextCheckStatement(record.id, record.probe === 'MANUAL' ? null : at));
}

/** What the last checks came to, once more under lock: another worker may have drawn the consequence already. */
async function drawConsequence(given: Target): Promise<void> {
  const { tx, record, parameters } = given;
  const standing = await lockStatus(tx, record.id);
  const before = numberParameter(parameters, 'monitor.failures_before_incident');
  const consequence = consequenceOf(standing, before);
  if (consequence === 'RAISE') await raise(given, standing);
  if (consequence === 'RECOVER') await recover(given);
}

/** The register of what is monitored; what its checks come to stands in tables of their own. */
export const monitorTarget = noun<MonitorTargetRow, MonitorFacts>({
  lifecycle: monitorTargetLifecycle,
  table: 'operations.monitorTarget',
  numberPrefix: 'MB',
  searchColumns: ['name', 'address'],
  title: ({ name }) => name,
  facts: async (db, targets, _viewer, input) => {
    const { appId = null, platformId = null } = (input ?? {}) as Partial<MonitorTargetRow>;
    const present = targets.filter((target) => target !== null);
    const ids = [appId, platformId, ...present.map((target) => target.appId)].filter((id) => id !== null);
    const known = await readKnown(db, ids);
    const others = await countOthers(db, present);
    const of = (id: string | null) => (id && known.get(id)) || null;
    return targets.map((target) => ({
      app: of(target?.appId ?? appId),
      platform: of(target?.platformId ?? platformId),
      others: (target && others.get(target.id)) ?? 0,
    }));
  },
  effects: {
    register: async ({ input, facts: { app, platform } }) => ({
      columns: { ...(input as Partial<MonitorTargetRow>), affected: app?.title ?? platform?.title ?? null },
    }),
    recordPatrol: async (given) => {
      const { tx, record, input, now, settle } = given;
      const ok = input.outcome === 'NORMAL';
      // Held first, so that a check or patrol at the same moment counts after this one.
      await lockStatus(tx, record.id);
      await settle();
      await recordStatement([
        { targetId: record.id, at: now, ok, latencyMs: null, note: input.note as string },
      ]).execute(tx);
      await drawConsequence(given);
      return { columns: {} };
    },
    raiseIncident: async (given) => {
      await drawConsequence(given);
      return { columns: {} };
    },
    noteRecovery: async (given) => {
      await drawConsequence(given);
      return { columns: {} };
    },
  },
  after: {
    register: (given) => checkFrom(given, given.now),
    provide: (given) => checkFrom(given, given.now),
    amend: (given) => {
      if (given.record.state === 'ACTIVE') checkFrom(given, given.now);
    },
    pause: (given) => checkFrom(given, null),
    resume: (given) => checkFrom(given, given.now),
    retire: (given) => checkFrom(given, null),
  },
});
