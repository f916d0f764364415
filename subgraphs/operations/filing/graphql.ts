import { shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import { type Builder, basis, type SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { FILING_FORMS, FILING_KINDS, FILING_RULES } from '../choices.ts';
import { INCIDENT_CATEGORIES } from '../choices-incidents.ts';
import type { ListedIncident } from '../incident/store.ts';
import type { FilingFigure, FilingRow } from '../tables.ts';
import { filing } from './actions.ts';

/** Filings in the API. */
export function addFiling(builder: Builder, shared: SharedTypes, organization: NounOptions['organization']) {
  const figure = builder.objectRef<FilingFigure>('FilingFigure').implement({
    description:
      '预填的一个数：期间内办理了多少次（ACTION）、期末各状态有多少件（STATE），期内应办的各状态有多少件（PERIOD），或生成时有多少件已逾期（OVERDUE）。',
    fields: (t) => ({
      noun: t.exposeString('noun'),
      measure: t.exposeString('measure'),
      name: t.exposeString('name', { description: '动作名或状态名；逾期的为 OVERDUE。' }),
      count: t.exposeInt('count'),
    }),
  });
  const listed = builder.objectRef<ListedIncident>('FiledIncident').implement({
    ...basis([62], '备案所列的一个四级事件，以生成时的登记为准。'),
    fields: (t) => ({
      id: t.exposeID('id'),
      number: t.exposeString('number'),
      title: t.exposeString('title'),
      category: t.field({
        type: enumOf(builder, 'IncidentCategory', INCIDENT_CATEGORIES),
        resolve: (row: ListedIncident) => row.category,
      } as never),
      detectedAt: t.field({ type: 'DateTime', resolve: (row) => new Date(row.detectedAt) }),
      endedAt: t.field({
        type: 'DateTime',
        nullable: true,
        resolve: (row) => (row.endedAt ? new Date(row.endedAt) : null),
      }),
    }),
  });
  return addNoun(builder, shared, filing, {
    plural: 'filings',
    organization,
    filters: {
      kind: {
        column: 'kind',
        description: '只要这一种类的。',
        enumName: 'FilingKind',
        options: FILING_KINDS,
      },
    },
    reads: {
      title: ['kind', 'periodKey'],
      kindLabel: ['kind'],
      kindArticles: ['kind'],
      form: ['kind'],
      formLabel: ['kind'],
      dueOn: [],
      figures: ['prefill'],
      incidents: ['prefill'],
      reportRequired: ['kind'],
    },
    fields: (t) => ({
      kind: t.field({
        type: enumOf(builder, 'FilingKind', FILING_KINDS),
        resolve: (row: FilingRow) => row.kind,
      }),
      kindLabel: t.string({ resolve: (row: FilingRow) => FILING_KINDS[row.kind] }),
      kindArticles: t.intList({
        description: '这一种类所依据的条款。',
        resolve: (row: FilingRow) => [...FILING_RULES[row.kind].articles],
      }),
      form: t.field({
        type: enumOf(builder, 'FilingForm', FILING_FORMS),
        description: '报告供阅知，报备留存在案，备案登记编号。',
        resolve: (row: FilingRow) => FILING_RULES[row.kind].form,
      }),
      formLabel: t.string({ resolve: (row: FilingRow) => FILING_FORMS[FILING_RULES[row.kind].form] }),
      periodKey: t.exposeString('periodKey', { description: '所属期间，例如 2026Q3、2026-11。' }),
      periodStart: t.field({ type: 'Date', resolve: (row: FilingRow) => row.periodStart }),
      periodEnd: t.field({ type: 'Date', resolve: (row: FilingRow) => row.periodEnd }),
      dueOn: t.field({
        type: 'Date',
        description: '应提交的最后一天。',
        resolve: async (row: FilingRow, _: unknown, { loaders }: SubgraphContext) => {
          const clock = (await loaders.deadlines.load(row.id)).findLast(({ name }) => name === 'submit')!;
          return shanghaiDate(new Date(clock.dueAt.getTime() - 1));
        },
      }),
      figures: t.field({
        type: [figure],
        description: '生成时按登记预填的数据。',
        resolve: (row: FilingRow) => row.prefill.figures,
      }),
      incidents: t.field({
        type: [listed],
        description: '四级事件备案：期间内发现的四级事件，误报除外；其他备案为空。',
        resolve: (row: FilingRow) => row.prefill.incidents ?? [],
      }),
      reportRequired: t.boolean({
        description: '提交时须附书面报告（材料种类 REPORT）。',
        resolve: (row: FilingRow) => FILING_RULES[row.kind].reportRequired,
      }),
      summary: t.exposeString('summary', { nullable: true, description: '情况说明；提交之后才有。' }),
      filingNumber: t.exposeString('filingNumber', {
        nullable: true,
        description: '登记编号；登记之后才有。',
      }),
    }),
  });
}
