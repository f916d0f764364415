import { now } from '@zgt/runtime/clock.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { keepAlerts, type Told } from './alert-store.ts';
import type { ReceivedAlert } from './payload.ts';
import { settleAlerts } from './settle.ts';

/** So many alerts go into one statement. */
const MOST_AT_ONCE = 5000;

interface Waiting {
  told: readonly Told[];
  resolve(): void;
  reject(error: unknown): void;
}

/** Takes in alerts: what arrives while the last batch is written goes together into the next, so a storm costs few statements. */
export interface AlertIntake {
  /** Resolves once the alerts are kept; incidents follow. */
  take(organizationId: string, alerts: readonly ReceivedAlert[]): Promise<void>;
  /** Resolves when everything that was taken is kept and settled. */
  idle(): Promise<void>;
}

/** Opens an intake over the operations subgraph's database; a process has one. */
export function openAlertIntake(runtime: Runtime): AlertIntake {
  const waiting: Waiting[] = [];
  let keeping: Promise<void> | null = null;
  let settling: Promise<void> | null = null;
  let unsettled = false;

  function nextBatch(): Waiting[] {
    const batch: Waiting[] = [];
    for (let size = 0; waiting.length > 0; ) {
      size += waiting[0]!.told.length;
      if (batch.length > 0 && size > MOST_AT_ONCE) break;
      batch.push(waiting.shift()!);
    }
    return batch;
  }

  async function keep(): Promise<void> {
    while (waiting.length > 0) {
      const batch = nextBatch();
      try {
        await keepAlerts(
          runtime.db,
          batch.flatMap(({ told }) => told),
          now(),
        );
        for (const { resolve } of batch) resolve();
        unsettled = true;
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    keeping = null;
    settling ??= settle();
  }

  async function settle(): Promise<void> {
    while (unsettled) {
      unsettled = false;
      // What is not settled now is found again by the worker, every minute.
      await settleAlerts(runtime).catch((error) => runtime.log.error({ err: error }, 'alerts not settled'));
    }
    settling = null;
  }

  return {
    take: (organizationId, alerts) =>
      new Promise<void>((resolve, reject) => {
        waiting.push({ told: alerts.map((alert) => ({ ...alert, organizationId })), resolve, reject });
        keeping ??= keep();
      }),
    idle: async () => {
      while (keeping || settling) await (keeping ?? settling);
    },
  };
}
