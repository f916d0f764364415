import type { Builder, SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions, recordIn } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { UNIT_GRADE_LABELS } from '../choices.ts';
import { ecosystemUnit } from '../ecosystem-unit/actions.ts';
import type { UnitAssessmentRow } from '../tables.ts';
import { unitAssessment } from './actions.ts';

/** Before it is told its result, the unit sees that it is assessed, and nothing of the scores. */
const isShown = ({ organizationId, state }: UnitAssessmentRow, { viewer }: SubgraphContext): boolean =>
  viewer.organizationId !== organizationId || !['SCHEDULED', 'SCORED'].includes(state);

/** Assessments of units in the API. */
export function addUnitAssessment(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  unitType: ReturnType<typeof addNoun>,
) {
  const UNTOLD = '没有评分，或还没有告知本单位的为空。';
  const score = (
    t: any,
    column: 'compliance' | 'serviceQuality' | 'rectification' | 'participation' | 'totalScore',
    description: string,
  ) =>
    t.int({
      nullable: true,
      description: `${description}，0 到 100；${UNTOLD}`,
      resolve: (row: UnitAssessmentRow, _: unknown, context: SubgraphContext) =>
        isShown(row, context) ? row[column] : null,
    });
  const SHOWN = ['organizationId', 'state'];
  return addNoun(builder, shared, unitAssessment, {
    plural: 'unitAssessments',
    organization,
    reads: {
      title: ['unitName', 'year'],
      ecosystemUnit: ['ecosystemUnitId'],
      compliance: ['compliance', ...SHOWN],
      serviceQuality: ['serviceQuality', ...SHOWN],
      rectification: ['rectification', ...SHOWN],
      participation: ['participation', ...SHOWN],
      totalScore: ['totalScore', ...SHOWN],
      grade: ['grade', ...SHOWN],
      feedback: ['feedback', ...SHOWN],
    },
    fields: (t) => ({
      ecosystemUnit: t.field(
        recordIn(ecosystemUnit, 'ecosystemUnitId', { type: unitType, description: '考核的单位。' }),
      ),
      unitName: t.exposeString('unitName', { description: '立项时单位叫什么。' }),
      year: t.exposeInt('year', { description: '考核的是哪一年。' }),
      schemeVersion: t.exposeString('schemeVersion', { description: '依据的考核方案版本。' }),
      dueOn: t.field({
        type: 'Date',
        description: '应当完成评分的最后一天。',
        resolve: (row: UnitAssessmentRow) => row.dueOn,
      }),
      compliance: score(t, 'compliance', '合规经营'),
      serviceQuality: score(t, 'serviceQuality', '服务质量'),
      rectification: score(t, 'rectification', '问题整改'),
      participation: score(t, 'participation', '参与共建'),
      totalScore: score(t, 'totalScore', '总分，按权重折算'),
      grade: t.field({
        type: enumOf(builder, 'UnitGrade', UNIT_GRADE_LABELS),
        nullable: true,
        description: `等次；${UNTOLD}`,
        resolve: (row: UnitAssessmentRow, _: unknown, context: SubgraphContext) =>
          isShown(row, context) ? row.grade : null,
      }),
      feedback: t.string({
        nullable: true,
        description: `评语和改进建议；${UNTOLD}`,
        resolve: (row: UnitAssessmentRow, _: unknown, context: SubgraphContext) =>
          isShown(row, context) ? row.feedback : null,
      }),
      appealBy: t.field({
        type: 'Date',
        nullable: true,
        description: '可以申诉的最后一天，含当日；还没有告知的为空。',
        resolve: (row: UnitAssessmentRow) => row.appealBy,
      }),
      appeal: t.exposeString('appeal', { nullable: true, description: '单位的申诉。' }),
      answer: t.exposeString('answer', { nullable: true, description: '对申诉的答复。' }),
    }),
  });
}
