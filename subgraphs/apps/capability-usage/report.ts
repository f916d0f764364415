import { addDays, shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import { now } from '@zgt/runtime/clock.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { z } from 'zod';
import { type CountedEvent, countEvents, forgetEvents } from './store.ts';

/** Events in one report at most. */
export const MOST_EVENTS = 10_000;

/** Days that an event may come late; what was counted is remembered as long. */
export const LATE_DAYS = 31;

const FUTURE_MS = 5 * 60_000;

const word = (max: number) => z.string().regex(new RegExp(`^[\\x21-\\x7e]{1,${max}}$`));

const Event = z.object({
  eventId: word(128),
  clientId: word(64),
  capability: word(64),
  count: z.int().min(1).max(1_000_000),
  at: z.iso.datetime({ offset: true }),
  outcome: z.enum(['SUCCESS', 'FAILURE']),
});

const EXPECTED: Record<string, string> = {
  eventId: 'eventId：应为 1 至 128 个可见 ASCII 字符，同一事件重发时不变',
  clientId: 'clientId：应为能力申请的编号，例如 NS-2026-000001',
  capability: 'capability：应为能力编码',
  count: 'count：应为 1 到 1000000 的整数',
  at: 'at：应为带时区的 ISO 8601 时刻，例如 2026-11-23T09:00:00+08:00',
  outcome: 'outcome：应为 SUCCESS 或 FAILURE',
};

/** An event that was not counted, and why. */
export interface RefusedEvent {
  index: number;
  eventId: string | null;
  code: 'INVALID' | 'TOO_LATE' | 'IN_FUTURE' | 'UNKNOWN_CLIENT';
  message: string;
}

/** What became of a report: every event is accepted, a duplicate or refused. */
export interface ReportOutcome {
  accepted: number;
  duplicates: number;
  refused: RefusedEvent[];
}

const UNKNOWN = '没有这个已开通的客户端，或者它不是申请这项能力的。请核对 clientId 和 capability。';

type Read = { event: CountedEvent } | { refused: RefusedEvent };

function read(raw: unknown, index: number, instant: Date): Read {
  const given = (raw as { eventId?: unknown } | null)?.eventId;
  const refused = (code: RefusedEvent['code'], message: string): Read => ({
    refused: { index, eventId: typeof given === 'string' ? given.slice(0, 128) : null, code, message },
  });
  const parsed = Event.safeParse(raw);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? '')));
    const faults = [...names].map((name) => EXPECTED[name] ?? '应为一个事件对象');
    return refused('INVALID', `${faults.join('；')}。`);
  }
  const { at, outcome, ...event } = parsed.data;
  const called = new Date(at);
  const day = shanghaiDate(called);
  if (called.getTime() > instant.getTime() + FUTURE_MS)
    return refused('IN_FUTURE', '调用时刻还没有到。请校准上报程序的时钟。');
  if (day < addDays(shanghaiDate(instant), -LATE_DAYS))
    return refused('TOO_LATE', `只接受 ${LATE_DAYS} 天以内的调用。`);
  return { event: { ...event, index, failed: outcome === 'FAILURE', day } };
}

/** Counts what a reporter saw (article 18): the good events count even where others in the batch are refused. */
export async function reportUsage(
  runtime: Runtime,
  reporter: string,
  events: readonly unknown[],
): Promise<ReportOutcome> {
  const instant = now();
  const all = events.map((raw, index) => read(raw, index, instant));
  const good = all.flatMap((one) => ('event' in one ? [one.event] : []));
  const { counted, unknown } =
    good.length > 0 ? await countEvents(runtime.db, reporter, good, instant) : { counted: 0, unknown: [] };
  const strangers = unknown.map((index): RefusedEvent => {
    const { eventId } = events[index] as { eventId: string };
    return { index, eventId, code: 'UNKNOWN_CLIENT', message: UNKNOWN };
  });
  const refused = [...all.flatMap((one) => ('refused' in one ? [one.refused] : [])), ...strangers];
  return {
    accepted: counted,
    duplicates: good.length - counted - unknown.length,
    refused: refused.toSorted((one, other) => one.index - other.index),
  };
}

/** Forgets events that are too old to come again; to be called once a day. */
export function forgetOldEvents(runtime: Runtime): Promise<void> {
  return forgetEvents(runtime.db, addDays(shanghaiDate(now()), -LATE_DAYS - 1));
}
