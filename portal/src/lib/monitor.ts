/** A check or patrol of a monitored target. */
export interface MonitorSample {
  at: string;
  ok: boolean;
  latencyMs: number | null;
  note: string | null;
}

/** How a monitored target stands. */
export interface MonitorStanding {
  ok: boolean | null;
  checkedAt: string | null;
  nextCheckAt: string | null;
  note: string | null;
  failures: number;
  failingSince: string | null;
}

export const MONITOR_SELECT = `standing { ok checkedAt nextCheckAt note failures failingSince }
  samples { at ok latencyMs note }`;
