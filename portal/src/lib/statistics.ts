import { REFUSALS } from '@zgt/schema/errors.ts';
import { addMonths, dayOf } from './legal-days.ts';
import type { Names } from './names.ts';
import { articleLabel } from './numerals.ts';
import type { Register } from './register.ts';

/** Figures as the API tells them; a count that could point at one unit is null in the public ones. */
export interface Statistics {
  from: string;
  states: { noun: string; state: string; count: number | null }[];
  months: { month: string; noun: string; action: string; count: number | null }[];
  refusals: { code: string; articles: number[]; count: number | null }[];
  reviews: {
    noun: string;
    cases: number | null;
    medianWorkingDays: number | null;
    p95WorkingDays: number | null;
  }[];
  incidentLevels: { level: string; count: number | null }[];
}

const FIELDS = `from states { noun state count } months { month noun action count } refusals { code articles count }
  reviews { noun cases medianWorkingDays p95WorkingDays } incidentLevels { level count }`;
export const STATISTICS_QUERY = `query Figures { figures: statistics { ${FIELDS} } }`;
export const PUBLIC_STATISTICS_QUERY = `query Figures { figures: publicStatistics { ${FIELDS} } }`;

export interface Bar {
  label: string;
  value: number;
}

/** Steps in the log that handle no record of a register. */
const NOT_COUNTED = new Set(['Document', 'Notification', 'Account', 'AuditEntry', 'DataOperation']);

/** How many records of each register stand in each state, and of how many states the number is withheld. */
export function stateBars(
  { states }: Pick<Statistics, 'states'>,
  registers: readonly Pick<Register, 'noun' | 'path' | 'label'>[],
  names: Names,
): { noun: string; label: string; href: string; bars: Bar[]; withheld: number }[] {
  return registers.flatMap(({ noun, path, label }) => {
    const rows = states.filter((row) => row.noun === noun);
    if (rows.length === 0) return [];
    const bars = rows.flatMap(({ state, count }) =>
      count === null ? [] : [{ label: names.state(noun, state), value: count }],
    );
    return [{ noun, label, href: `/work/${path}`, bars, withheld: rows.length - bars.length }];
  });
}

/** How many steps were taken in each of the twelve months; months in which nothing was told are zero. */
export function monthBars({ from, months }: Pick<Statistics, 'from' | 'months'>): Bar[] {
  const first = dayOf(from).slice(0, 7);
  return Array.from({ length: 12 }, (_, index) => {
    const month = addMonths(first, index);
    const counts = months.filter((row) => row.month === month && !NOT_COUNTED.has(row.noun));
    return { label: month, value: counts.reduce((sum, { count }) => sum + (count ?? 0), 0) };
  });
}

/** How often each article was the basis of a refusal, the most frequent first. */
export function articleBars({ refusals }: Pick<Statistics, 'refusals'>): Bar[] {
  const counts = new Map<number, number>();
  for (const { articles, count } of refusals)
    for (const article of new Set(articles)) counts.set(article, (counts.get(article) ?? 0) + (count ?? 0));
  return [...counts]
    .filter(([, count]) => count > 0)
    .sort(([a, many], [b, more]) => more - many || a - b)
    .map(([article, value]) => ({ label: articleLabel(article), value }));
}

/** What a refusal's code means, in words. */
export function refusalText(code: string): string {
  return (REFUSALS as Record<string, { message: string }>)[code]?.message ?? code;
}
