import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { paperOf } from './filing-document.ts';
import { filingWord } from './filing-word.ts';

const names = {
  noun: (noun: string) => ({ InspectionTask: '巡检检测', BrandAuthorization: '品牌授权' })[noun] ?? noun,
  state: (_: string, state: string) => ({ DONE_NORMAL: '已完成，正常', EFFECTIVE: '有效' })[state] ?? state,
  action: (_: string, action: string) => ({ consent: '同意' })[action] ?? action,
};
const filing = {
  number: 'BA-2026-000007',
  title: '运营监管报告 2026-11',
  status: 'SUBMITTED',
  statusLabel: '已提交',
  kindLabel: '运营监管报告',
  kindArticles: [47],
  formLabel: '备案',
  periodKey: '2026-11',
  periodStart: '2026-11-01',
  periodEnd: '2026-11-30',
  dueOn: '2026-12-14',
  summary: '本月运行平稳。\n发现 1 处隐患 <已改>。',
  filingNumber: null,
  createdAt: '2026-12-01T00:00:00+08:00',
  organization: { name: '智桂通项目公司' },
  figures: [
    { noun: 'InspectionTask', measure: 'PERIOD', name: 'DONE_NORMAL', count: 35 },
    { noun: 'BrandAuthorization', measure: 'ACTION', name: 'consent', count: 2 },
    { noun: 'BrandAuthorization', measure: 'STATE', name: 'EFFECTIVE', count: 9 },
  ],
  documents: [{ name: '报告.pdf', attachedAt: '2026-12-02T01:00:00Z' }],
  history: [
    { action: 'submit', outcome: 'REFUSED', at: '2026-12-02T00:00:00Z' },
    { action: 'submit', outcome: 'DONE', at: '2026-12-02T01:00:00Z' },
  ],
};

it('the paper says what was counted, by whom it is handed in, and when', () => {
  const paper = paperOf(filing, names);
  expect(paper.figures).toEqual([
    { register: '巡检检测', what: '本期应办的已完成，正常', count: '35 件' },
    { register: '品牌授权', what: '期间同意', count: '2 次' },
    { register: '品牌授权', what: '期末有效', count: '9 件' },
  ]);
  expect(paper).toMatchObject({
    heading: '运营监管报告（2026-11）',
    number: 'BA-2026-000007',
    submitted: true,
    filer: '智桂通项目公司',
  });
  expect(paperOf({ ...filing, history: [] }, names)).toMatchObject({ submitted: false, submittedOn: null });
});

it('the Word file holds the same words, and opens as a document', async () => {
  const parts = unzipSync(await filingWord(paperOf(filing, names)));
  const text = new TextDecoder().decode(parts['word/document.xml']);
  for (const words of [
    '运营监管报告（2026-11）',
    '本期应办的已完成，正常',
    '35 件',
    '报告.pdf',
    '智桂通项目公司',
  ])
    expect(text).toContain(words);
  expect(text).toContain('发现 1 处隐患 &lt;已改&gt;。');
  expect(text).not.toContain('草稿');
  const draft = unzipSync(await filingWord(paperOf({ ...filing, history: [] }, names)));
  expect(new TextDecoder().decode(draft['word/document.xml'])).toContain('尚未提交');
});
