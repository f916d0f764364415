import { isWeekend } from '@zgt/runtime/calendar/work-calendar.ts';
import type { RefusalDetail } from '@zgt/runtime/refusal.ts';
import { checkDate } from '@zgt/runtime/validation/date.ts';

export interface NamedDay {
  date: string;
  kind: 'HOLIDAY' | 'WORKDAY';
  name: string;
}

const LINE = /^(\S+)\s+(.+)$/;

/** Reads a year's lines of date and name; the first fault says which line and why. */
export function readDays(
  year: number,
  holidays: readonly string[],
  workdays: readonly string[],
): { days: NamedDay[]; fault: RefusalDetail | null } {
  const days: NamedDay[] = [];
  const groups = [
    ['holidays', 'HOLIDAY', holidays],
    ['workdays', 'WORKDAY', workdays],
  ] as const;
  for (const [path, kind, lines] of groups)
    for (const line of lines) {
      const found = LINE.exec(line.trim());
      const checked = found ? checkDate(found[1]!) : null;
      const fault = !found
        ? '应为日期和名称，以空格隔开'
        : !checked!.ok
          ? checked!.reason
          : !found[1]!.startsWith(`${year}-`)
            ? `不在 ${year} 年内`
            : days.some(({ date }) => date === found[1])
              ? '同一天写了两次'
              : kind === 'WORKDAY' && !isWeekend(found[1]!)
                ? '本来就是周一至周五'
                : null;
      if (fault !== null) return { days, fault: { path, message: `“${line}”：${fault}` } };
      days.push({ date: found![1]!, kind, name: found![2]! });
    }
  return { days, fault: null };
}
