import { addDays, shanghaiDate, startOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import type { Row } from '@zgt/runtime/lifecycle/declaration.ts';
import type { Noun } from '@zgt/runtime/lifecycle/noun.ts';
import type { Viewer } from '@zgt/runtime/viewer.ts';
import type { RefusalCode } from '@zgt/schema/errors.ts';
import type { KnownApps } from './apps.ts';
import type { SeedStep } from './seed.ts';

/** Who takes part in operation and safety. */
export interface Cast {
  management: Viewer;
  company: Viewer;
  infrastructure: Viewer;
  owner: Viewer;
  department: Viewer;
  unitA: Viewer;
  unitB: Viewer;
}

/** One action on the record that a story is about; the first one makes it. */
export type Scene = readonly [
  action: string,
  by: Viewer,
  at: Date,
  more?: {
    input?: Record<string, unknown>;
    reason?: string;
    papers?: readonly string[];
    organizationId?: string;
    refusedAs?: RefusalCode;
  },
];

/** What was made before, and is what operation is about; units go by the user name of their head. */
export type KnownRecords = KnownApps & { units: Readonly<Record<string, Row>> };

const MINUTE = 60_000;

/** What every part of the demonstration of operations is told with. */
export interface Telling extends Cast {
  known: KnownRecords;
  /** The day that many days ago, as a date. */
  day(daysAgo: number): string;
  /** A time of the day that many days ago. */
  at(daysAgo: number, time: string): Date;
  /** The instant that many minutes ago. */
  ago(minutes: number): Date;
  /** The month that many months ago, for example 2026-10. */
  month(monthsAgo: number): string;
  /** Tells how a record came about; gives it as it is at last. */
  story(key: string, noun: Noun, scenes: readonly Scene[]): Promise<Row>;
}

/** Ties a cast to the instant at which the demonstration is made. */
export function telling(step: SeedStep, cast: Cast, known: KnownRecords, now: Date): Telling {
  const today = shanghaiDate(now);
  const day = (daysAgo: number) => addDays(today, -daysAgo);
  return {
    ...cast,
    known,
    day,
    at: (daysAgo, time) => {
      const [hours, minutes] = time.split(':').map(Number);
      return new Date(startOfShanghaiDay(day(daysAgo)).getTime() + (hours! * 60 + minutes!) * MINUTE);
    },
    ago: (minutes) => new Date(now.getTime() - minutes * MINUTE),
    month: (monthsAgo) => {
      const [year, month] = today.split('-').map(Number);
      const counted = year! * 12 + month! - 1 - monthsAgo;
      return `${Math.floor(counted / 12)}-${String((counted % 12) + 1).padStart(2, '0')}`;
    },
    story: async (key, noun, scenes) => {
      let record: Row | null = null;
      for (const [index, [action, by, at, more]] of scenes.entries()) {
        const call = { ...more, by, at, ...(record && { id: record.id }) };
        const left = await step(`${key}:${index}`, 'operations', noun, action, call);
        if (!more?.refusedAs) record = left;
      }
      return record!;
    },
  };
}
