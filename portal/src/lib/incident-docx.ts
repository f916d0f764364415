import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { formatInstant } from './dates.ts';
import { enumLabel } from './enum-labels.ts';
import type { Incident } from './incident.ts';
import { reportFacts, reportParts } from './incident-report.ts';

/** Fonts that office programs on Chinese desktops have; others put one of their own in its place. */
const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'SimSun' };
const A4 = { width: 11_906, height: 16_838 };

const heading = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_2 });

/** A text with its line breaks. */
const paragraphs = (text: string) =>
  text.split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] }));

const row = (cells: readonly string[], bold: boolean) =>
  new TableRow({
    tableHeader: bold,
    cantSplit: true,
    children: cells.map(
      (text) =>
        new TableCell({
          children: text
            .split('\n')
            .map((line) => new Paragraph({ children: [new TextRun({ text: line, bold })] })),
        }),
    ),
  });

const table = (head: readonly string[] | null, rows: readonly (readonly string[])[]) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [...(head ? [row(head, true)] : []), ...rows.map((cells) => row(cells, false))],
  });

const levelOf = (level: string) => enumLabel('IncidentLevel', level);

/** The report of an incident as a Word document, with its whole course. */
export async function incidentDocx(incident: Incident): Promise<Uint8Array> {
  const { fired, entries, progressReports, externalNotices } = incident;
  const children = [
    new Paragraph({ text: '应急处置事件报告', heading: HeadingLevel.TITLE }),
    new Paragraph({ text: `${incident.title}（${incident.number}）` }),
    new Paragraph({ text: incident.organization.name ?? '' }),
    table(
      null,
      reportFacts(incident).map(({ label, value }) => [label, value]),
    ),
    ...reportParts(incident).flatMap(({ heading: title, text }) => [heading(title), ...paragraphs(text)]),
    heading('等级的依据'),
    fired.length > 0
      ? table(
          ['条件', '数字或事实', '得出'],
          fired.map(({ text, figure, level }) => [text, figure, levelOf(level)]),
        )
      : new Paragraph({ text: '没有达到任何一项标准，按四级对待。' }),
    heading('进展报告'),
    progressReports.length > 0
      ? table(
          ['报告于', '进展', '应在'],
          progressReports.map(({ at, text, dueAt, late }) => [
            formatInstant(at),
            text,
            dueAt ? `${formatInstant(dueAt)} 之前${late ? '（迟报）' : ''}` : '—',
          ]),
        )
      : new Paragraph({ text: '没有。' }),
    heading('对外通报的决定'),
    externalNotices.length > 0
      ? table(
          ['对象', '决定', '说明', '时刻'],
          externalNotices.map(({ recipient, decision, note, at }) => [
            enumLabel('NoticeRecipient', recipient),
            enumLabel('NoticeDecision', decision),
            note,
            formatInstant(at),
          ]),
        )
      : new Paragraph({ text: '没有。' }),
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
  ];
  const document = new Document({
    title: `应急处置事件报告 ${incident.number}`,
    creator: incident.organization.name ?? '',
    styles: { default: { document: { run: { font: FONT, size: 22 } } } },
    sections: [{ properties: { page: { size: A4 } }, children }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
