import { expect, test } from 'vitest';
import { timelineOf } from './item-timeline.ts';

const entry = {
  at: '2026-11-23T01:00:00.000Z',
  action: 'authorize',
  label: '授权',
  outcome: 'DONE',
  toLabel: '已授权，待批准',
  actorName: '黄*办',
  organizationName: '项目公司',
  reason: null,
  refusalCode: null,
  articles: [7],
};
const clock = {
  name: 'approve',
  title: '批准生态单位',
  articles: [7],
  owedBy: 'MANAGEMENT_UNIT',
  owedByLabel: '管理单位',
  startedAt: '2026-11-23T01:00:00.000Z',
  dueAt: '2026-12-07T16:00:00.000Z',
  endedAt: null,
  overdue: false,
  reminder: false,
  provisional: false,
  remainingWorkingDays: 10,
};

test('what was refused is told with its code, a running clock with its last moment, an ended one not at all', () => {
  const refused = { ...entry, outcome: 'REFUSED', toLabel: null, refusalCode: 'REASON_REQUIRED' };
  expect(timelineOf([entry, refused], [clock, { ...clock, endedAt: '2026-11-24T01:00:00.000Z' }])).toEqual([
    {
      at: entry.at,
      title: '授权 → 已授权，待批准',
      by: '黄*办，项目公司',
      reason: null,
      articles: [7],
      kind: 'done',
    },
    {
      at: entry.at,
      title: '授权',
      by: '黄*办，项目公司',
      reason: '原因代码 REASON_REQUIRED',
      articles: [7],
      kind: 'refused',
    },
    {
      at: '2026-12-07T15:59:59.999Z',
      title: '批准生态单位',
      by: '管理单位',
      reason: null,
      articles: [7],
      kind: 'ahead',
    },
  ]);
});

test('a reminder is told with the instant at which it comes', () => {
  const [reminder] = timelineOf([], [{ ...clock, reminder: true }]);
  expect(reminder!.at).toBe(clock.dueAt);
});

test('what its own organisation owes is said by the name of it', () => {
  const own = { ...clock, owedBy: 'OWNER', owedByLabel: '所属单位' };
  const by = (owner: string | null) => timelineOf([], [own, clock], owner).map((event) => event.by);
  expect(by('桂林漓江数据服务有限公司')).toEqual(['桂林漓江数据服务有限公司', '管理单位']);
  expect(by(null)).toEqual(['所属单位', '管理单位']);
});
