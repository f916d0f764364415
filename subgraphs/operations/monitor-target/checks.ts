import { now } from '@zgt/runtime/clock.ts';
import { act } from '@zgt/runtime/lifecycle/act.ts';
import { numberParameter } from '@zgt/runtime/parameters.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { systemRequest } from '@zgt/runtime/viewer.ts';
import { monitorTarget } from './actions.ts';
import { consequenceOf } from './outcome.ts';
import { type ProbeOptions, probe } from './probe.ts';
import {
  type ClaimedCheck,
  claimDueChecks,
  forgetSamples,
  nextCheckAt,
  recordStatement,
  type Sample,
} from './store.ts';

/** How many targets one worker checks at the same time. */
const AT_ONCE = 20;
const DAY_MS = 86_400_000;
/** What is newly to be watched waits no longer than this for its first check. */
const LONGEST_WAIT_MS = 10_000;

async function sampleOf(target: ClaimedCheck, options: ProbeOptions): Promise<Sample> {
  const { ok, latencyMs, note } = await probe(target, now(), options);
  return { targetId: target.id, at: now(), ok, latencyMs, note };
}

/**
 * Carries out every check that is due, and draws the consequences (article 60, duty 60.1): so many failures in a row
 * raise a suspected incident dated from the first, a recovery ends its outage. Any number of workers may do this at the
 * same time. Gives how many checks it made.
 */
export async function runDueChecks(runtime: Runtime, options: ProbeOptions): Promise<number> {
  let made = 0;
  for (;;) {
    const claimed = await claimDueChecks(runtime.db, now(), AT_ONCE);
    if (claimed.length === 0) return made;
    const samples = await Promise.all(claimed.map((target) => sampleOf(target, options)));
    const { rows } = await recordStatement(samples).execute(runtime.db);
    const parameters = await runtime.parameters(runtime.db);
    const before = numberParameter(parameters, 'monitor.failures_before_incident');
    for (const row of rows) {
      const consequence = consequenceOf(row, before);
      if (!consequence) continue;
      const action = consequence === 'RAISE' ? 'raiseIncident' : 'noteRecovery';
      const context = systemRequest();
      const { refusal } = await act(runtime, monitorTarget, action, { context, id: row.targetId });
      if (refusal)
        runtime.log.warn({ target: row.targetId, action, refusal: refusal.code }, 'monitor refused');
    }
    made += claimed.length;
  }
}

/** Milliseconds until checks should be looked for again: until the next is due, and ten seconds at most. */
export async function msToNextCheck(runtime: Runtime): Promise<number> {
  const next = await nextCheckAt(runtime.db);
  const ms = next ? next.getTime() - now().getTime() : Number.POSITIVE_INFINITY;
  return Math.min(LONGEST_WAIT_MS, Math.max(0, ms));
}

/** Drops the samples that are older than they are kept; to be called once a day. */
export async function forgetOldSamples(runtime: Runtime): Promise<void> {
  const days = numberParameter(await runtime.parameters(runtime.db), 'monitor.sample_days');
  await forgetSamples(runtime.db, new Date(now().getTime() - days * DAY_MS));
}
