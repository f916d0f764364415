import { formatInstant } from './dates.ts';
import { enumLabel } from './enum-labels.ts';
import type { Incident } from './incident.ts';

const instantOrNone = (value: string | null): string => (value === null ? '—' : formatInstant(value));

const timeliness = (late: boolean | null): string => (late === null ? '' : late ? '（不及时）' : '（及时）');

/** The particulars that a report begins with. */
export function reportFacts(incident: Incident): { label: string; value: string }[] {
  const { peakLevel, levelLabel, jointWorkGroup } = incident;
  return [
    { label: '编号', value: incident.number },
    { label: '状态', value: incident.statusLabel },
    { label: '等级', value: `${levelLabel}，最高达到${enumLabel('IncidentLevel', peakLevel)}` },
    { label: '类别', value: enumLabel('IncidentCategory', incident.category) },
    { label: '怎样发现', value: enumLabel('IncidentSource', incident.source) },
    { label: '受影响的', value: incident.affected ?? '—' },
    { label: '中断范围', value: enumLabel('OutageScope', incident.outageScope) },
    { label: '开始', value: instantOrNone(incident.startedAt) },
    { label: '发现', value: instantOrNone(incident.detectedAt) },
    { label: '报告', value: `${instantOrNone(incident.reportedAt)}${timeliness(incident.reportingLate)}` },
    {
      label: '开始处置',
      value: `${instantOrNone(incident.handlingStartedAt)}${timeliness(incident.handlingLate)}`,
    },
    { label: '恢复', value: instantOrNone(incident.outageEndedAt) },
    { label: '应急结束', value: instantOrNone(incident.endedAt) },
    { label: '指挥长', value: jointWorkGroup ? (jointWorkGroup.commanderName ?? '没有任命') : '不设' },
    {
      label: '进展报告',
      value: `${incident.progressCount} 次${incident.progressMissed > 0 ? `，缺报 ${incident.progressMissed} 次` : ''}`,
    },
  ];
}

/** The parts of a report that people wrote; those that are not written yet are left out. */
export function reportParts(incident: Incident): { heading: string; text: string }[] {
  const { description, resolution, cause, impact, measures } = incident;
  return [
    { heading: '情况', text: description },
    { heading: '处置情况', text: resolution },
    { heading: '原因', text: cause },
    { heading: '影响和损失', text: impact },
    { heading: '改进措施', text: measures },
  ].filter((part): part is { heading: string; text: string } => part.text !== null);
}
