import { addMonths, shanghaiDate, startOfShanghaiDay } from '@zgt/runtime/calendar/work-calendar.ts';
import { now } from '@zgt/runtime/clock.ts';
import { type Builder, basis } from '@zgt/runtime/graphql/builder.ts';
import { enumOf } from '@zgt/runtime/graphql/noun.ts';
import type { Runtime } from '@zgt/runtime/runtime.ts';
import { INCIDENT_LEVEL_LABELS } from '@zgt/schema/measure/incident-levels.ts';
import { PARTIES } from '@zgt/schema/parties.ts';
import { OPERATION_METRICS, type OperationMetricName } from '../choices-assessments.ts';
import { type MetricPoint, readMetrics } from '../operation-metric/store.ts';
import { demandParty } from '../request.ts';
import { firstDayOf, MONTHS_DESCRIPTION, USUAL_MONTHS } from './months.ts';
import {
  countIncidents,
  countLate,
  type IncidentCount,
  type Lateness,
  type LateOrganization,
  lateOrganizations,
} from './store.ts';

/** So many organisations that are late are named, those with most first. */
const NAMED = 20;

interface Supervision {
  from: string;
  metrics: { name: OperationMetricName; points: MetricPoint[] }[];
  late: Lateness[];
  lateOrganizations: LateOrganization[];
  incidents: IncidentCount[];
}

/** What supervisors look at first: indicators and incidents over time, and what is late and by whom (articles 15, 24, 47, 56 and 61). */
async function supervision({ readDb }: Runtime, months: number): Promise<Supervision> {
  const at = now();
  const from = firstDayOf(months, at);
  const thisMonth = shanghaiDate(at).slice(0, 7);
  const [points, late, organizations, incidents] = await Promise.all([
    // The present month is not over: its metrics do not exist yet, and one month more shows what changed.
    readMetrics(readDb as never, addMonths(from, -1).slice(0, 7), thisMonth),
    countLate(readDb, at),
    lateOrganizations(readDb, at, NAMED),
    countIncidents(readDb, startOfShanghaiDay(from)),
  ]);
  const metrics = (Object.keys(OPERATION_METRICS) as OperationMetricName[]).map((name) => ({
    name,
    points: points.filter((point) => point.name === name),
  }));
  return { from: from.slice(0, 7), metrics, late, lateOrganizations: organizations, incidents };
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
  const organization = builder.objectRef<LateOrganization>('LateOrganization').implement({
    description: '一个单位现在逾期未办结的事项。',
    fields: (t) => ({
      name: t.exposeString('name', { description: '单位名称。' }),
      partyLabel: t.string({
        description: '属于哪一方，例如“生态单位”。',
        resolve: ({ party }) => PARTIES[party].name,
      }),
      count: t.exposeInt('count', { description: '件数。' }),
      oldestDueAt: t.expose('oldestDueAt', {
        type: 'DateTime',
        description: '其中最早应当办结的时刻。',
      }),
    }),
  });
  const incident = builder.objectRef<IncidentCount>('IncidentCount').implement({
    description: '一个月里发现的、最高达到某一等级的事件。',
    fields: (t) => ({
      month: t.exposeString('month', { description: '发现的月份，YYYY-MM，按北京时间。' }),
      level: t.field({
        type: enumOf(builder, 'IncidentLevel', INCIDENT_LEVEL_LABELS),
        description: '最高达到的等级。',
        resolve: ({ level }) => level,
      }),
      count: t.exposeInt('count', { description: '件数；核实为误报的不算。' }),
    }),
  });
  const overview = builder.objectRef<Supervision>('Supervision').implement({
    description: '监管总览。',
    fields: (t) => ({
      from: t.exposeString('from', { description: '期间的第一个月，YYYY-MM。' }),
      metrics: t.field({
        type: [series],
        description: '期间各月的运营指标，另有前一个月的供比较。',
        resolve: ({ metrics }) => metrics,
      }),
      late: t.field({
        type: [lateness],
        description: '各方逾期的事项，多的在前。',
        resolve: ({ late }) => late,
      }),
      lateOrganizations: t.field({
        type: [organization],
        description: `自己的事项逾期最多的单位，多的在前，至多 ${NAMED} 个。`,
        resolve: (row) => row.lateOrganizations,
      }),
      incidents: t.field({
        type: [incident],
        description: '期间各月发现的事件，按最高达到的等级；没有的月份和等级不列出。',
        resolve: ({ incidents }) => incidents,
      }),
    }),
  });
  builder.queryField('supervision', (t) =>
    t.field({
      type: overview,
      ...basis(
        [15, 24, 42, 56, 58, 61],
        '监管总览：指标和事件的变化，什么逾期、是谁的；管理单位和项目公司可以查看，业主单位按参数可以查看。months 超出范围时以 BAD_USER_INPUT 报错。',
      ),
      args: { months: t.arg.int({ defaultValue: USUAL_MONTHS, description: MONTHS_DESCRIPTION }) },
      resolve: async (_, { months }, context) => {
        const { runtime, loaders } = context;
        const ownerMay = (await loaders.parameters())['owner.supervision_dashboard'] === true;
        demandParty(
          context,
          ['MANAGEMENT_UNIT', 'PROJECT_COMPANY', ...(ownerMay ? (['OWNER_UNIT'] as const) : [])],
          '管理单位、项目公司和获准的业主单位',
        );
        return supervision(runtime, months ?? USUAL_MONTHS);
      },
    }),
  );
}
