import { scoreApps } from '@zgt/apps/app-score/compute.ts';
import { forgetOldEvents } from '@zgt/apps/capability-usage/report.ts';
import { handlers as appsHandlers } from '@zgt/apps/events.ts';
import { nouns as appsNouns } from '@zgt/apps/nouns.ts';
import { handlers as ecosystemHandlers } from '@zgt/ecosystem/events.ts';
import { tellOfSharing } from '@zgt/ecosystem/member/sharing.ts';
import { nouns as ecosystemNouns } from '@zgt/ecosystem/nouns.ts';
import { openDueUnitAssessments } from '@zgt/ecosystem/unit-assessment/open-due.ts';
import { complianceHandlers } from '@zgt/operations/compliance-task/follow-platforms.ts';
import { forgetOldReports } from '@zgt/operations/data-operation/report.ts';
import { openDueFilings } from '@zgt/operations/duties.ts';
import { handlers as operationsHandlers } from '@zgt/operations/events.ts';
import { hotlineHandlers, resendTickets } from '@zgt/operations/hotline-ticket/send.ts';
import { forgetOldAlerts, settleAlerts } from '@zgt/operations/incident-alert/settle.ts';
import { openDueInspections } from '@zgt/operations/inspection-task/open-due.ts';
import { addressGuard } from '@zgt/operations/monitor-target/address-guard.ts';
import { forgetOldSamples, msToNextCheck, runDueChecks } from '@zgt/operations/monitor-target/checks.ts';
import { nouns as operationsNouns } from '@zgt/operations/nouns.ts';
import { assessmentHandlers } from '@zgt/operations/risk-assessment/follow-apps.ts';
import { openDueSafetyChecks } from '@zgt/operations/safety-check/open-due.ts';
import { openDueSupervision } from '@zgt/operations/supervision-duties.ts';
import { openDueTerminalChecks } from '@zgt/operations/terminal-check/open-due.ts';
import { publishCheckpoint } from '@zgt/runtime/audit/checkpoint.ts';
import { shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import { now } from '@zgt/runtime/clock.ts';
import { ensureAuditMonths } from '@zgt/runtime/database/audit-months.ts';
import { maintain } from '@zgt/runtime/database/maintain.ts';
import { forgetPastWrites } from '@zgt/runtime/database/recent-writes.ts';
import { forgetWhatIsOver } from '@zgt/runtime/database/retention.ts';
import { SUBGRAPHS, type SubgraphName } from '@zgt/runtime/database/roles.ts';
import type { EventHandler } from '@zgt/runtime/jobs/queue.ts';
import { fireDeadlines, type NounRegistry, recountProvisional } from '@zgt/runtime/jobs/timers.ts';
import type { Noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { Platform } from './platform.ts';

const NOUNS: Record<SubgraphName, readonly Noun[]> = {
  ecosystem: ecosystemNouns,
  apps: appsNouns,
  operations: operationsNouns,
};

async function registryOf(platform: Platform): Promise<NounRegistry> {
  const registry = new Map();
  for (const subgraph of SUBGRAPHS) {
    const runtime = await platform.runtimeOf(subgraph);
    for (const noun of NOUNS[subgraph]) registry.set(noun.lifecycle.noun, { noun, runtime });
  }
  return registry;
}

/** Does one thing after the other; what fails holds up nothing else, and is tried again with the next tick. */
async function inTurn(log: Platform['log'], duties: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const duty of duties)
    try {
      await duty();
    } catch (error) {
      log.error({ err: error }, 'part of a tick failed');
    }
}

/** The handlers of several subgraphs; an event may concern more than one. */
function together(...all: Readonly<Record<string, EventHandler[]>>[]): Record<string, EventHandler[]> {
  const joined: Record<string, EventHandler[]> = {};
  for (const [name, handlers] of all.flatMap(Object.entries<EventHandler[]>))
    joined[name] = [...(joined[name] ?? []), ...handlers];
  return joined;
}

const CHECKPOINT_MS = 30_000;

export interface Worker {
  stop(): Promise<void>;
}

/** Works on events and timers, and publishes the audit log's checkpoints. Any number of workers may run. */
export async function startWorker(platform: Platform): Promise<Worker> {
  const { queue, log, keys, config } = platform;
  const registry = await registryOf(platform);
  const operations = await platform.runtimeOf('operations');
  let maintainedOn = shanghaiDate(now());
  const apps = await platform.runtimeOf('apps');
  const ecosystem = await platform.runtimeOf('ecosystem');
  const probeOptions = {
    guard: addressGuard(config.monitorAllow),
    certificateAuthority: config.monitorCertificateAuthority,
  };
  await queue.work(
    together(
      ecosystemHandlers(ecosystem),
      appsHandlers(apps),
      operationsHandlers(operations),
      hotlineHandlers(operations, config.hotline),
      assessmentHandlers(operations),
      complianceHandlers(operations),
    ),
    async () => {
      await inTurn(log, [
        () => ensureAuditMonths(operations.db),
        () => forgetPastWrites(operations.db),
        () => operations.refreshCalendar(),
        () => recountProvisional(operations.db, operations.calendar()),
        () => openDueInspections(operations, now()),
        () => openDueSafetyChecks(operations, now()),
        () => openDueSupervision(operations, now()),
        () => openDueTerminalChecks(operations),
        () => openDueUnitAssessments(ecosystem, now()),
        () => tellOfSharing(ecosystem),
        // After what they tell of: a filing is filled in once, when it is opened.
        () => openDueFilings(operations, now()),
        () => resendTickets(operations, config.hotline, now()),
        async () => {
          const fired = await fireDeadlines(operations.db, registry);
          if (fired > 0) log.info({ fired }, 'deadlines fired');
        },
        () => scoreApps(apps, now()),
        () => settleAlerts(operations),
        // Only one run waits at a time: this begins the first, or one that a worker which died has taken with it.
        () => queue.alarm('MONITORS', 0),
      ]);
      const today = shanghaiDate(now());
      if (today === maintainedOn) return;
      maintainedOn = today;
      await forgetWhatIsOver(operations.db);
      await forgetOldEvents(apps);
      await forgetOldReports(operations);
      await forgetOldSamples(operations);
      await forgetOldAlerts(operations);
      await maintain(platform.database);
    },
    {
      DEADLINES: async () => {
        await fireDeadlines(operations.db, registry);
      },
      MONITORS: async () => {
        await runDueChecks(operations, probeOptions);
        await queue.alarm('MONITORS', await msToNextCheck(operations));
      },
    },
  );
  const checkpoint = () =>
    publishCheckpoint(operations.db, keys, config.checkpointDir).catch((error) =>
      log.error({ err: error }, 'audit checkpoint not published'),
    );
  const timer = setInterval(checkpoint, CHECKPOINT_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await checkpoint();
    },
  };
}
