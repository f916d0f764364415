import type { Noun } from '@zgt/runtime/lifecycle/noun.ts';
import { announcement } from './announcement/actions.ts';
import { filing } from './filing/actions.ts';
import { vulnerability } from './vulnerability/actions.ts';
import { workCalendar } from './work-calendar/actions.ts';

/** Every register of this subgraph; timers, tests and generated documents go through this list. */
export const nouns: readonly Noun[] = [filing, announcement, workCalendar, vulnerability];
