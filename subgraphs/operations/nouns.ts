import type { Noun } from '@zgt/runtime/lifecycle/noun.ts';
import { accountabilityCase } from './accountability-case/actions.ts';
import { announcement } from './announcement/actions.ts';
import { filing } from './filing/actions.ts';
import { incident } from './incident/actions.ts';
import { incidentNotice } from './incident-notice/actions.ts';
import { monitorTarget } from './monitor-target/actions.ts';
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
];
