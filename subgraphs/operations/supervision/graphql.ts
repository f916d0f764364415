import { addMonths, shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import { now } from '@zgt/runtime/clock.ts';
import { type Builder, basis } from '@zgt/runtime/graphql/builder.ts';
import { enumOf } from '@zgt/runtime/graphql/noun.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { PARTIES } from '@zgt/schema/parties.ts';
import { OPERATION_METRICS, type OperationMetricName } from '../choices-assessments.ts';
import { type MetricPoint, readMetrics } from '../operation-metric/store.ts';
import { demandParty } from '../request.ts';
import { countLate, type Lateness } from './store.ts';

const MONTHS = 12;

interface Supervision {
  metrics: { name: OperationMetricName; points: MetricPoint[] }[];
  late: Lateness[];
}

/** What supervisors look at first: indicators over time, and what is late and by whom (articles 15, 24 and 56). */
async function supervision(runtime: Runtime): Promise<Supervision> {
  const at = now();
  const thisMonth = `${shanghaiDate(at).slice(0, 7)}-01`;
  const from = addMonths(thisMonth, -MONTHS).slice(0, 7);
  const [points, late] = await Promise.all([
    readMetrics(runtime.readDb as never, from, thisMonth.slice(0, 7)),
    countLate(runtime.readDb, at),
  ]);
  const metrics = (Object.keys(OPERATION_METRICS) as OperationMetricName[]).map((name) => ({
    name,
    points: points.filter((point) => point.name === name),
  }));
  return { metrics, late };
}

/** The overview of supervision in the API. */
export function addSupervision(builder: Builder): void {
  const point = builder.objectRef<MetricPoint>('MetricPoint').implement({
    description: '一个月的数值。',
    fields: (t) => ({
      month: t.exposeString('month', { description: '月份，例如 2026-10。' }),
      value: t.exposeInt('value', { description: '现在的数值；更正过的是更正后的。' }),
    }),
  });
  const series = builder.objectRef<Supervision['metrics'][number]>('MetricSeries').implement({
    description: '一项指标按月的变化。',
    fields: (t) => ({
      name: t.field({
        type: enumOf(builder, 'OperationMetricName', OPERATION_METRICS),
        resolve: ({ name }) => name as never,
      }),
      label: t.string({ description: '名称和单位。', resolve: ({ name }) => OPERATION_METRICS[name] }),
      points: t.field({
        type: [point],
        description: '有数值的月份，自早至晚。',
        resolve: ({ points }) => points,
      }),
    }),
  });
  const lateness = builder.objectRef<Lateness>('Lateness').implement({
    description: '一方现在逾期未办结的事项。',
    fields: (t) => ({
      party: t.exposeString('party', { description: '哪一方，例如 PROJECT_COMPANY。' }),
      partyLabel: t.string({ resolve: ({ party }) => PARTIES[party].name }),
      count: t.exposeInt('count', { description: '件数。' }),
      oldestDueAt: t.field({
        type: 'DateTime',
        description: '其中最早应当办结的时刻。',
        resolve: ({ oldestDueAt }) => oldestDueAt,
      }),
    }),
  });
  const overview = builder.objectRef<Supervision>('Supervision').implement({
    description: '监管总览。',
    fields: (t) => ({
      metrics: t.field({
        type: [series],
        description: '近十二个月的运营指标。',
        resolve: ({ metrics }) => metrics,
      }),
      late: t.field({
        type: [lateness],
        description: '各方逾期的事项，多的在前。',
        resolve: ({ late }) => late,
      }),
    }),
  });
  builder.queryField('supervision', (t) =>
    t.field({
      type: overview,
      ...basis(
        [15, 24, 42, 56, 58],
        '监管总览：指标的变化，什么逾期、是谁的；管理单位和项目公司可以查看，业主单位按参数可以查看。',
      ),
      resolve: async (_, __, context) => {
        const { runtime, loaders } = context;
        const ownerMay = (await loaders.parameters())['owner.supervision_dashboard'] === true;
        demandParty(
          context,
          ['MANAGEMENT_UNIT', 'PROJECT_COMPANY', ...(ownerMay ? (['OWNER_UNIT'] as const) : [])],
          '管理单位、项目公司和获准的业主单位',
        );
        return supervision(runtime);
      },
    }),
  );
}
