import type { Noun } from '@zgt/runtime/lifecycle/noun.ts';
import { accountabilityCase } from './accountability-case/actions.ts';
import { announcement } from './announcement/actions.ts';
import { calendarFeed } from './calendar-feed/actions.ts';
import { dataOperationInspection } from './data-operation-inspection/actions.ts';
import { disputeRecord } from './dispute-record/actions.ts';
import { evidence } from './evidence/actions.ts';
import { filing } from './filing/actions.ts';
import { hotlineTicket } from './hotline-ticket/actions.ts';
import { incident } from './incident/actions.ts';
import { incidentNotice } from './incident-notice/actions.ts';
import { inspectionTask } from './inspection-task/actions.ts';
import { mechanismDocument } from './mechanism-document/actions.ts';
import { monitorTarget } from './monitor-target/actions.ts';
import { opsAsset } from './ops-asset/actions.ts';
import { problemCase } from './problem-case/actions.ts';
import { rectification } from './rectification/actions.ts';
import { teamRecord } from './team-record/actions.ts';
import { unitOpsCheck } from './unit-ops-check/actions.ts';
import { workCalendar } from './work-calendar/actions.ts';

/** Every register of this subgraph; timers, tests and generated documents go through this list. */
export const nouns: readonly Noun[] = [
  filing,
  announcement,
  workCalendar,
  incident,
  incidentNotice,
  monitorTarget,
  accountabilityCase,
  rectification,
  problemCase,
  evidence,
  inspectionTask,
  hotlineTicket,
  calendarFeed,
  dataOperationInspection,
  disputeRecord,
  unitOpsCheck,
  mechanismDocument,
  teamRecord,
  opsAsset,
];
