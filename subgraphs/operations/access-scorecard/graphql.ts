import { type Builder, basis } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, badInput, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { readPage } from '@zgt/runtime/lifecycle/read.ts';
import { demandParty } from '../request.ts';
import type { AccessFigures, AccessScorecardRow } from '../tables-conduct.ts';
import { accessScorecard } from './actions.ts';

/** The most bodies that one answer tells of; Guangxi has some 130 cities and counties, and departments besides. */
const MOST_BODIES = 500;
const QUARTER = /^\d{4}Q[1-4]$/;

/** Items connected of those that have to be, from 0 to 1; null when there is nothing to connect. */
export function coverageOf({
  itemsConnected,
  itemsConnecting,
  itemsNotConnected,
}: AccessFigures): number | null {
  const total = itemsConnected + itemsConnecting + itemsNotConnected;
  return total === 0 ? null : itemsConnected / total;
}

const COUNTS: Record<keyof AccessFigures, string> = {
  itemsConnected: '已接入的服务事项。',
  itemsConnecting: '接入中的服务事项。',
  itemsNotConnected: '未接入的服务事项。',
  itemsExempt: '商定免于接入的服务事项。',
  itemsAdded: '当季新登记的服务事项。',
  appsListed: '在架应用。',
  versionsReleased: '当季上架的应用版本。',
  overdueDuties: '当季到期而没有按期办结的事项。',
  qualityProblems: '当季的强制下架、问题处置、内容处置、事件通知和整改。',
  appsWithoutContact: '没有运营联系人的在架应用。',
};

/** Scorecards in the API: as a register, and all bodies of a quarter at once. */
export function addAccessScorecard(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  const figures = builder.objectRef<AccessFigures>('AccessFigures').implement({
    description: '记分所依据的数字，件数。',
    fields: (t) => ({
      ...(Object.fromEntries(
        Object.entries(COUNTS).map(([name, description]) => [
          name,
          t.exposeInt(name as keyof AccessFigures, { description }),
        ]),
      ) as Record<keyof AccessFigures, ReturnType<typeof t.exposeInt>>),
    }),
  });
  const scorecard = addNoun(builder, shared, accessScorecard, {
    plural: 'accessScorecards',
    organization,
    reads: { title: ['bodyName', 'periodKey'], accessCoverage: ['figures'] },
    fields: (t) => ({
      bodyName: t.exposeString('bodyName', { description: '所评的政府单位。' }),
      periodKey: t.exposeString('periodKey', { description: '季度，例如 2026Q3。' }),
      periodStart: t.field({ type: 'Date', resolve: (row: AccessScorecardRow) => row.periodStart }),
      periodEnd: t.field({ type: 'Date', resolve: (row: AccessScorecardRow) => row.periodEnd }),
      figures: t.field({
        type: figures,
        description: '各项数字。',
        resolve: (row: AccessScorecardRow) => row.figures,
      }),
      accessCoverage: t.float({
        nullable: true,
        description: '接入率，0 到 1，不计免于接入的；没有应接入的事项为空。',
        resolve: (row: AccessScorecardRow) => coverageOf(row.figures),
      }),
      opinion: t.exposeString('opinion', { nullable: true, description: '管理单位的监管意见。' }),
      replyBy: t.field({
        type: 'Date',
        nullable: true,
        description: '答复期限。',
        resolve: (row: AccessScorecardRow) => row.replyBy,
      }),
      reply: t.exposeString('reply', { nullable: true, description: '该单位的答复。' }),
    }),
  });
  builder.queryField('accessSupervision', (t) =>
    t.field({
      type: [scorecard],
      ...basis([22], '一个季度各单位的接入监管记分，只含访问者可以查看的；管理单位和政府单位可以查看。'),
      args: { period: t.arg.string({ required: true, description: '季度，例如 2026Q3。' }) },
      resolve: async (_: unknown, { period }: { period: string }, context: any) => {
        demandParty(
          context,
          ['MANAGEMENT_UNIT', 'GOVERNMENT_DEPARTMENT', 'MUNICIPALITY', 'COUNTY'],
          '管理单位和政府单位',
        );
        if (!QUARTER.test(period)) throw badInput('period 应写成 2026Q3 这样的季度。');
        const { rows } = await readPage(
          context.runtime.readDb,
          accessScorecard,
          context.viewer,
          { having: [{ column: 'periodKey', value: period, several: false }] },
          MOST_BODIES,
          null,
        );
        return rows as never;
      },
    } as never),
  );
  return scorecard;
}
