import { formatInstant } from './dates.ts';
import { enumLabel } from './enum-labels.ts';
import type { Incident } from './incident.ts';
import { reportFacts, reportParts } from './incident-report.ts';
import { heading, line, prose, table, tableOr, wordFile } from './word.ts';

const levelOf = (level: string) => enumLabel('IncidentLevel', level);

/** The report of an incident as a Word file, with its whole course. */
export function incidentWord(incident: Incident): Promise<Uint8Array> {
  const { fired, entries, progressReports, externalNotices } = incident;
  const reporter = incident.organization.name ?? '';
  return wordFile('应急处置事件报告', reporter, [
    line(`${incident.title}（${incident.number}）`, 'center'),
    line(reporter, 'center'),
    table(
      null,
      reportFacts(incident).map(({ label, value }) => [label, value]),
    ),
    ...reportParts(incident).flatMap(({ heading: title, text }) => [heading(title), ...prose(text)]),
    heading('等级的依据'),
    tableOr(
      '没有达到任何一项标准，按四级对待。',
      ['条件', '数字或事实', '得出'],
      fired.map(({ text, figure, level }) => [text, figure, levelOf(level)]),
    ),
    heading('进展报告'),
    tableOr(
      '没有。',
      ['报告于', '进展', '应在'],
      progressReports.map(({ at, text, dueAt, late }) => [
        formatInstant(at),
        text,
        dueAt ? `${formatInstant(dueAt)} 之前${late ? '（迟报）' : ''}` : '—',
      ]),
    ),
    heading('对外通报的决定'),
    tableOr(
      '没有。',
      ['对象', '决定', '说明', '时刻'],
      externalNotices.map(({ recipient, decision, note, at }) => [
        enumLabel('NoticeRecipient', recipient),
        enumLabel('NoticeDecision', decision),
        note,
        formatInstant(at),
      ]),
    ),
    heading('处置过程'),
    table(
      ['时刻', '事项', '内容', '记录人'],
      entries.map(({ at, kind, level, text, byName }) => [
        formatInstant(at),
        `${enumLabel('IncidentEntryKind', kind)} · ${levelOf(level)}`,
        text,
        byName,
      ]),
    ),
  ]);
}
