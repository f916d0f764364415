import type { DataOperation } from '@zgt/runtime/audit/data-operations.ts';
import { LogNotWritten } from '@zgt/runtime/audit/data-operations.ts';
import { addDays, shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import { now } from '@zgt/runtime/clock.ts';
import { type Refusal, type RefusalDetail, refuse } from '@zgt/runtime/refusal.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { personalNumberIn } from '@zgt/runtime/validation/personal-number.ts';
import { checkText } from '@zgt/runtime/validation/text.ts';
import type { RequestContext } from '@zgt/runtime/viewer.ts';
import {
  DATA_ACTIVITIES,
  DATA_OPERATION_RESULTS,
  type DataActivity,
  type DataOperationResult,
} from '@zgt/schema/measure/data-operations.ts';
import { z } from 'zod';
import { forgetReported, logOnce } from './store.ts';

/** Operations in one report at most. */
export const MOST_OPERATIONS = 1000;

/** Days that a report may come late; which operations were reported is remembered as long. */
export const LATE_DAYS = 31;

const FUTURE_MS = 5 * 60_000;
const LONGEST_PURPOSE = 200;

const word = (max: number) => z.string().regex(new RegExp(`^[\\x21-\\x7e]{1,${max}}$`));
const purpose = z.string().refine((text) => checkText(text, { min: 1, max: LONGEST_PURPOSE }).ok);

const Operation = z.strictObject({
  eventId: word(128),
  at: z.iso.datetime({ offset: true }),
  actor: word(64),
  activity: z.enum(Object.keys(DATA_ACTIVITIES) as DataActivity[]),
  resource: word(128),
  reference: word(200).nullish(),
  purpose,
  dataUseRequest: word(64).nullish(),
  result: z.enum(Object.keys(DATA_OPERATION_RESULTS) as DataOperationResult[]),
});

const EXPECTED: Record<string, string> = {
  eventId: '应为 1 至 128 个可见 ASCII 字符，同一操作重报时不变',
  at: '应为带时区的 ISO 8601 时刻，例如 2026-11-23T09:00:00+08:00',
  actor: '应为操作账号或程序的代号，1 至 64 个可见 ASCII 字符，不填姓名',
  activity: `应为 ${Object.keys(DATA_ACTIVITIES).join('、')} 之一`,
  resource: '应为数据资源的代号，1 至 128 个可见 ASCII 字符',
  reference: '应为记录的代号或查询的指纹，1 至 200 个可见 ASCII 字符，没有的不填',
  purpose: `应为一行文字，最多 ${LONGEST_PURPOSE} 字`,
  dataUseRequest: '应为数据使用申请的编号，1 至 64 个可见 ASCII 字符，没有的不填',
  result: `应为 ${Object.keys(DATA_OPERATION_RESULTS).join('、')} 之一`,
};

const PERSONAL = { IDENTITY_NUMBER: '身份证件号码', MOBILE: '手机号码' } as const;

/** Articles 69 and 71: the log says which record, never what stands in it. */
const WORDED = ['eventId', 'actor', 'resource', 'reference', 'purpose', 'dataUseRequest'] as const;

function read(raw: unknown, index: number, instant: Date): { operation: DataOperation } | RefusalDetail[] {
  const fault = (name: string, message: string) => ({
    path: name ? `operations[${index}].${name}` : `operations[${index}]`,
    message: `第 ${index + 1} 条${name ? ` ${name}` : ''}：${message}`,
  });
  const parsed = Operation.safeParse(raw);
  if (!parsed.success) {
    const strange = parsed.error.issues.find(({ code }) => code === 'unrecognized_keys');
    if (strange) return [fault('', `不认识的字段 ${(strange as { keys: string[] }).keys.join('、')}`)];
    const names = new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? '')));
    return [...names].map((name) => fault(name, EXPECTED[name] ?? '应为一个操作对象'));
  }
  const { at, ...given } = parsed.data;
  const operatedAt = new Date(at);
  const faults: RefusalDetail[] = [];
  if (operatedAt.getTime() > instant.getTime() + FUTURE_MS)
    faults.push(fault('at', '操作时刻还没有到，请校准上报程序的时钟'));
  if (shanghaiDate(operatedAt) < addDays(shanghaiDate(instant), -LATE_DAYS))
    faults.push(fault('at', `只接受 ${LATE_DAYS} 天以内的操作；更早的请与运行维护人员核对`));
  for (const name of WORDED) {
    const kind = personalNumberIn(given[name] ?? '');
    if (kind) faults.push(fault(name, `含有${PERSONAL[kind]}；日志只记代号，不记个人信息`));
  }
  if (faults.length > 0) return faults;
  return {
    operation: {
      ...given,
      operatedAt,
      purpose: given.purpose.normalize('NFC').trim(),
      reference: given.reference ?? null,
      dataUseRequest: given.dataUseRequest ?? null,
    },
  };
}

/** What became of a report: all of it is in the log, now or before, or none. */
export type ReportOutcome =
  | { accepted: number; duplicates: number; refusal: null }
  | { accepted: null; duplicates: null; refusal: Refusal };

/**
 * Logs what a data platform did with public data (article 69): each operation once, all of a report or none of it.
 * Refuses VALIDATION with the faults of every line, and LOG_WRITE_FAILED.
 */
export async function reportDataOperations(
  runtime: Runtime,
  context: RequestContext,
  operations: readonly unknown[],
): Promise<ReportOutcome> {
  const refused = (refusal: Refusal): ReportOutcome => ({ accepted: null, duplicates: null, refusal });
  const instant = now();
  const all = operations.map((raw, index) => read(raw, index, instant));
  const faults = all.flatMap((one) => ('operation' in one ? [] : one));
  if (faults.length > 0) return refused(refuse('VALIDATION', { articles: [69, 71], details: faults }));
  const good = all.flatMap((one) => ('operation' in one ? [one.operation] : []));
  try {
    const accepted = await logOnce(runtime.db, context, instant, good);
    return { accepted, duplicates: good.length - accepted, refusal: null };
  } catch (error) {
    if (!(error instanceof LogNotWritten)) throw error;
    runtime.log.error({ err: error }, 'operations on public data were not logged');
    return refused(refuse('LOG_WRITE_FAILED'));
  }
}

/** Forgets which operations were reported so long ago that none comes again; to be called once a day. */
export function forgetOldReports(runtime: Runtime): Promise<void> {
  return forgetReported(runtime.db, addDays(shanghaiDate(now()), -LATE_DAYS - 1));
}
