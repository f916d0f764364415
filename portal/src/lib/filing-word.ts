import {
  AlignmentType,
  BorderStyle,
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
import type { FilingDocument } from './filing-document.ts';

const MILLIMETRE = 56.7;
const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: '999999' };

function row(cells: readonly string[], heading = false): TableRow {
  return new TableRow({
    tableHeader: heading,
    cantSplit: true,
    children: cells.map(
      (text) =>
        new TableCell({
          margins: { top: 60, bottom: 60, left: 100, right: 100 },
          children: [new Paragraph({ children: [new TextRun({ text, bold: heading })] })],
        }),
    ),
  });
}

const table = (rows: TableRow[]): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: {
      top: HAIRLINE,
      bottom: HAIRLINE,
      left: HAIRLINE,
      right: HAIRLINE,
      insideHorizontal: HAIRLINE,
      insideVertical: HAIRLINE,
    },
    rows,
  });

const title = (text: string): Paragraph =>
  new Paragraph({ text, heading: HeadingLevel.HEADING_2, spacing: { before: 240, after: 120 } });

/** The paper of a filing as a Word file on A4, in fonts that every Chinese system has. */
export async function wordFile(paper: FilingDocument): Promise<Uint8Array> {
  const draft = paper.submitted
    ? []
    : [new Paragraph({ text: '尚未提交，仅供核对', alignment: AlignmentType.CENTER })];
  const document = new Document({
    title: paper.heading,
    creator: paper.filer,
    styles: {
      default: { document: { run: { font: { ascii: 'Times New Roman', eastAsia: '宋体' }, size: 22 } } },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: Math.round(210 * MILLIMETRE), height: Math.round(297 * MILLIMETRE) },
            margin: {
              top: Math.round(25 * MILLIMETRE),
              bottom: Math.round(25 * MILLIMETRE),
              left: Math.round(25 * MILLIMETRE),
              right: Math.round(25 * MILLIMETRE),
            },
          },
        },
        children: [
          new Paragraph({
            text: paper.heading,
            heading: HeadingLevel.TITLE,
            alignment: AlignmentType.CENTER,
          }),
          new Paragraph({ text: paper.number, alignment: AlignmentType.CENTER, spacing: { after: 240 } }),
          ...draft,
          table(paper.particulars.map(({ label, value }) => row([label, value]))),
          title('一、登记数据'),
          paper.figures.length > 0
            ? table([
                row(['登记', '内容', '数量'], true),
                ...paper.figures.map(({ register, what, count }) => row([register, what, count])),
              ])
            : new Paragraph('这一期间没有可统计的登记。'),
          title('二、情况说明'),
          ...paper.summary.split('\n').map((text) => new Paragraph({ text, indent: { firstLine: 440 } })),
          title('三、附件'),
          ...(paper.attachments.length > 0 ? paper.attachments : ['无']).map((text) => new Paragraph(text)),
          new Paragraph({ text: paper.filer, alignment: AlignmentType.RIGHT, spacing: { before: 480 } }),
          new Paragraph({ text: paper.submittedOn ?? '', alignment: AlignmentType.RIGHT }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
