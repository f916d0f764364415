/** What supervisors look at first. */
export const SUPERVISION_QUERY = `query Supervision {
  supervision {
    metrics { label points { month value } }
    late { party partyLabel count oldestDueAt }
  }
}`;

export interface Supervision {
  metrics: { label: string; points: { month: string; value: number }[] }[];
  late: { party: string; partyLabel: string; count: number; oldestDueAt: string }[];
}

const UNIT = /^(.*)（(.*)）$/;

/** A metric's chart: its title and unit, which its label holds together, and a bar a month. */
export function metricChart({ label, points }: Supervision['metrics'][number]): {
  title: string;
  unit: string;
  bars: { label: string; value: number }[];
} {
  const [, title = label, unit = ''] = UNIT.exec(label) ?? [];
  return { title, unit, bars: points.map(({ month, value }) => ({ label: month, value })) };
}

/** What changed from the month before to the last month, in words; null while there are not two months. */
export function changeOf(points: readonly { month: string; value: number }[]): string | null {
  const [before, last] = points.slice(-2);
  if (!before || !last) return null;
  const difference = last.value - before.value;
  if (difference === 0) return `${last.month} 与 ${before.month} 持平`;
  const share =
    before.value === 0 ? '' : `（${Math.round(Math.abs(difference / before.value) * 1000) / 10}%）`;
  const word = difference > 0 ? '增加' : '减少';
  return `${last.month} 比 ${before.month} ${word} ${Math.abs(difference).toLocaleString('zh-CN')}${share}`;
}
