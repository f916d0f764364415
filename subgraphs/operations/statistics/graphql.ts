import { startOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { now } from '@zgt/runtime/clock.ts';
import type { Db } from '@zgt/runtime/database/open.ts';
import { type Builder, basis } from '@zgt/runtime/graphql/builder.ts';
import { asParent, publicFor } from '@zgt/runtime/graphql/cache-hints.ts';
import { enumOf } from '@zgt/runtime/graphql/noun.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { INCIDENT_LEVEL_LABELS } from '@zgt/schema/measure/incident-levels.ts';
import { demandParty } from '../request.ts';
import { firstDayOf, MONTHS_DESCRIPTION, USUAL_MONTHS } from '../supervision/months.ts';
import {
  countByMonth,
  countByState,
  countIncidentLevels,
  countRefusals,
  type IncidentLevelCount,
  type MonthCount,
  type RefusalCount,
  type Review,
  type ReviewTime,
  reviewTimes,
  type StateCount,
} from './store.ts';

/** Fewer than this many cases are not told to the public: they could point at one unit. */
export const SMALLEST_PUBLIC_COUNT = 5;

const REVIEWS: readonly Review[] = [
  { noun: 'EcosystemUnit', handingIn: 'submit', decisions: ['approve', 'reject', 'decline'] },
  { noun: 'BrandAuthorization', handingIn: 'request', decisions: ['consent', 'refuse', 'decline'] },
  { noun: 'CapabilityRequest', handingIn: 'submit', decisions: ['approve', 'reject'] },
  { noun: 'AppVersion', handingIn: 'submitListing', decisions: ['approve', 'confirm', 'return'] },
  { noun: 'Filing', handingIn: 'submit', decisions: ['acknowledge', 'return'] },
  { noun: 'Rectification', handingIn: 'submitResult', decisions: ['accept', 'reject'] },
];

interface Statistics {
  from: Date;
  states: Told<StateCount>[];
  months: Told<MonthCount>[];
  refusals: Told<RefusalCount>[];
  reviews: ToldReview[];
  incidentLevels: Told<IncidentLevelCount>[];
}

type Told<T extends { count: number }> = Omit<T, 'count'> & { count: number | null };
type ToldReview = { [K in keyof ReviewTime]: K extends 'noun' ? string : number | null };

function told<T extends { count: number }>(rows: readonly T[], smallest: number): Told<T>[] {
  return rows.map((row) => ({ ...row, count: row.count < smallest ? null : row.count }));
}

function toldReview(review: ReviewTime, smallest: number): ToldReview {
  return review.cases < smallest
    ? { noun: review.noun, cases: null, medianWorkingDays: null, p95WorkingDays: null }
    : review;
}

async function statistics(db: Db, smallest: number, months: number): Promise<Statistics> {
  const until = now();
  const from = startOfShanghaiDay(firstDayOf(months, until));
  const [states, actions, refusals, reviews, incidentLevels] = await Promise.all([
    countByState(db),
    countByMonth(db, from, until),
    countRefusals(db, from, until),
    reviewTimes(db, REVIEWS, from, until),
    countIncidentLevels(db, from, until),
  ]);
  return {
    from,
    states: told(states, smallest),
    months: told(actions, smallest),
    refusals: told(refusals, smallest),
    reviews: reviews.map((review) => toldReview(review, smallest)),
    incidentLevels: told(incidentLevels, smallest),
  };
}

const KEPT_MS = 60_000;
const published = new WeakMap<Runtime, { at: number; figures: Promise<Statistics> }>();

/** Anyone may ask for these, so each process counts them at most once a minute. */
function publicStatistics(runtime: Runtime): Promise<Statistics> {
  const at = now().getTime();
  const known = published.get(runtime);
  if (known && at - known.at < KEPT_MS) return known.figures;
  const figures = statistics(runtime.readDb, SMALLEST_PUBLIC_COUNT, USUAL_MONTHS);
  published.set(runtime, { at, figures });
  figures.catch(() => published.delete(runtime));
  return figures;
}

/** Figures over all registers, from what every subgraph shares. */
export function addStatistics(builder: Builder): void {
  const count = `件数；公开统计中不足 ${SMALLEST_PUBLIC_COUNT} 的不显示。`;
  const state = builder.objectRef<Told<StateCount>>('StateCount').implement({
    fields: (t) => ({
      noun: t.exposeString('noun'),
      state: t.exposeString('state'),
      count: t.exposeInt('count', { nullable: true, description: count }),
    }),
  });
  const month = builder.objectRef<Told<MonthCount>>('MonthCount').implement({
    fields: (t) => ({
      month: t.exposeString('month', { description: 'YYYY-MM，按北京时间。' }),
      noun: t.exposeString('noun'),
      action: t.exposeString('action'),
      count: t.exposeInt('count', { nullable: true, description: count }),
    }),
  });
  const refusal = builder.objectRef<Told<RefusalCount>>('RefusalCount').implement({
    fields: (t) => ({
      code: t.exposeString('code'),
      articles: t.exposeIntList('articles'),
      count: t.exposeInt('count', { nullable: true, description: count }),
    }),
  });
  const review = builder.objectRef<ToldReview>('ReviewTime').implement({
    description: '从最近一次提交到决定的工作日数，不含提交当日。',
    fields: (t) => ({
      noun: t.exposeString('noun'),
      cases: t.exposeInt('cases', { nullable: true, description: count }),
      medianWorkingDays: t.exposeFloat('medianWorkingDays', { nullable: true, description: '中位数。' }),
      p95WorkingDays: t.exposeFloat('p95WorkingDays', { nullable: true, description: '第 95 百分位。' }),
    }),
  });
  const incidentLevel = builder.objectRef<Told<IncidentLevelCount>>('IncidentLevelCount').implement({
    description: '期间发现的、最高达到某一等级的事件；核实为误报的不算。',
    fields: (t) => ({
      level: t.field({
        type: enumOf(builder, 'IncidentLevel', INCIDENT_LEVEL_LABELS),
        description: '最高达到的等级。',
        resolve: ({ level }) => level,
      }),
      count: t.exposeInt('count', { nullable: true, description: count }),
    }),
  });
  const type = builder.objectRef<Statistics>('Statistics').implement({
    description: '统计：现状，以及期间的办理、拒绝、用时和事件；期间不指定时是本月和之前十一个月。',
    fields: (t) => ({
      from: t.expose('from', { type: 'DateTime', description: '期间数据从此刻起。' }),
      states: t.field({
        type: [state],
        ...asParent({ description: '各种类各状态现有多少件。' }),
        resolve: (row) => row.states,
      }),
      months: t.field({
        type: [month],
        ...asParent({ description: '各月各动作办理多少次。' }),
        resolve: (row) => row.months,
      }),
      refusals: t.field({
        type: [refusal],
        ...asParent({ description: '各种拒绝多少次、依据哪条。' }),
        resolve: (row) => row.refusals,
      }),
      reviews: t.field({
        type: [review],
        ...asParent({ description: '办理用时。' }),
        resolve: (row) => row.reviews,
      }),
      incidentLevels: t.field({
        type: [incidentLevel],
        ...asParent({ description: '各等级的事件多少件，重的在前；没有的等级不列出。' }),
        resolve: (row) => row.incidentLevels,
      }),
    }),
  });
  builder.queryFields((t) => ({
    statistics: t.field({
      type,
      ...basis(
        [15, 24, 47, 56],
        '全部统计；管理单位和项目公司可看。months 超出范围时以 BAD_USER_INPUT 报错。',
      ),
      args: { months: t.arg.int({ defaultValue: USUAL_MONTHS, description: MONTHS_DESCRIPTION }) },
      resolve: (_, { months }, context) => {
        demandParty(context, ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'], '管理单位和项目公司');
        return statistics(context.runtime.db, 0, months ?? USUAL_MONTHS);
      },
    }),
    publicStatistics: t.field({
      type,
      ...publicFor(
        'FIGURES',
        basis([24], `公开统计；不足 ${SMALLEST_PUBLIC_COUNT} 件的数字不显示，以免指向个别单位。`),
      ),
      resolve: (_, __, { runtime }) => publicStatistics(runtime),
    }),
  }));
}
