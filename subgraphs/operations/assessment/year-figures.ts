import type { YearFigure } from '../choices-assessments.ts';

/** What incidents and vulnerabilities of a year come to; lengths of time in milliseconds, means null where there is none. */
export interface YearFigures {
  outages: number;
  outageMs: number;
  platformOutages: number;
  platformOutageMs: number;
  faults: number;
  faultsEnded: number;
  faultReportMs: number | null;
  faultResolveMs: number | null;
  lateReports: number;
  securityIncidents: number;
  securityIncidentsEnded: number;
  securityResolveMs: number | null;
  vulnerabilities: number;
  vulnerabilitiesVerified: number;
  vulnerabilityMs: number | null;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const tenth = (value: number) => String(Math.round(value * 10) / 10);

/** Up to two hours in minutes, up to two days in hours, then in days. */
function lengthOf(ms: number): string {
  if (ms <= 2 * HOUR) return `${Math.round(ms / MINUTE)} 分钟`;
  return ms <= 48 * HOUR ? `${tenth(ms / HOUR)} 小时` : `${tenth(ms / (24 * HOUR))} 天`;
}

const mean = (ms: number | null, of = '') => (ms === null ? '' : `，${of}平均 ${lengthOf(ms)}`);
const outage = (ms: number, count: number) => `中断合计 ${Math.round(ms / MINUTE)} 分钟（${count} 起事件）`;

/** The figures in words, as they stand among the values of an assessment (articles 15 and 56). */
export function figureTexts(of: YearFigures): Record<YearFigure, string> {
  return {
    PLATFORM_OUTAGE: outage(of.platformOutageMs, of.platformOutages),
    OUTAGE: outage(of.outageMs, of.outages),
    SECURITY_RESPONSE: `安全漏洞 ${of.vulnerabilities} 个，修复并复核 ${of.vulnerabilitiesVerified} 个${mean(of.vulnerabilityMs)}；安全事件 ${of.securityIncidents} 起，处置完毕 ${of.securityIncidentsEnded} 起${mean(of.securityResolveMs)}`,
    FAULT_HANDLING: `故障 ${of.faults} 起${mean(of.faultReportMs, '报告')}，迟报 ${of.lateReports} 起；处置完毕 ${of.faultsEnded} 起${mean(of.faultResolveMs)}`,
  };
}
