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

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Fonts that office programs on Chinese desktops have; others put one of their own in its place. */
const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'SimSun' };
/** Lengths are in twentieths of a point. */
const A4 = { width: 11_906, height: 16_838 };
const MARGIN = 1418;
const FIRST_LINE = 440;
const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: '999999' };
const HAIRLINES = {
  top: HAIRLINE,
  bottom: HAIRLINE,
  left: HAIRLINE,
  right: HAIRLINE,
  insideHorizontal: HAIRLINE,
  insideVertical: HAIRLINE,
};

/** What stands in a Word file, from top to bottom. */
export type WordBlock = Paragraph | Table;

export const heading = (text: string): WordBlock =>
  new Paragraph({ text, heading: HeadingLevel.HEADING_2, spacing: { before: 240, after: 120 } });

/** A line by itself: a number under the title, a signature. */
export const line = (text: string, align: 'center' | 'right', before = 0): WordBlock =>
  new Paragraph({
    text,
    alignment: align === 'center' ? AlignmentType.CENTER : AlignmentType.RIGHT,
    spacing: { before, after: 120 },
  });

/** A text, one paragraph for each of its lines. */
export const prose = (text: string): WordBlock[] =>
  text.split('\n').map((part) => new Paragraph({ text: part, indent: { firstLine: FIRST_LINE } }));

const row = (cells: readonly string[], isHead: boolean) =>
  new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    children: cells.map(
      (text) =>
        new TableCell({
          margins: { top: 60, bottom: 60, left: 100, right: 100 },
          children: text
            .split('\n')
            .map((part) => new Paragraph({ children: [new TextRun({ text: part, bold: isHead })] })),
        }),
    ),
  });

/** A table over the whole width; its head is repeated on every page. */
export const table = (head: readonly string[] | null, rows: readonly (readonly string[])[]): WordBlock =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: HAIRLINES,
    rows: [...(head ? [row(head, true)] : []), ...rows.map((cells) => row(cells, false))],
  });

/** A table, or the words that stand there when it has no rows. */
export const tableOr = (
  empty: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): WordBlock => (rows.length > 0 ? table(head, rows) : new Paragraph(empty));

/** A Word file on A4 with its title on top. */
export async function wordFile(
  title: string,
  creator: string,
  blocks: readonly WordBlock[],
): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator,
    styles: { default: { document: { run: { font: FONT, size: 22 } } } },
    sections: [
      {
        properties: {
          page: { size: A4, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } },
        },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER }),
          ...blocks,
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** A Word file to be saved under a name. */
export const wordResponse = (file: Uint8Array, name: string): Response =>
  new Response(file as BodyInit, {
    headers: {
      'content-type': MEDIA_TYPE,
      'content-disposition': `attachment; filename="document.docx"; filename*=UTF-8''${encodeURIComponent(`${name}.docx`)}`,
    },
  });
