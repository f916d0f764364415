import type { Builder } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { PARTIES, type PartyKind } from '@zgt/schema/parties.ts';
import { ESCALATION_MEASURES, RECTIFICATION_CAUSES, RECTIFICATION_KINDS } from '../choices-supervision.ts';
import type { RectificationRow } from '../tables.ts';
import { rectification } from './actions.ts';

/** Rectifications in the API; those that a record caused are listed by `rectifications(filter: { sourceId })`. */
export function addRectification(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
) {
  return addNoun(builder, shared, rectification, {
    plural: 'rectifications',
    organization,
    reads: { title: ['kind', 'findings'], issuedByLabel: ['issuedBy'] },
    filters: {
      kind: {
        column: 'kind',
        description: '只要这一种类的。',
        enumName: 'RectificationKind',
        options: RECTIFICATION_KINDS,
      },
      sourceId: { column: 'sourceId', description: '只要由这条记录引起的。', reference: true },
    },
    fields: (t) => ({
      kind: t.field({
        type: enumOf(builder, 'RectificationKind', RECTIFICATION_KINDS),
        resolve: (row: RectificationRow) => row.kind,
      }),
      cause: t.field({
        type: enumOf(builder, 'RectificationCause', RECTIFICATION_CAUSES),
        resolve: (row: RectificationRow) => row.cause,
      }),
      issuedByLabel: t.string({
        description: '由哪一方下达，也由它核验。',
        resolve: (row: RectificationRow) => PARTIES[row.issuedBy as PartyKind].name,
      }),
      findings: t.exposeString('findings', { description: '发现的问题。' }),
      demands: t.exposeString('demands', { description: '整改要求。' }),
      dueOn: t.field({
        type: 'Date',
        description: '整改截止日的最后一天。',
        resolve: (row: RectificationRow) => row.dueOn,
      }),
      sourceNoun: t.exposeString('sourceNoun', {
        nullable: true,
        description: '引起整改的记录的种类，例如 InspectionTask；单独下达的为空。',
      }),
      sourceId: t.exposeID('sourceId', { nullable: true, description: '引起整改的记录的 id。' }),
      sourceNumber: t.exposeString('sourceNumber', {
        nullable: true,
        description: '引起整改的记录的编号。',
      }),
      result: t.exposeString('result', { nullable: true, description: '整改结果；提交之后才有。' }),
      rejections: t.exposeInt('rejections', { description: '核验不通过的次数。' }),
      measure: t.field({
        type: enumOf(builder, 'EscalationMeasure', ESCALATION_MEASURES),
        nullable: true,
        description: '升级的处理办法；升级之后才有。',
        resolve: (row: RectificationRow) => row.measure,
      }),
      clauseReference: t.exposeString('clauseReference', {
        nullable: true,
        description: '升级所依据的条款。',
      }),
      majorImpact: t.exposeBoolean('majorImpact', {
        nullable: true,
        description: '是否认定造成重大影响。',
      }),
      incidentNumber: t.exposeString('incidentNumber', {
        nullable: true,
        description: '升级时关联的事件编号。',
      }),
    }),
  });
}
