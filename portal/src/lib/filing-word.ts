import type { FilingDocument } from './filing-document.ts';
import { heading, line, prose, table, tableOr, wordFile } from './word.ts';

/** The paper of a filing as a Word file. */
export function filingWord(paper: FilingDocument): Promise<Uint8Array> {
  return wordFile(paper.heading, paper.filer, [
    line(paper.number, 'center'),
    ...(paper.submitted ? [] : [line('尚未提交，仅供核对', 'center')]),
    table(
      null,
      paper.particulars.map(({ label, value }) => [label, value]),
    ),
    heading('一、登记数据'),
    tableOr(
      '这一期间没有可统计的登记。',
      ['登记', '内容', '数量'],
      paper.figures.map(({ register, what, count }) => [register, what, count]),
    ),
    heading('二、情况说明'),
    ...prose(paper.summary),
    heading('三、附件'),
    ...(paper.attachments.length > 0 ? paper.attachments : ['无']).flatMap(prose),
    line(paper.filer, 'right', 480),
    line(paper.submittedOn ?? '', 'right'),
  ]);
}
