import { checkInstant } from './validation/date.ts';

let offsetMs = 0;

/** The current instant as the whole process sees it; the only reading of the machine's clock in the code base. */
export function now(): Date {
  return new Date(Date.now() + offsetMs);
}

/** From this call on the process lives at `iso` (an ISO 8601 instant with offset), and time passes from there. */
export function startClockAt(iso: string): void {
  const checked = checkInstant(iso);
  if (!checked.ok) {
    throw new Error(
      `The clock cannot start at "${iso}": expected an ISO 8601 instant with offset, such as 2026-11-23T09:00:00+08:00. ${checked.reason}`,
    );
  }
  offsetMs = checked.instant.getTime() - Date.now();
}

/**
 * Carries out work as if it were that instant, for the whole process: what a demonstration has behind it is made by the
 * same actions as everything else, before anybody is served.
 */
export async function during<T>(instant: Date, work: () => Promise<T>): Promise<T> {
  const before = offsetMs;
  offsetMs = instant.getTime() - Date.now();
  try {
    return await work();
  } finally {
    offsetMs = before;
  }
}

/** Milliseconds by which the process is ahead of the machine's clock; 0 unless `startClockAt` was called. */
export function clockOffsetMs(): number {
  return offsetMs;
}
