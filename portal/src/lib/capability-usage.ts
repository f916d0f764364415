/** The calls of one capability in a period, as the API tells them; every day is there. */
export interface CapabilityUsage {
  capabilityCode: string;
  capabilityName: string | null;
  calls: number;
  failedCalls: number;
  days: { day: string; calls: number; failedCalls: number }[];
}

/** Calls by capability: of one request, or of all that the viewer may see. */
export const CAPABILITY_USAGE_QUERY = `query CapabilityUsage($capabilityRequestId: ID) {
  usage: capabilityUsage(capabilityRequestId: $capabilityRequestId) {
    capabilityCode capabilityName calls failedCalls days { day calls failedCalls }
  }
}`;

/** A column of a drawing: where it stands and how high it is, within the given width and height. */
export interface Column {
  x: number;
  y: number;
  width: number;
  height: number;
}

const FILLED = 0.7;

/** Columns for values in order, the greatest as high as there is room; a value above 0 is always seen. */
export function columnsOf(values: readonly number[], width: number, height: number): Column[] {
  const most = Math.max(1, ...values);
  const step = width / values.length;
  return values.map((value, index) => {
    const tall = value === 0 ? 0 : Math.max(1, (value / most) * height);
    return {
      x: index * step + (step * (1 - FILLED)) / 2,
      y: height - tall,
      width: step * FILLED,
      height: tall,
    };
  });
}

/** Calls of every capability together, day by day. */
export function totalByDay(usage: readonly CapabilityUsage[]): CapabilityUsage['days'] {
  const totals = new Map<string, CapabilityUsage['days'][number]>();
  for (const { days } of usage)
    for (const { day, calls, failedCalls } of days) {
      const known = totals.get(day) ?? { day, calls: 0, failedCalls: 0 };
      totals.set(day, { day, calls: known.calls + calls, failedCalls: known.failedCalls + failedCalls });
    }
  return [...totals.values()];
}
