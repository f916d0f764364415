import {
  addDays,
  endOfShanghaiDay,
  shanghaiDate,
  startOfShanghaiDay,
} from '@zgt/runtime/calendar/work-calendar.ts';
import { now } from '@zgt/runtime/clock.ts';
import { hashSecret } from '@zgt/runtime/crypto/digest.ts';
import { articleText } from '@zgt/runtime/graphql/builder.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { ANONYMOUS } from '@zgt/runtime/viewer.ts';
import ical, { ICalEventStatus } from 'ical-generator';
import { owedByName } from '../duty-calendar/owed-by.ts';
import { type DutyRow, readDuties } from '../duty-calendar/store.ts';
import { type FeedReader, readerOf } from './store.ts';

const DAYS_BACK = 60;
const DAYS_AHEAD = 300;

/** How a duty stands, in front of its title; nothing for one that is simply due. */
function mark({ endedAt, dueAt, reminder, owed }: DutyRow, at: Date): string {
  if (!owed) return '［自动］';
  if (endedAt) return endedAt >= dueAt && !reminder ? '［迟办］' : '［已办］';
  return dueAt <= at && !reminder ? '［逾期］' : '';
}

/** When a duty came to stand as it does: the feed is the same, byte by byte, until something changes. */
function standsSince({ startedAt, dueAt, endedAt, owed }: DutyRow, at: Date): Date {
  return endedAt ?? (owed && dueAt <= at ? dueAt : startedAt);
}

/** All of its last day for what is due by days; the very time for what is due by the hour. */
function timeOf({ dueAt }: DutyRow, day: string) {
  if (dueAt.getTime() !== endOfShanghaiDay(day).getTime()) return { start: dueAt };
  // An all-day event is a date without a zone; the library takes it from UTC.
  const midnight = (date: string) => new Date(`${date}T00:00:00Z`);
  return { start: midnight(day), end: midnight(addDays(day, 1)), allDay: true };
}

function describe(duty: DutyRow, url: string): string {
  return [
    duty.recordTitle ? `${duty.recordTitle} ${duty.number ?? ''}`.trim() : null,
    duty.owed ? `由${owedByName(duty)}办理` : '到时由系统自动办理',
    `依据：${duty.articles.map(articleText).join('、')}`,
    duty.provisional ? '日期按尚未公布放假安排的年份推算，公布之后可能变动' : null,
    url,
  ]
    .filter((line) => line !== null)
    .join('\n');
}

/** Duties as an iCalendar (RFC 5545): each on the last day on which it is in time, or at its hour. */
export function calendarOf(
  reader: FeedReader,
  duties: readonly DutyRow[],
  publicUrl: string,
  at: Date,
): string {
  const host = new URL(publicUrl).host;
  const calendar = ical({
    name: `${reader.organizationName} 义务日历`,
    prodId: { company: host, product: 'duty-calendar', language: 'ZH-CN' },
    timezone: null,
    ttl: 3600,
  });
  for (const duty of duties) {
    const day = shanghaiDate(new Date(duty.dueAt.getTime() - 1));
    const url = `${publicUrl}/work/duties?month=${day.slice(0, 7)}`;
    calendar.createEvent({
      id: `${duty.id}@${host}`,
      ...timeOf(duty, day),
      stamp: standsSince(duty, at),
      summary: `${mark(duty, at)}${duty.title}${duty.recordTitle ? `：${duty.recordTitle}` : ''}`,
      description: describe(duty, url),
      url,
      status: duty.endedAt ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
    });
  }
  return calendar.toString();
}

/** The calendar that a feed's address gives; null for an address that is not, or no longer, one. */
export async function readFeed(runtime: Runtime, token: string): Promise<string | null> {
  const reader = await readerOf(runtime.db, hashSecret(token));
  if (!reader) return null;
  const at = now();
  const today = shanghaiDate(at);
  const viewer = { ...ANONYMOUS, organizationId: reader.organizationId, party: reader.party };
  const duties = await readDuties(
    runtime.readDb,
    viewer,
    startOfShanghaiDay(addDays(today, -DAYS_BACK)),
    endOfShanghaiDay(addDays(today, DAYS_AHEAD)),
  );
  return calendarOf(reader, duties, runtime.publicUrl, at);
}
