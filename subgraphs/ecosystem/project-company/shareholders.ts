export interface Shareholder {
  name: string;
  percent: number;
}

const LINE = /^(.+?)[\s，,：:]+(\d{1,3}(?:\.\d{1,4})?)\s*%?$/;
const TOTAL = 100;

/** Reads lines of name and percentage; the fault says what is wrong, null when they add up with the owner among them. */
export function readShareholders(
  lines: readonly string[],
  ownerName: string,
): { shareholders: Shareholder[]; fault: string | null } {
  const shareholders: Shareholder[] = [];
  for (const line of lines) {
    const found = LINE.exec(line.trim());
    if (!found) return { shareholders, fault: `“${line}”应为名称和比例，例如“某投资集团 60”` };
    shareholders.push({ name: found[1]!, percent: Number(found[2]) });
  }
  const total = shareholders.reduce((sum, { percent }) => sum + percent, 0);
  if (Math.abs(total - TOTAL) > 1e-6)
    return { shareholders, fault: `出资比例合计为 ${total}，应为 ${TOTAL}` };
  const owner = shareholders.find(({ name }) => name === ownerName);
  if (!owner || owner.percent <= 0)
    return { shareholders, fault: `股东中须有业主单位“${ownerName}”，且比例大于 0` };
  return { shareholders, fault: null };
}
