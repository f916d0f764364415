import type { Deadline } from './deadlines.ts';
import { lastMoment } from './deadlines.ts';

/** An entry of a record's history, as the API gives it. */
export interface HistoryEntry {
  at: string;
  action: string;
  label: string;
  outcome: string;
  toLabel: string | null;
  actorName: string;
  organizationName: string | null;
  reason: string | null;
  refusalCode: string | null;
  articles: number[];
}

export interface TimelineEvent {
  at: string;
  title: string;
  by: string | null;
  reason: string | null;
  articles: number[];
  kind: 'done' | 'refused' | 'ahead';
}

/** What happened, then the clocks that still run, by their time. */
export function timelineOf(
  history: readonly HistoryEntry[],
  deadlines: readonly Deadline[],
): TimelineEvent[] {
  const past = history.map((entry): TimelineEvent => {
    const refused = entry.outcome === 'REFUSED';
    const who = [entry.actorName, entry.organizationName].filter(Boolean).join('，');
    return {
      at: entry.at,
      title: !refused && entry.toLabel ? `${entry.label} → ${entry.toLabel}` : entry.label,
      by: who || null,
      reason: entry.reason ?? (refused && entry.refusalCode ? `原因代码 ${entry.refusalCode}` : null),
      articles: entry.articles,
      kind: refused ? 'refused' : 'done',
    };
  });
  const ahead = deadlines
    .filter(({ endedAt }) => endedAt === null)
    .map(
      (deadline): TimelineEvent => ({
        at: deadline.reminder ? deadline.dueAt : lastMoment(deadline),
        title: deadline.title,
        by: deadline.owedByLabel,
        reason: null,
        articles: deadline.articles,
        kind: 'ahead',
      }),
    );
  return [...past, ...ahead.sort((a, b) => a.at.localeCompare(b.at))];
}
