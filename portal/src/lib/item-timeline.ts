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
  kind: 'done' | 'refused' | 'ahead' | 'late';
}

/** What happened, then the clocks that still run, by their time; `owner` is whose record it is. */
export function timelineOf(
  history: readonly HistoryEntry[],
  deadlines: readonly Deadline[],
  owner: string | null = null,
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
        by: (deadline.owedBy === 'OWNER' && owner) || deadline.owedByLabel,
        reason: null,
        articles: deadline.articles,
        kind: deadline.overdue ? 'late' : 'ahead',
      }),
    );
  return [...past, ...ahead.sort((a, b) => a.at.localeCompare(b.at))];
}
