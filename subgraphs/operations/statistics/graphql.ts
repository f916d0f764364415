import { addMonths, shanghaiDate, startOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { now } from '@zgt/runtime/clock.ts';
import type { Db } from '@zgt/runtime/database/open.ts';
import { type Builder, basis } from '@zgt/runtime/graphql/builder.ts';
import { asParent, publicFor } from '@zgt/runtime/graphql/cache-hints.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { demandParty } from '../request.ts';
import {
  countByMonth,
  countByState,
  countRefusals,
  type MonthCount,
  type RefusalCount,
  type ReviewTime,
  reviewTime,
  type StateCount,
} from './store.ts';

/** Fewer than this many cases are not told to the public: they could point at one unit. */
export const SMALLEST_PUBLIC_COUNT = 5;

const REVIEWS = [
  { noun: 'EcosystemUnit', handingIn: 'submit', decisions: ['approve', 'reject', 'decline'] },
  { noun: 'BrandAuthorization', handingIn: 'request', decisions: ['consent', 'refuse', 'decline'] },
  { noun: 'CapabilityRequest', handingIn: 'submit', decisions: ['approve', 'reject'] },
] as const;

interface Statistics {
  from: Date;
  states: Told<StateCount>[];
  months: Told<MonthCount>[];
  refusals: Told<RefusalCount>[];
  reviews: ToldReview[];
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

async function statistics(db: Db, smallest: number): Promise<Statistics> {
  const until = now();
  const firstOfMonth = `${shanghaiDate(until).slice(0, 7)}-01`;
  const from = startOfShanghaiDay(addMonths(firstOfMonth, -11));
  const reviews = await Promise.all(
    REVIEWS.map(({ noun, handingIn, decisions }) => reviewTime(db, noun, handingIn, decisions, from, until)),
  );
  return {
    from,
    states: told(await countByState(db), smallest),
    months: told(await countByMonth(db, from, until), smallest),
    refusals: told(await countRefusals(db, from, until), smallest),
    reviews: reviews.flatMap((review) => (review ? [toldReview(review, smallest)] : [])),
  };
}

const KEPT_MS = 60_000;
const published = new WeakMap<Runtime, { at: number; figures: Promise<Statistics> }>();

/** Anyone may ask for these, so each process counts them at most once a minute. */
function publicStatistics(runtime: Runtime): Promise<Statistics> {
  const at = now().getTime();
  const known = published.get(runtime);
  if (known && at - known.at < KEPT_MS) return known.figures;
  const figures = statistics(runtime.readDb, SMALLEST_PUBLIC_COUNT);
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
  const type = builder.objectRef<Statistics>('Statistics').implement({
    description: '统计：现状，以及本月和之前十一个月的办理、拒绝与用时。',
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
    }),
  });
  builder.queryFields((t) => ({
    statistics: t.field({
      type,
      ...basis([15, 24, 47, 56], '全部统计；管理单位和项目公司可看。'),
      resolve: (_, __, context) => {
        demandParty(context, ['MANAGEMENT_UNIT', 'PROJECT_COMPANY'], '管理单位和项目公司');
        return statistics(context.runtime.db, 0);
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
