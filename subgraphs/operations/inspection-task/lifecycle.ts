import { endOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { type DeadlineRule, type Guard, lifecycle, type Row } from '@zgt/runtime/lifecycle/declaration.ts';
import { refuse } from '@zgt/runtime/refusal.ts';
import {
  APP_FINDINGS,
  FOLLOW_UPS,
  INSPECTION_ITEMS,
  type InspectionCycle,
  type InspectionItem,
  itemsOf,
} from './check-items.ts';

export interface InspectionTaskFacts {
  /** Numbers of listed apps that the survey has not covered yet, the first few. */
  unchecked: readonly string[];
  /** The record that the input names by its number. */
  followUp: { noun: string } | null;
}

type TaskGuard = Guard<InspectionTaskFacts>;

const invalid = (path: string, message: string) => refuse('VALIDATION', { details: [{ path, message }] });

function foreignItem(record: Row, items: readonly string[]): string | undefined {
  return items.find((item) => !item.startsWith(`${record.cycle}_`));
}

const itemsAreOfTheCycle =
  (path: string): Guard =>
  ({ record, input }) => {
    const given = input?.[path];
    if (!record || given == null) return null;
    const foreign = foreignItem(record, Array.isArray(given) ? given : [given as string]);
    return foreign === undefined
      ? null
      : invalid(
          path,
          `检查项：“${INSPECTION_ITEMS[foreign as InspectionItem]}”不属于这次检查，应为 ${itemsOf(record.cycle as InspectionCycle).join('、')} 之一`,
        );
  };

const followUpIsKnown: TaskGuard = ({ facts: { followUp }, input }) =>
  !input || (followUp && Object.hasOwn(FOLLOW_UPS, followUp.noun))
    ? null
    : invalid(
        'followUpNumber',
        `后续事项的编号：没有这条记录，或它不是${Object.values(FOLLOW_UPS).join('、')}；请先建立后续事项`,
      );

const isSurvey: Guard = ({ record }) =>
  record!.cycle === 'QUARTERLY' ? null : invalid('', '只有季普查逐个登记应用');

/** Article 47: each abnormal item is followed up before the check is complete. */
const abnormalItemsAreFollowedUp: Guard = ({ record, input }) => {
  const followed = new Set((record!.followUps as { list: { item: string }[] }).list.map(({ item }) => item));
  const open = ((input?.abnormalItems as string[] | null) ?? []).filter((item) => !followed.has(item));
  return open.length === 0
    ? null
    : refuse('FOLLOW_UP_REQUIRED', {
        details: open.map((item) => ({
          path: 'abnormalItems',
          message: `“${INSPECTION_ITEMS[item as InspectionItem]}”还没有登记后续事项`,
        })),
      });
};

/** Article 47: the survey covers every listed app. */
const surveyIsComplete: TaskGuard = ({ record, facts: { unchecked } }) =>
  record!.cycle !== 'QUARTERLY' || unchecked.length === 0
    ? null
    : refuse('CENSUS_INCOMPLETE', {
        details: [{ path: '', message: `还没有检查的在架应用，例如 ${unchecked.join('、')}` }],
      });

const company = { party: 'PROJECT_COMPANY', roles: ['HEAD', 'OPERATOR', 'SECURITY'], own: true } as const;

const clock = (name: string, title: string, owedBy: DeadlineRule['owedBy']): DeadlineRule => ({
  name,
  title,
  articles: [47],
  owedBy,
  until: ({ periodEnd }) => endOfShanghaiDay(periodEnd as string),
});
const CLOCKS = [
  clock('complete', '完成巡检检测', 'PROJECT_COMPANY'),
  clock('oversee', '督促巡检检测', 'OWNER_UNIT'),
];

/** 巡检检测: opened by the calendar, gone through item by item, and what is abnormal followed up (article 47). */
export const inspectionTaskLifecycle = lifecycle({
  noun: 'InspectionTask',
  label: '巡检检测',
  description:
    '项目公司按日、周、月、季、年开展的检查：由日历自动生成，逐项检查，异常项转为事件、整改等后续事项；期内没有完成的标为逾期，业主单位一并得到提醒。',
  articles: [47, 58],
  readers: ['MANAGEMENT_UNIT', 'OWNER_UNIT', 'INFRASTRUCTURE_PROVIDER'],
  states: {
    SCHEDULED: { label: '待开展', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    IN_PROGRESS: { label: '开展中', tone: 'WAITING', awaits: 'PROJECT_COMPANY' },
    DONE_NORMAL: { label: '已完成，正常', tone: 'GOOD', final: true },
    DONE_ABNORMAL: { label: '已完成，有异常', tone: 'WARNING', final: true },
  },
  actions: {
    open: {
      label: '生成',
      effect: '由日历生成，请在期内完成。',
      from: null,
      to: 'SCHEDULED',
      by: [{ party: 'SYSTEM' }],
      articles: [47],
      duties: ['47.1', '58.2'],
      starts: CLOCKS,
    },
    start: {
      label: '开始检查',
      effect: '按检查表逐项检查。',
      from: ['SCHEDULED'],
      to: 'IN_PROGRESS',
      by: [company],
      articles: [47],
      duties: ['47.1'],
    },
    recordApps: {
      label: '登记已检查的应用',
      effect: '计入普查的覆盖范围；同一应用再次登记的，以后一次为准。',
      from: ['IN_PROGRESS'],
      to: null,
      by: [company],
      articles: [47],
      duties: ['47.1'],
      fields: {
        appNumbers: {
          kind: 'texts',
          label: '应用编号',
          hint: '每行一个，例如 YY-2026-000001',
          max: 32,
          maxItems: 500,
        },
        finding: { kind: 'choice', label: '检查结果', enumName: 'AppFinding', options: APP_FINDINGS },
      },
      guards: [isSurvey],
    },
    recordRemainingApps: {
      label: '其余应用均正常',
      effect: '把还没有登记的在架应用都登记为正常；请先登记异常的。',
      from: ['IN_PROGRESS'],
      to: null,
      by: [company],
      articles: [47],
      duties: ['47.1'],
      guards: [isSurvey],
    },
    addFollowUp: {
      label: '登记后续事项',
      effect: '异常项由所填的事项跟进。',
      from: ['IN_PROGRESS'],
      to: null,
      by: [company],
      articles: [47],
      duties: ['47.1'],
      fields: {
        item: {
          kind: 'choice',
          label: '异常的检查项',
          enumName: 'InspectionItem',
          options: INSPECTION_ITEMS,
        },
        followUpNumber: {
          kind: 'text',
          label: '后续事项的编号',
          hint: '已经建立的事件、整改、漏洞、问题处置或强制下架的编号',
          max: 32,
        },
      },
      guards: [itemsAreOfTheCycle('item'), followUpIsKnown],
    },
    complete: {
      label: '完成检查',
      effect: '检查结果存档，计入同期的运营监管报告。',
      from: ['IN_PROGRESS'],
      to: 'DONE_NORMAL',
      orTo: 'DONE_ABNORMAL',
      by: [company],
      articles: [47],
      duties: ['47.1'],
      fields: {
        abnormalItems: {
          kind: 'choices',
          label: '异常的检查项',
          hint: '只选属于这次检查的；都正常的不选',
          enumName: 'InspectionItem',
          options: INSPECTION_ITEMS,
          optional: true,
        },
        summary: { kind: 'text', label: '检查情况', max: 4000, multiline: true },
      },
      documents: { REPORT: 'OPTIONAL', OTHER: 'OPTIONAL' },
      guards: [itemsAreOfTheCycle('abnormalItems'), abnormalItemsAreFollowedUp, surveyIsComplete],
      ends: CLOCKS.map(({ name }) => name),
    },
  },
});
