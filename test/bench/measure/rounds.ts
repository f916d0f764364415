import { median } from './statistics.ts';
import type { Row } from './table.ts';

/** Something to be measured: one window of it gives the value and the further columns. */
export interface Subject {
  target: string;
  remark?: string;
  measure(round: number): Promise<Window>;
}

export interface Window {
  value: number;
  more?: Record<string, number>;
}

/** How long and how often a run measures. */
export interface Pace {
  rounds: number;
  windowMs: number;
  warmUpMs: number;
}

/**
 * Measures in interleaved rounds: each round visits every subject once, so that whatever else the machine does in the
 * meantime falls on all of them. A subject that fails is visited no more, and its row says why.
 */
export async function measureInRounds(subjects: readonly Subject[], rounds: number): Promise<Row[]> {
  const kept = subjects.map((subject) => ({
    subject,
    windows: [] as Window[],
    failed: undefined as string | undefined,
  }));
  for (let round = 0; round < rounds; round++)
    for (const entry of kept) {
      if (entry.failed !== undefined) continue;
      try {
        entry.windows.push(await entry.subject.measure(round));
      } catch (error) {
        entry.failed = messageOf(error);
      }
    }
  return kept.map(({ subject: { target, remark }, windows, failed }) => ({
    target,
    values: windows.map(({ value }) => value),
    more: medians(windows),
    remark,
    failed,
  }));
}

/** The first line of what an error says. */
export function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]!;
}

function medians(windows: readonly Window[]): Record<string, number> {
  const names = new Set(windows.flatMap(({ more }) => Object.keys(more ?? {})));
  return Object.fromEntries(
    [...names].map((name) => [name, median(windows.map(({ more }) => more?.[name] ?? Number.NaN))]),
  );
}
