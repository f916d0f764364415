/// <reference path="../env.d.ts" />
import { INCIDENT_LEVEL_LABELS, INCIDENT_LEVELS } from '@zgt/schema/measure/incident-levels.ts';
import { type Answer, ask } from './api.ts';
import { formatDay } from './dates.ts';
import type { ExportCell } from './export.ts';
import { addMonths } from './legal-days.ts';
import type { Names } from './names.ts';
import { articleBars, type Statistics } from './statistics.ts';

/** What supervisors look at first. */
export const SUPERVISION_QUERY = `query Supervision($months: Int!) {
  supervision(months: $months) {
    from
    metrics { label points { month value } }
    late { party partyLabel count oldestDueAt }
    lateOrganizations { name partyLabel count oldestDueAt }
    incidents { month level count }
  }
}`;

/** How long reviews take and why something is refused, for the management unit and the project company. */
export const SUPERVISION_FIGURES_QUERY = `query SupervisionFigures($months: Int!) {
  figures: statistics(months: $months) {
    refusals { code articles count }
    reviews { noun cases medianWorkingDays p95WorkingDays }
  }
}`;

/** How many months one may look back. */
export const SPANS = [3, 6, 12, 24] as const;
const USUAL_SPAN = 12;

interface Point {
  month: string;
  value: number;
}

export interface Supervision {
  from: string;
  metrics: { label: string; points: Point[] }[];
  late: { party: string; partyLabel: string; count: number; oldestDueAt: string }[];
  lateOrganizations: { name: string; partyLabel: string; count: number; oldestDueAt: string }[];
  incidents: { month: string; level: string; count: number }[];
}

export interface SupervisionAnswer {
  supervision: Supervision;
  figures?: Pick<Statistics, 'refusals' | 'reviews'>;
}

/** How many months an address asks for; the usual twelve when it asks for none that is offered. */
export function spanOf(searchParams: URLSearchParams): number {
  const asked = Number(searchParams.get('months'));
  return SPANS.find((span) => span === asked) ?? USUAL_SPAN;
}

/** The overview for whoever acts: without figures of reviews and refusals for those who may not see them. */
export async function loadSupervision(
  locals: App.Locals,
  months: number,
): Promise<Answer<SupervisionAnswer>> {
  const party = locals.viewer.actingOrganization?.party;
  const seesFigures = party === 'MANAGEMENT_UNIT' || party === 'PROJECT_COMPANY';
  const [overview, figures] = await Promise.all([
    ask<Pick<SupervisionAnswer, 'supervision'>>(locals, SUPERVISION_QUERY, { months }),
    seesFigures
      ? ask<Pick<SupervisionAnswer, 'figures'>>(locals, SUPERVISION_FIGURES_QUERY, { months })
      : null,
  ]);
  if (overview.trouble !== null) return overview;
  if (figures && figures.trouble !== null) return figures;
  return { data: { ...overview.data, ...figures?.data }, trouble: null };
}

const UNIT = /^(.*)（(.*)）$/;

/** A metric's name and the unit in which it is counted, which its label holds together. */
export function metricName(label: string): { title: string; unit: string } {
  const [, title = label, unit = ''] = UNIT.exec(label) ?? [];
  return { title, unit };
}

/** What changed from the month before to the last month, in words; null while there are not two months. */
export function changeOf(points: readonly Point[]): string | null {
  const [before, last] = points.slice(-2);
  if (!before || !last) return null;
  const difference = last.value - before.value;
  if (difference === 0) return `${last.month} 与 ${before.month} 持平`;
  const share =
    before.value === 0 ? '' : `（${Math.round(Math.abs(difference / before.value) * 1000) / 10}%）`;
  const word = difference > 0 ? '增加' : '减少';
  return `${last.month} 比 ${before.month} ${word} ${Math.abs(difference).toLocaleString('zh-CN')}${share}`;
}

/** The months of a span, in order. */
export function monthsFrom(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => addMonths(first, index));
}

/** A row of values by month: what a chart draws and its table tells. */
export interface Series {
  label: string;
  /** How it is drawn; the graver, the more it catches the eye. */
  grade?: 1 | 2 | 3 | 4;
  /** Null where there is no value. */
  values: (number | null)[];
}

/** Incidents of each level by month, the gravest first; a level without any is shown as none. */
export function incidentSeries(incidents: Supervision['incidents'], months: readonly string[]): Series[] {
  return INCIDENT_LEVELS.map((level, index) => ({
    label: INCIDENT_LEVEL_LABELS[level],
    grade: (index + 1) as 1 | 2 | 3 | 4,
    values: months.map(
      (month) => incidents.find((one) => one.month === month && one.level === level)?.count ?? 0,
    ),
  }));
}

const valueAt = (points: readonly Point[], month: string) =>
  points.find((point) => point.month === month)?.value ?? null;

export const metricSeries = (metric: Supervision['metrics'][number], months: readonly string[]): Series => ({
  label: metricName(metric.label).title,
  values: months.map((month) => valueAt(metric.points, month)),
});

/** A table of the overview, as the page shows and a file holds it. */
export interface FigureTable {
  title: string;
  header: string[];
  rows: ExportCell[][];
}

const days = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10);

/** The tables of the overview by the name that an export asks for. */
export function figureTables(
  { supervision, figures }: SupervisionAnswer,
  months: readonly string[],
  names: Pick<Names, 'noun'>,
): Readonly<Record<string, FigureTable>> {
  const incidents = incidentSeries(supervision.incidents, months);
  return {
    late: {
      title: '逾期未办结，按各方',
      header: ['谁的', '件数', '最早应办结于'],
      rows: supervision.late.map(({ partyLabel, count, oldestDueAt }) => [
        partyLabel,
        count,
        formatDay(oldestDueAt),
      ]),
    },
    organizations: {
      title: '逾期最多的单位',
      header: ['单位', '属于', '件数', '最早应办结于'],
      rows: supervision.lateOrganizations.map(({ name, partyLabel, count, oldestDueAt }) => [
        name,
        partyLabel,
        count,
        formatDay(oldestDueAt),
      ]),
    },
    metrics: {
      title: '运营指标，按月',
      header: ['月份', ...supervision.metrics.map(({ label }) => label)],
      rows: months
        .toReversed()
        .map((month) => [month, ...supervision.metrics.map(({ points }) => valueAt(points, month))]),
    },
    incidents: {
      title: '事件，按发现的月份和最高等级',
      header: ['月份', ...incidents.map(({ label }) => label), '合计'],
      rows: months
        .map((month, index): ExportCell[] => {
          const counts = incidents.map(({ values }) => values[index]!);
          return [month, ...counts, counts.reduce((sum, count) => sum + count, 0)];
        })
        .toReversed(),
    },
    reviews: {
      title: '审核用时（工作日）',
      header: ['种类', '办结', '中位数', '第 95 百分位'],
      rows: (figures?.reviews ?? []).map(({ noun, cases, medianWorkingDays, p95WorkingDays }) => [
        names.noun(noun),
        cases,
        days(medianWorkingDays),
        days(p95WorkingDays),
      ]),
    },
    refusals: {
      title: '不予办理，按依据的条款',
      header: ['条款', '次数'],
      rows: (figures ? articleBars(figures) : []).map(({ label, value }) => [label, value]),
    },
  };
}
